-- What the register answered when a company was described, and which of its facts are the register's word, of which
-- day. A diagnosis that was made while the register was down says so: who follows it may complete it later.
alter table diagnoses add column register jsonb;
