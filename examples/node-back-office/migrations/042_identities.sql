-- The identity by which an account signs in at an OpenID Connect provider.
create table identities (
  issuer text not null,
  subject text not null,
  account_id uuid not null references accounts on delete cascade,
  -- The organisation and the identity provider behind it, as the provider named them.
  siret text,
  idp_id text,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (account_id, issuer)
);
-- What closes the session at the provider too, sealed.
alter table sessions add column id_token text;
