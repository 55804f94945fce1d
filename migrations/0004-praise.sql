-- Praise: what customers wrote to other systems, until somebody shared it or said that it is no WOW.

create table sources (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  name          text not null,
  added_at      text not null,
  added_by      text,            -- null: by a command
  unique (workspace_id, name)
) strict;

-- What a source signs with, and the token of those that cannot sign. The newest holds; the one before it for a while.
create table source_secrets (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  source_id     text not null references sources (id),
  secret        text not null,   -- whsec_…: needed as it is to check a signature
  token_hash    text not null,   -- SHA-256, in hex
  made_at       text not null,   -- real time
  made_by       text             -- null: by a command
) strict;
create index source_secrets_by_source on source_secrets (source_id, made_at);

-- Everything made until then holds no more.
create table source_revocations (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  source_id     text not null references sources (id),
  revoked_at    text not null,   -- real time
  revoked_by    text             -- null: by a command
) strict;
create index source_revocations_by_source on source_revocations (source_id, revoked_at);

create table praises (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  source_id     text not null references sources (id),
  webhook_key   text,            -- SHA-256 of the id of the request that brought it
  reference_key text,            -- SHA-256 of what the source calls it
  body          text check (json_valid(body)),   -- private data masked; null: not celebrated, or forgotten
  arrived_at    text not null
) strict;
create unique index praises_by_webhook on praises (source_id, webhook_key) where webhook_key is not null;
create unique index praises_by_reference on praises (source_id, reference_key) where reference_key is not null;

-- Whom it names, as it was written, until that is matched to a person or nobody waits for it any more.
create table praise_recipients (
  workspace_id  text not null references workspaces (id),
  praise_id     text not null references praises (id),
  position      integer not null,
  given         text,
  person_id     text,
  primary key (praise_id, position)
) strict, without rowid;

-- Praise that waits for somebody's say. Who settles it takes the row away: so only one of two can.
create table waiting_praises (
  workspace_id  text not null references workspaces (id),
  praise_id     text not null references praises (id),
  arrived_at    text not null,
  announced_at  text,            -- null: the triage channel has not heard of it yet
  group_id      text,            -- announced in one message with others
  primary key (workspace_id, arrived_at, praise_id)
) strict, without rowid;
create unique index waiting_praises_by_praise on waiting_praises (praise_id);
create index waiting_praises_unannounced on waiting_praises (workspace_id, arrived_at) where announced_at is null;
create index waiting_praises_by_group on waiting_praises (group_id) where group_id is not null;

-- How many a message announced together.
create table praise_groups (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  count         integer not null,
  announced_at  text not null
) strict;
create index praise_groups_by_time on praise_groups (workspace_id, announced_at);

create table praise_shares (
  workspace_id  text not null references workspaces (id),
  praise_id     text primary key references praises (id),
  story_id      text not null references stories (id),
  shared_at     text not null,
  shared_by     text not null
) strict, without rowid;
create index praise_shares_by_story on praise_shares (story_id);

create table praise_dismissals (
  workspace_id  text not null references workspaces (id),
  praise_id     text primary key references praises (id),
  reason        text,
  dismissed_at  text not null,
  dismissed_by  text not null
) strict, without rowid;
create index praise_dismissals_by_time on praise_dismissals (workspace_id, dismissed_at);

create index people_by_name on people (workspace_id, name collate nocase);
