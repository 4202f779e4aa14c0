-- Words as they are searched: without accents, capitals and signs, whatever the server's language. src/services/words.ts
-- does the same to what people type.
create function searchable(words text) returns text language sql immutable parallel safe as $$
  select trim(regexp_replace(lower(regexp_replace(normalize(
    replace(replace(replace(replace(words, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), NFKD),
    U&'[\0300-\036F]', '', 'g') collate "C"), '[^a-z0-9]+', ' ', 'g'))
$$;
create function search_words(words text) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(array_remove(string_to_array(coalesce(searchable(words), ''), ' '), ''))
$$;
-- Generated from the names themselves: what is erased is found no more.
alter table diagnoses add column search tsvector generated always as (search_words(company_name)) stored;
create index on diagnoses using gin (search);
alter table referrals add column search tsvector generated always as (search_words(expert_name)) stored;
create index on referrals using gin (search);
alter table accounts add column search tsvector generated always as (search_words(name)) stored;
