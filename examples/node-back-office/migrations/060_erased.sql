-- What was erased before is closed, and of its companies stays what figures count, as it is for what is erased from now on.
update diagnoses set status = 'closed' where erased_at is not null and status = 'draft';
update diagnoses set register = null,
                     facts = (select jsonb_object_agg(key, value) from jsonb_each(facts)
                               where key in ('commune', 'naf', 'naf2025', 'headcount', 'headcountBand'))
  where erased_at is not null;
update needs set answers = '{}' where diagnosis_id in (select id from diagnoses where erased_at is not null);
update needs set routed = (select jsonb_object_agg(key, value) from jsonb_each(routed)
                            where key in ('subject', 'origin', 'on', 'commune', 'naf', 'naf2025', 'headcount', 'headcountBand'))
  where routed is not null and diagnosis_id in (select id from diagnoses where erased_at is not null);
