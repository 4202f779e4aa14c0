-- What companies were asked about a need and what they answered, as the library writes it: each once, and no text.
create table survey_events (
  need_id uuid not null references needs,
  kind text not null check (kind in ('asked', 'answered')),
  on_day date not null,
  at timestamptz not null,
  called_back boolean,
  useful boolean,
  outcomes text[] not null default '{}',
  primary key (need_id, kind)
);
create trigger append_only before update or delete on survey_events
  for each row execute function refuse_change();
