-- An account may manage antennes and cooperations, beside its role or, as a `manager`, instead of one.
alter table accounts drop constraint accounts_role_check;
alter table accounts add constraint accounts_role_check check (role in ('adviser', 'steering', 'manager'));
create table account_rights (
  account_id uuid not null references accounts on delete cascade,
  role text not null check (role in ('antenne_manager', 'cooperation_manager')),
  -- The id of an antenne of the directory; or a site or campaign from which needs come.
  scope text not null,
  given_at timestamptz not null,
  primary key (account_id, role, scope)
);
create index on referrals (antenne, sent_at desc);
