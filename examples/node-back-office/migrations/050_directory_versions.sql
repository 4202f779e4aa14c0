-- Directories that were in service, and those that are proposed. The one in service is the version of the highest
-- number: processes follow it, and a restart serves it.

-- What directories say, as the library's JSON document, packed by gzip; blank once nobody may read it any more. The same
-- directory is kept once.
create table directory_contents (
  digest text primary key,
  document bytea
);

-- A directory that somebody wants in service. Whoever made it never approves it.
create table directory_proposals (
  id uuid primary key default gen_random_uuid(),
  source text not null check (source in ('sheets', 'files', 'return')),
  author_id uuid not null references accounts,
  created_at timestamptz not null,
  -- The institution whose sheets they are; none where they may speak of several.
  institution text,
  -- The sheets to read of workbooks that hold several.
  chosen text[] not null default '{}',
  -- Whether the sheets are whole, and whether faulty lines are left out.
  whole boolean not null default false,
  lenient boolean not null default false,
  -- Who leaves, as the author ticked it; nothing while nobody did.
  departures jsonb,
  -- Of a return: the version that comes back.
  returns_to int,
  -- The version in service that it was compared with: approved on no other.
  base int not null,
  -- What it would put in service; nothing while errors stand in the way.
  digest text references directory_contents,
  -- What the pages show: findings, the difference, what it does to needs and to coverage.
  result jsonb,
  -- The same in figures, which stay.
  numbers jsonb not null,
  status text not null default 'open' check (status in ('open', 'approved', 'rejected', 'withdrawn', 'expired')),
  decided_by uuid references accounts,
  decided_at timestamptz,
  reason text,
  check (status <> 'approved' or (decided_by is not null and decided_by <> author_id)),
  check ((status = 'open') = (decided_at is null))
);
create index on directory_proposals (status, created_at);

-- The files as they came, until the proposal is decided.
create table directory_sheets (
  proposal_id uuid not null references directory_proposals,
  position int not null,
  kind text not null check (kind in ('antennes', 'experts')),
  name text not null,
  bytes bytea not null,
  primary key (proposal_id, position)
);

create table directory_versions (
  number int primary key,
  digest text not null references directory_contents,
  source text not null check (source in ('sheets', 'files', 'return')),
  proposal_id uuid unique references directory_proposals,
  -- Who reloaded the files, where somebody did; a proposal knows its people.
  account_id uuid references accounts,
  at timestamptz not null,
  -- How many institutions, antennes, experts and subjects it has.
  numbers jsonb not null
);
create trigger append_only before update or delete on directory_versions
  for each row execute function refuse_change();
alter table directory_proposals add foreign key (base) references directory_versions;
alter table directory_proposals add foreign key (returns_to) references directory_versions;
