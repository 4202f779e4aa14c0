-- Who had a referral before another expert took it over, by the names that they had then; the event itself is among the
-- referral's events.
create table transfers (
  referral_id uuid not null references referrals,
  seq int not null,
  from_expert text not null,
  from_name text not null,
  to_expert text not null,
  to_name text not null,
  at timestamptz not null,
  primary key (referral_id, seq)
);
create index on transfers (from_expert);
create trigger append_only before update or delete on transfers
  for each row execute function refuse_change();
