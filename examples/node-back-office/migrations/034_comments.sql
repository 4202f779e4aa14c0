-- What advisers and experts write to each other about a need. The text is erased with the need's other words.
create table comments (
  id bigint generated always as identity primary key,
  need_id uuid not null references needs,
  at timestamptz not null,
  author text not null,
  author_name text not null,
  text text
);
create index on comments (need_id, id);
create index on comments (author, at);

-- The same as events, as the library writes them. They change no referral and have no number among its events.
create table comment_events (
  comment_id bigint not null references comments,
  referral_id uuid not null references referrals,
  need_id uuid not null references needs,
  on_day date not null,
  to_state text not null,
  author text not null,
  primary key (comment_id, referral_id)
);
create trigger append_only before update or delete on comment_events
  for each row execute function refuse_change();
