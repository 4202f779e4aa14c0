-- Which referrals a message told somebody of: whether an expert could be reached is read from it.
alter table outbox add column referrals uuid[] not null default '{}';
update outbox set referrals = array[split_part(key, ':', 2)::uuid]
  where key like 'expert\_%' and split_part(key, ':', 2) ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
create index on outbox using gin (referrals);
