-- What was told in a window, and in no digest yet, without a look at each story of the week before.
drop index stories_by_time;
create index stories_by_time on stories (workspace_id, told_at, id);
-- Who led lately, without going through all that those digests held.
create index digest_leads on digest_stories (digest_id) where place = 'lead';
