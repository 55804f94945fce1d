-- What housekeeping forgets is found without going through what is kept for good: cards and notes of all years.

drop index deliveries_settled;
create index deliveries_to_forget on deliveries (workspace_id, kind, settled_at)
  where post_id is null and settled_at is not null;
create index refreshes_to_forget on deliveries (workspace_id, settled_at)
  where post_id is not null and settled_at is not null;

drop index handled_by_time;
create index handled_by_time on handled (workspace_id, handled_at);
