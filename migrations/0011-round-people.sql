-- Who stepped aside, by person: without it, meeting new people goes through them all.
create index step_asides_by_person on step_asides (workspace_id, person_id);
