-- How many experts a need goes to at a time, and for how many days these may stay silent: as the service was set when the
-- need was sent. Without it, everybody is alerted at once.
alter table needs add column wave_policy jsonb;
-- The day on which it was found that nobody is left to alert, and the company and its adviser were told.
alter table needs add column nobody_left_on date;

-- The waves that left, and why. Names are kept as they were.
create table waves (
  need_id uuid not null references needs,
  number int not null,
  on_day date not null,
  at timestamptz not null,
  step text not null,
  cause text not null,
  experts text[] not null,
  names text[] not null,
  primary key (need_id, number)
);
create trigger append_only before update or delete on waves
  for each row execute function refuse_change();
