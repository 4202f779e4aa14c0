-- Pages of lists, each in its order.
drop index diagnoses_adviser_id_created_at_idx;
create index on diagnoses (adviser_id, created_at, id);
create index on diagnoses (created_at, id) where origin = 'portal' and status = 'draft';
create index on diagnoses (created_at) where erased_at is null;
drop index referrals_expert_sent_at_idx;
create index on referrals (expert, sent_at, id);
create index on referrals (expert, sent_at, id) where closed;
create index on referrals (expert, state, sent_at, id) where not closed;
create index on outbox ((case status when 'in_doubt' then 2 when 'refused' then 1 else 0 end), id);
create index on outbox (status, id);
create index on outbox (split_part(key, ':', 1), id);
create index on outbox (lower(recipient) text_pattern_ops);
create index on audit (at, id);
create index on audit (actor, at, id);
create index on audit (action, at, id);

-- What wants an adviser: messages that no mailbox took.
create index on outbox (diagnosis_id) where status = 'refused' and referrals <> '{}';
-- Erasing: what is not erased yet.
create index on needs (diagnosis_id) where sent_at is not null and anonymised_on is null;

-- Telling a company's requests apart.
create index on companies (left(siret, 9));
create index on companies (siret text_pattern_ops);
create index on diagnoses (lower(contact_email), lower(company_name));
