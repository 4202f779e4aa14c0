-- What is known of a company belongs to the diagnosis in which somebody said it: who types a SIRET proves nothing, and
-- changes nothing that others wrote. A company is what its diagnoses have in common: a number, where it has one.
alter table diagnoses add column company_name text;
alter table diagnoses add column facts jsonb;
-- Who said it last: a visitor of the portal, or the adviser who looked at it.
alter table diagnoses add column facts_by text not null default 'adviser' check (facts_by in ('visitor', 'adviser'));
update diagnoses set company_name = companies.name, facts = companies.facts,
                     facts_by = case when origin = 'portal' then 'visitor' else 'adviser' end
  from companies where companies.id = company_id;
alter table diagnoses alter column facts set not null;
alter table diagnoses alter column facts_by drop default;
alter table companies drop column name;
alter table companies drop column facts;
