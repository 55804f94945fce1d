-- What was masked in a letter from another system, until it is shared or dismissed. Card and bank account numbers are
-- in none of it.

create table praise_originals (
  workspace_id  text not null references workspaces (id),
  praise_id     text not null references praises (id),
  field         text not null,
  text          text not null,
  primary key (praise_id, field)
) strict;
