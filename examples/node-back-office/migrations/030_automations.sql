-- Who runs what is due: one row at most, of a holder whose lease ends by the database's own clock. A holder that dies is
-- replaced once it has ended.
create table scheduler_lease (
  single boolean primary key default true check (single),
  holder uuid not null,
  until timestamptz not null
);

-- What the service does by itself, as steering set it; a task without a row is as the service comes.
create table automations (
  task text primary key,
  enabled boolean not null,
  settings jsonb not null default '{}',
  next_at timestamptz
);

-- What came of each run, counted.
create table automation_runs (
  id bigint generated always as identity primary key,
  task text not null,
  at timestamptz not null,
  -- `service`, or the account that asked for it.
  actor text not null,
  items int not null,
  messages int not null,
  failed int not null,
  error text
);
create index on automation_runs (task, id desc);
