-- The second factor of an account: its secret, sealed with a key that is not in here, and the last step of time whose
-- code was taken, so that no code is good twice.
create table second_factors (
  account_id uuid primary key references accounts on delete cascade,
  secret text not null,
  last_step bigint not null,
  confirmed_at timestamptz not null
);
-- Codes for whoever has lost their device, each good once. They are long and random: their hashes open nothing.
create table recovery_codes (
  account_id uuid not null references second_factors on delete cascade,
  hash text not null,
  used_at timestamptz,
  primary key (account_id, hash)
);
-- Half a session is that of somebody whose password was right, and whose code is still to come.
alter table sessions add column half_open boolean not null default false;
