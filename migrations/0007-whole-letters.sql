-- The whole of a letter that is too long to be quoted. Its private data is masked.

create table letter_wholes (
  story_id      text primary key references stories (id),
  workspace_id  text not null references workspaces (id),
  text          text not null
) strict;
