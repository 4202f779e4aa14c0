-- Figures are kept up to date by what changed since they were last looked at. Each row that they are made from says in
-- which transaction it was written: a transaction that is still open is older than the snapshot that comes after it, so
-- that none is passed over, whatever order they end in.
alter table referral_events add column changed_in bigint not null default pg_current_xact_id()::text::bigint;
create index on referral_events (changed_in);
alter table request_events add column changed_in bigint not null default pg_current_xact_id()::text::bigint;
create index on request_events (changed_in);
alter table needs add column changed_in bigint not null default pg_current_xact_id()::text::bigint;
create index on needs (changed_in);

create function note_change() returns trigger language plpgsql as $$
begin
  new.changed_in := pg_current_xact_id()::text::bigint;
  return new;
end $$;
create trigger note_change before update on needs for each row execute function note_change();

-- What figures know of a need's diagnosis.
create function note_change_of_needs() returns trigger language plpgsql as $$
begin
  update needs set changed_in = 0 where diagnosis_id = new.id and sent_at is not null;
  return null;
end $$;
create trigger note_change after update on diagnoses for each row
  when ((old.adviser_id, old.company_id, old.origin, old.created_at) is distinct from (new.adviser_id, new.company_id, new.origin, new.created_at))
  execute function note_change_of_needs();

-- A reminder that was sent is due no more.
create function note_change_of_need() returns trigger language plpgsql as $$
begin
  update needs set changed_in = 0 where id = new.need_id;
  return null;
end $$;
create trigger note_change after insert on reminders_sent for each row execute function note_change_of_need();
