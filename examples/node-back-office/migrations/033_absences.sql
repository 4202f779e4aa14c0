-- When experts said that they are away, and who stands in: laid over the directory, whatever version of it is in service.
create table absences (
  id uuid primary key default gen_random_uuid(),
  expert text not null,
  from_day date not null,
  until_day date not null,
  substitute text,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  check (from_day <= until_day)
);
create index on absences (expert, until_day);

-- The referrals of somebody who is away of which their substitute was told: all that the substitute's link opens.
create table substitutions (
  referral_id uuid not null references referrals,
  substitute text not null,
  at timestamptz not null,
  primary key (referral_id, substitute)
);
alter table sessions add column substitute text;
