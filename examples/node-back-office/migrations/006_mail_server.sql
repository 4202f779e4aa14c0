-- Where replies go: to the adviser, where one is known.
alter table outbox add column reply_to text;
-- Why a message did not leave, in words that can be searched; and how often that was the server's fault and not its own.
alter table outbox add column failure text;
alter table outbox add column server_failures int not null default 0;
update outbox set failure = case
    when status = 'in_doubt' then 'in_doubt'
    when error ~ 'Invalid login|\m53[0458]\M' then 'sign_in'
    else 'unknown' end
  where status in ('refused', 'in_doubt');
create index on outbox (failure) where status in ('refused', 'shown');

-- What the mail server refuses whatever the message: one row while it does, none while it works.
create table mail_trouble (
  single boolean primary key default true check (single),
  failure text not null,
  words text not null,
  since timestamptz not null,
  failures int not null,
  next_at timestamptz not null
);
