-- Where partners want to be told. Secrets are derived from the service's own and these salts: none is kept.
create table webhooks (
  id uuid primary key default gen_random_uuid(),
  partner_id uuid not null references partners,
  url text not null,
  salt text not null,
  -- The salt before a change of secret, with which is signed as well until then.
  former_salt text,
  former_until timestamptz,
  created_at timestamptz not null,
  disabled_at timestamptz,
  -- `steering`, or `gone` where the receiver said that it is there no more.
  disabled_for text
);
create index on webhooks (partner_id);

-- One event to one receiver. Several processes may deliver: each delivery is claimed by one at a time.
create table webhook_deliveries (
  id bigint generated always as identity primary key,
  webhook_id uuid not null references webhooks,
  event_id bigint not null references partner_events,
  status text not null default 'waiting' check (status in ('waiting', 'claimed', 'delivered', 'given_up')),
  attempts int not null default 0,
  -- The attempts when the schedule began: one that is sent again by hand has all of it before it.
  begun_at int not null default 0,
  next_at timestamptz not null,
  claimed_until timestamptz,
  -- What the latest attempt met: an HTTP status, or a fault in a word.
  met text,
  settled_at timestamptz,
  unique (webhook_id, event_id)
);
create index on webhook_deliveries (status, next_at);
create index on webhook_deliveries (webhook_id, id);
