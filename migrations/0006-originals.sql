-- What was masked in a letter, for hosts alone. Card and bank account numbers are in none of it.

create table letter_originals (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  story_id      text not null references stories (id),
  field         text not null,
  text          text not null,
  kept_at       text not null
) strict;
create index letter_originals_by_story on letter_originals (story_id, kept_at);

-- Who read them, and who erased them.
create table letter_original_readings (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  story_id      text not null references stories (id),
  read_at       text not null,
  read_by       text not null
) strict;
create index letter_original_readings_by_story on letter_original_readings (story_id, read_at);

create table letter_original_erasures (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  story_id      text not null references stories (id),
  erased_at     text not null,
  erased_by     text not null
) strict;
create index letter_original_erasures_by_story on letter_original_erasures (story_id, erased_at);
