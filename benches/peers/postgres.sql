-- The flat table at its best: rows of one subject and zone stand together, behind one index.
-- `run` has copied `rows.tsv` into the table `given`.
create unlogged table posting as select * from given order by subject, zone, expert;
create index posting_subject_zone on posting (subject, zone);
vacuum (analyze, freeze) posting;
