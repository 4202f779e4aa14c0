-- Through whom requests come in beside the portal: by the API, with keys, or by a page of their own.
create table partners (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Whether its page is open, and which sites may show it in a frame.
  page boolean not null default true,
  frames text[] not null default '{}',
  created_at timestamptz not null,
  disabled_at timestamptz
);

-- What requests are counted under: one partner's for ever, so that figures of two are never mixed.
create table partner_origins (
  origin text primary key check (origin not in ('portal', 'adviser')),
  partner_id uuid not null references partners
);

-- A key is known by its hash, so that a copy of this table opens nothing.
create table api_keys (
  id uuid primary key default gen_random_uuid(),
  partner_id uuid not null references partners,
  name text not null,
  origin text not null references partner_origins,
  token_hash text not null unique,
  -- Its first characters, by which people tell keys apart.
  hint text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index on api_keys (partner_id);

-- Through whom a request came; `partner_origin` is what it is counted under instead of `origin`.
alter table diagnoses add column partner_id uuid references partners;
alter table diagnoses add column partner_origin text;
alter table diagnoses add column partner_channel text check (partner_channel in ('api', 'page'));
-- The partner's own number for it, erased with what tells who asked.
alter table diagnoses add column partner_reference text;
create index on diagnoses (partner_id) where partner_id is not null;

-- Deposits by their `Idempotency-Key`: the same again has the same answer. The digest tells bodies apart and no more.
create table deposits (
  partner_id uuid not null references partners,
  key text not null,
  digest text not null,
  request_id uuid not null references diagnoses,
  answer jsonb not null,
  created_at timestamptz not null,
  primary key (partner_id, key)
);
