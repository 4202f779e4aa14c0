-- A message belongs to a diagnosis, and only mostly to one of its needs: an adviser may take away the need that a
-- company was written to about, and the message is erased with the diagnosis all the same.
alter table outbox add column diagnosis_id uuid references diagnoses;
update outbox set diagnosis_id = (select diagnosis_id from needs where needs.id = need_id) where need_id is not null;
create index on outbox (diagnosis_id);
