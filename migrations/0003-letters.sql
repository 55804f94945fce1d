-- Letters: a story of kind `letter` is a customer's own words, and this is what else is known of it.

create table letters (
  workspace_id  text not null references workspaces (id),
  story_id      text primary key references stories (id),
  author_name   text,
  author_role   text,            -- company or role
  via           text check (via in ('email', 'review', 'call', 'card', 'survey', 'chat', 'in_person')),
  received_on   text,
  reference     text,            -- a link or a ticket number
  permission    text not null check (permission in ('yes', 'first_name', 'no', 'not_asked')),
  asked_by      text,
  asked_on      text,
  scan_is_clear integer not null check (scan_is_clear in (0, 1))   -- the teller says that the photo names nobody
) strict, without rowid;

-- Who changed the permission, when: it can be withdrawn at any time.
create table letter_permissions (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  story_id      text not null references letters (story_id),
  permission    text not null check (permission in ('yes', 'first_name', 'no', 'not_asked')),
  set_at        text not null,
  set_by        text not null
) strict;
create index letter_permissions_by_story on letter_permissions (story_id, set_at);

-- Somebody thanked the customer: the loop is closed.
create table letter_replies (
  workspace_id  text not null references workspaces (id),
  story_id      text primary key references letters (story_id),
  replied_at    text not null,
  replied_by    text not null
) strict, without rowid;
