-- What happens to a request of the portal before it is needs, as the library writes it. Facts are added, never changed;
-- they name nobody.
create table request_events (
  request_id uuid not null references diagnoses,
  seq int not null,
  on_day date not null,
  at timestamptz not null,
  kind text not null,
  origin text,
  company text,
  commune text,
  subject text,
  from_subject text,
  needs text[] not null default '{}',
  held_for text,
  closed_for text,
  author text,
  primary key (request_id, seq)
);
create trigger append_only before update or delete on request_events
  for each row execute function refuse_change();

-- Where a request stands follows from its events; it is kept here to be searched. A diagnosis of an adviser has none.
alter table diagnoses add column request_state text;
alter table diagnoses add column held_for text;
-- When the company confirmed its address: before, the request is nobody's to read.
alter table diagnoses add column confirmed_at timestamptz;
-- What the company chose itself, whatever becomes of it.
alter table diagnoses add column asked_subjects text[] not null default '{}';
alter table diagnoses drop constraint diagnoses_status_check;
alter table diagnoses add constraint diagnoses_status_check check (status in ('draft', 'sent', 'closed'));

update diagnoses set confirmed_at = created_at,
                     asked_subjects = (select coalesce(array_agg(subject order by subject), '{}') from needs where diagnosis_id = diagnoses.id)
  where origin = 'portal';
insert into request_events (request_id, seq, on_day, at, kind, origin, company, commune)
  select id, 1, (created_at at time zone 'Europe/Paris')::date, created_at, 'deposited', 'portal', company_id::text, facts->>'commune'
    from diagnoses where origin = 'portal';
insert into request_events (request_id, seq, on_day, at, kind, needs)
  select id, 2, (sent_at at time zone 'Europe/Paris')::date, sent_at, 'transmitted',
         (select array_agg(needs.id::text order by subject) from needs where diagnosis_id = diagnoses.id)
    from diagnoses where origin = 'portal' and status = 'sent'
     and exists (select from needs where diagnosis_id = diagnoses.id);
update diagnoses set request_state = case when status = 'sent' then 'transmitted' else 'to_read' end where origin = 'portal';
