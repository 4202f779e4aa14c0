-- Who may sign in: advisers and steering. Experts and companies come by signed links.
create table accounts (
  id uuid primary key default gen_random_uuid(),
  email text not null unique check (email = lower(email)),
  name text not null,
  role text not null check (role in ('adviser', 'steering')),
  password text not null,
  created_at timestamptz not null,
  disabled_at timestamptz
);

-- A session is known by the hash of its cookie, so that a copy of this table opens nothing.
create table sessions (
  token_hash text primary key,
  account_id uuid references accounts on delete cascade,
  expert text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check ((account_id is null) <> (expert is null))
);

-- A facility, as known when it was last looked at. Erasing forgets who it is, never what it is.
create table companies (
  id uuid primary key default gen_random_uuid(),
  siret text unique,
  name text,
  facts jsonb not null,
  created_at timestamptz not null,
  erased_at timestamptz
);

-- One talk with a company: a visit by an adviser, or a message on the portal. The commune is the facility's.
create table diagnoses (
  id uuid primary key default gen_random_uuid(),
  company_id uuid not null references companies,
  adviser_id uuid references accounts,
  origin text not null check (origin in ('adviser', 'portal')),
  status text not null check (status in ('draft', 'sent')),
  -- By which equals share its needs, from the first preview on: what was shown is what is sent.
  seed text not null,
  story text,
  contact_name text,
  contact_job text,
  contact_email text,
  contact_phone text,
  consented_at timestamptz,
  created_at timestamptz not null,
  sent_at timestamptz,
  erased_at timestamptz,
  check (origin = 'portal' or adviser_id is not null)
);
create index on diagnoses (adviser_id, created_at desc);
create index on diagnoses (company_id);

-- A need. `routed` is the company as it was when the need was sent, without what tells who it is: statistics are made
-- from it. `status` follows from the events below; it is kept here to be searched.
create table needs (
  id uuid primary key default gen_random_uuid(),
  diagnosis_id uuid not null references diagnoses,
  subject text not null,
  first_subject text,
  comment text,
  answers jsonb not null default '{}',
  chosen text[],
  found int,
  new_company boolean,
  routed jsonb,
  status text not null default 'not_sent',
  sent_at timestamptz,
  anonymised_on date,
  unique (diagnosis_id, subject)
);
create index on needs (status, sent_at);

-- A need with one expert. Names are kept as they were: the directory moves on. `state` follows from the events.
create table referrals (
  id uuid primary key default gen_random_uuid(),
  need_id uuid not null references needs,
  expert text not null,
  expert_name text not null,
  antenne text not null,
  institution text not null,
  institution_name text not null,
  by_hand boolean not null,
  state text not null,
  closed boolean not null,
  sent_at timestamptz not null,
  unique (need_id, expert)
);
create index on referrals (expert, sent_at desc);

-- What happened to a referral, as the library writes it. Facts are added, never changed.
create table referral_events (
  referral_id uuid not null references referrals,
  seq int not null,
  need_id uuid not null references needs,
  on_day date not null,
  kind text not null,
  to_state text not null,
  reason text,
  author text,
  expert text,
  antenne text,
  institution text,
  by_hand boolean not null,
  at timestamptz not null,
  primary key (referral_id, seq)
);
create index on referral_events (need_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % only grows', tg_table_name;
end $$;
create trigger append_only before update or delete on referral_events
  for each row execute function refuse_change();

-- Words that people wrote along the way. Apart from the events, so that they can be erased.
create table remarks (
  id bigint generated always as identity primary key,
  need_id uuid not null references needs,
  referral_id uuid references referrals,
  at timestamptz not null,
  author text not null,
  text text not null
);
create index on remarks (need_id, id);

-- Messages to send, written in the transaction that made them necessary. `key` keeps each from being written twice.
create table outbox (
  id bigint generated always as identity primary key,
  key text not null unique,
  message_id text not null unique,
  recipient text not null,
  subject text not null,
  body_text text,
  body_html text,
  need_id uuid references needs,
  status text not null default 'waiting'
    check (status in ('waiting', 'claimed', 'in_flight', 'sent', 'shown', 'refused', 'in_doubt')),
  attempts int not null default 0,
  next_at timestamptz not null,
  claimed_until timestamptz,
  error text,
  created_at timestamptz not null,
  settled_at timestamptz
);
create index on outbox (status, next_at);

-- Which reminders were acted upon: one of a kind for a need.
create table reminders_sent (
  need_id uuid not null references needs,
  kind text not null,
  -- The day from which the need waited: one that is reopened is reminded again.
  since date not null,
  at timestamptz not null,
  account_id uuid references accounts,
  primary key (need_id, kind, since)
);

-- Who saw or did what.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  need_id uuid references needs,
  detail text
);
create index on audit (need_id, id);
create trigger append_only before update or delete on audit
  for each row execute function refuse_change();
