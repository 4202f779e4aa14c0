-- The flat table at its best: an index by subject and zone that holds all columns, so that a query
-- never looks into the table. `run` has copied `rows.tsv` into the table `given`.
create unlogged table posting as select * from given order by subject, zone, expert;
create index posting_subject_zone on posting (subject, zone) include (
  expert, opco, activities, years_min, years_min_lax, years_below, years_below_lax,
  heads_min, heads_min_lax, heads_below, heads_below_lax, lists, answers
);
vacuum (analyze, freeze) posting;
