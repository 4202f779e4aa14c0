-- Pages of managers' lists, each in its order.
create index on referrals (((not closed)::int), sent_at, id);
create index on needs (sent_at, id) where sent_at is not null;
-- What a cooperation brought, and which there are.
create index on diagnoses (origin);
