-- Capture inside the chat: a message that becomes a story, and those who add their voice to it.

-- The message that a story was made of: one story a message. When that story was taken back, the message may make another.
create table story_sources (
  workspace_id  text not null references workspaces (id),
  channel       text not null,
  ts            text not null,
  story_id      text not null references stories (id),
  author_id     text not null,
  is_private    integer not null check (is_private in (0, 1)),   -- not everybody could follow a link there
  captured_at   text not null,
  primary key (workspace_id, channel, ts)
) strict, without rowid;
create unique index story_sources_by_story on story_sources (story_id);

-- An author took their words back: no story is made of that message again.
create table source_withdrawals (
  workspace_id  text not null references workspaces (id),
  channel       text not null,
  ts            text not null,
  withdrawn_by  text not null,
  withdrawn_at  text not null,
  primary key (workspace_id, channel, ts)
) strict, without rowid;

-- A second teller, in a few words of their own.
create table voices (
  workspace_id  text not null references workspaces (id),
  story_id      text not null references stories (id),
  person_id     text not null,
  words         text not null,
  added_at      text not null,
  primary key (story_id, person_id)
) strict, without rowid;

-- Whether words that are not everybody's may be shared: their author is asked, once for each message.
create table capture_requests (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  channel       text not null,
  ts            text not null,
  author_id     text not null,
  asked_by      text not null,
  asked_at      text not null,
  body          text check (json_valid(body)),   -- which message, and what for, nothing of what it says; null: settled
  answer        text check (answer in ('yes', 'no')),
  answered_at   text,
  unique (workspace_id, channel, ts)
) strict;
create index capture_requests_kept on capture_requests (workspace_id, asked_at) where body is not null;

-- Who reacted was asked whether to make a story of it, once for each message.
create table capture_asks (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  channel       text not null,
  ts            text not null,
  person_id     text not null,
  kind          text not null check (kind in ('wow', 'letter')),
  asked_at      text not null,
  unique (workspace_id, channel, ts, person_id)
) strict;
