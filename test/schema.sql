-- Made by npm run schema. Do not edit.

CREATE TABLE award_photos (
  workspace_id text not null references workspaces (id),
  award_id     text primary key references awards (id),
  file_id      text not null,   -- of the form
  shared_id    text             -- the copy everybody can see; remembered before it is shared
) strict, without rowid;

CREATE TABLE award_shares (
  workspace_id text not null,
  award_id     text not null references awards (id),
  person_id    text not null,
  position     integer not null,
  money_minor  integer not null check (money_minor >= 0),
  half_days    integer not null check (half_days >= 0),
  state        text not null check (state in ('waiting', 'open', 'fulfilled', 'declined', 'lapsed', 'cancelled')),
  awarded_at   text not null,   -- the award's
  primary key (award_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
) strict, without rowid;

CREATE INDEX award_shares_by_person on award_shares (workspace_id, person_id, awarded_at);

CREATE INDEX award_shares_open on award_shares (workspace_id, awarded_at) where state = 'open';

CREATE INDEX award_shares_waiting on award_shares (workspace_id, awarded_at) where state = 'waiting';

CREATE TABLE awards (
  id               text primary key,
  workspace_id     text not null,
  story_id         text references stories (id),
  round_id         text references rounds (id),
  prize_id         text not null references prizes (id),
  prize_kind       text not null check (prize_kind in ('money', 'day_off', 'gift')),
  prize_builtin    text,
  prize_name       text,
  prize_minor      integer not null check (prize_minor >= 0),       -- of one prize
  prize_half_days  integer not null check (prize_half_days >= 0),
  currency         text not null,
  split            text not null check (split in ('each', 'shared')),
  is_private       integer not null check (is_private in (0, 1)),
  reason           text not null,
  given_by         text not null,
  awarded_at       text not null,
  awarded_on       text not null,   -- the day in the workspace's zone: what budgets go by
  given_at         text,            -- since when it is given; null while it waits for approval, or when it never was
  check ((story_id is null) <> (round_id is null)),
  foreign key (workspace_id, given_by) references people (workspace_id, id)
) strict;

CREATE INDEX awards_by_giver on awards (workspace_id, given_by, awarded_at);

CREATE UNIQUE INDEX awards_by_round on awards (round_id) where round_id is not null;

CREATE INDEX awards_by_story on awards (workspace_id, story_id);

CREATE INDEX awards_by_time on awards (workspace_id, awarded_on);

CREATE INDEX awards_given on awards (workspace_id, given_at) where given_at is not null and is_private = 0;

CREATE TABLE board_counts (
  workspace_id text not null references workspaces (id),
  view         text not null check (view in ('champions', 'storytellers', 'cheerers')),
  period       text not null check (period in ('week', 'month', 'quarter', 'year')),
  starts_on    text not null,
  person_id    text not null,
  count        integer not null default 0,
  cheers       integer not null default 0,   -- received; breaks ties among champions
  primary key (workspace_id, view, period, starts_on, person_id)
) strict, without rowid;

CREATE INDEX board_counts_by_rank on board_counts (workspace_id, view, period, starts_on, count desc, cheers desc, person_id);

CREATE TABLE board_leaves (
  workspace_id text not null references workspaces (id),
  person_id    text not null,
  left_at      text not null,
  primary key (workspace_id, person_id)
) strict, without rowid;

CREATE TABLE budgets (
  workspace_id text not null,
  person_id    text not null,
  money_minor  integer not null check (money_minor >= 0),
  half_days    integer not null check (half_days >= 0),
  set_at       text not null,
  set_by       text not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
) strict, without rowid;

CREATE TABLE capture_asks (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  channel       text not null,
  ts            text not null,
  person_id     text not null,
  kind          text not null check (kind in ('wow', 'letter')),
  asked_at      text not null,
  unique (workspace_id, channel, ts, person_id)
) strict;

CREATE TABLE capture_requests (
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

CREATE INDEX capture_requests_kept on capture_requests (workspace_id, asked_at) where body is not null;

CREATE TABLE champions (
  workspace_id text not null,
  story_id     text not null references stories (id),
  person_id    text not null,
  position     integer not null,
  told_at      text not null,   -- the story's, so that one index lists a person's stories
  primary key (story_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
) strict, without rowid;

CREATE INDEX champions_by_person on champions (workspace_id, person_id, told_at);

CREATE TABLE channels (
  workspace_id text not null references workspaces (id),
  id           text not null,
  name         text not null,
  is_private   integer not null check (is_private in (0, 1)),
  is_archived  integer not null check (is_archived in (0, 1)),
  is_shared    integer not null check (is_shared in (0, 1)),   -- with another company
  is_member    integer not null check (is_member in (0, 1)),   -- whether Plaudit is
  -- The platform's own time of the last news of each, so that old news changes nothing; '' for what was asked.
  archived_as_of text not null default '',
  shared_as_of   text not null default '',
  member_as_of   text not null default '',
  changed_at   text not null,
  primary key (workspace_id, id)
) strict;

CREATE TABLE cheers (
  workspace_id text not null,
  story_id     text not null references stories (id),
  person_id    text not null,
  cheered_at   text not null,
  primary key (story_id, person_id)
) strict, without rowid;

CREATE INDEX cheers_by_time on cheers (workspace_id, cheered_at);

CREATE TABLE counts (
  workspace_id text not null references workspaces (id),
  round_id     text primary key references rounds (id),
  counted_at   text not null,
  inputs       text not null check (json_valid(inputs)),
  outcome      text not null check (json_valid(outcome)),
  checksum     text not null                        -- SHA-256 of the inputs
) strict, without rowid;

CREATE TRIGGER counts_once before insert on counts
when exists (select 1 from counts where round_id = new.round_id)
begin select raise(abort, 'a count is made once'); end;

CREATE TRIGGER counts_remain before delete on counts
begin select raise(abort, 'a count is made once'); end;

CREATE TRIGGER counts_stay before update on counts
begin select raise(abort, 'a count is made once'); end;

CREATE TABLE declined_credits (
  workspace_id text not null references workspaces (id),
  story_id     text not null references stories (id),
  person_id    text not null,
  declined_at  text not null,
  primary key (story_id, person_id)
) strict, without rowid;

CREATE TABLE deliveries (
  id           text primary key,
  workspace_id text not null references workspaces (id),
  kind         text not null,
  subject_id   text not null,
  args         text not null default '{}' check (json_valid(args)),
  lane         text not null,   -- the channel or person it goes to: one at a time, in order
  key          text,            -- says once and for all what may be said only once
  thread_of    text references deliveries (id),   -- the delivery whose post it answers, in its thread
  post_id      text references posts (id),
  state        text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'dropped', 'failed')),
  created_at   text not null,
  due_at       text not null,
  attempts     integer not null default 0,
  lease_until  text,
  doubt        integer not null default 0,   -- 0: surely not said; 1: look before saying; 2: looked once, found nothing
  doubted_at   text,            -- since when it may have been said
  error        text,
  settled_at   text
) strict;

CREATE UNIQUE INDEX deliveries_by_key on deliveries (workspace_id, key) where key is not null;

CREATE INDEX deliveries_by_subject on deliveries (subject_id, kind);

CREATE INDEX deliveries_by_thread on deliveries (thread_of) where thread_of is not null;

CREATE INDEX deliveries_failed on deliveries (workspace_id, settled_at) where state = 'failed';

CREATE INDEX deliveries_sending on deliveries (workspace_id, lane) where state = 'sending';

CREATE INDEX deliveries_to_forget on deliveries (workspace_id, kind, settled_at)
  where post_id is null and settled_at is not null;

CREATE INDEX deliveries_waiting on deliveries (workspace_id, lane, due_at) where state = 'waiting';

CREATE UNIQUE INDEX one_refresh_a_post on deliveries (post_id) where post_id is not null and state = 'waiting';

CREATE INDEX refreshes_to_forget on deliveries (workspace_id, settled_at)
  where post_id is not null and settled_at is not null;

CREATE TABLE digest_issues (
  workspace_id text not null references workspaces (id),
  digest_id    text primary key references digests (id),
  from_at      text not null,
  to_at        text not null,
  issued_at    text not null
) strict, without rowid;

CREATE INDEX digest_issues_by_time on digest_issues (workspace_id, to_at);

CREATE TABLE digest_notes (
  workspace_id text not null references workspaces (id),
  digest_id    text not null references digests (id),
  person_id    text not null,
  words        text not null,
  noted_at     text not null,
  primary key (digest_id, person_id)
) strict, without rowid;

CREATE TABLE digest_omissions (
  workspace_id text not null references workspaces (id),
  story_id     text primary key references stories (id),
  digest_id    text not null references digests (id),
  omitted_at   text not null,
  omitted_by   text not null
) strict, without rowid;

CREATE TABLE digest_skips (
  workspace_id text not null references workspaces (id),
  digest_id    text primary key references digests (id),
  skipped_at   text not null,
  skipped_by   text not null
) strict, without rowid;

CREATE TABLE digest_stories (
  workspace_id text not null references workspaces (id),
  digest_id    text not null references digests (id),
  story_id     text not null references stories (id),
  place        text not null check (place in ('lead', 'other', 'left_out')),
  position     integer not null,
  primary key (digest_id, story_id)
) strict, without rowid;

CREATE INDEX digest_leads on digest_stories (digest_id) where place = 'lead';

CREATE UNIQUE INDEX one_digest_a_story on digest_stories (story_id);

CREATE TABLE digests (
  id           text primary key,
  workspace_id text not null references workspaces (id),
  due_at       text not null,
  lead_id      text references stories (id),   -- a host's choice
  created_at   text not null,
  unique (workspace_id, due_at)
) strict;

CREATE TABLE drafts (
  id           text primary key,
  workspace_id text not null references workspaces (id),
  person_id    text not null,
  kind         text not null,
  body         text not null check (json_valid(body)),
  drafted_at   text not null
) strict;

CREATE INDEX drafts_by_time on drafts (workspace_id, drafted_at);

CREATE TABLE examinations (
  id           text primary key,
  workspace_id text not null references workspaces (id),
  round_id     text not null references rounds (id),
  examined_at  text not null,
  examined_by  text not null,
  why          text not null
) strict;

CREATE INDEX examinations_by_round on examinations (round_id, examined_at);

CREATE TABLE group_members (
  workspace_id text not null references workspaces (id),
  group_id     text not null,
  person_id    text not null,
  primary key (workspace_id, group_id, person_id)
) strict;

CREATE INDEX group_members_by_person on group_members (workspace_id, person_id);

CREATE TABLE handled (
  workspace_id text not null,
  key          text not null,
  handled_at   text not null,
  primary key (workspace_id, key)
) strict, without rowid;

CREATE INDEX handled_by_time on handled (workspace_id, handled_at);

CREATE TABLE inbox (
  seq          integer primary key autoincrement,
  workspace_id text not null,
  event_id     text not null unique,
  kind         text not null,
  body         text not null,
  received_at  text not null,
  failed_at    text              -- it could not be acted on: kept, and in nobody's way
) strict;

CREATE INDEX inbox_waiting on inbox (workspace_id, seq) where failed_at is null;

CREATE TABLE job_runs (
  workspace_id text not null references workspaces (id),
  job          text not null,
  due_at       text not null,
  ran_at       text not null,
  outcome      text not null check (outcome in ('ran', 'skipped')),
  primary key (workspace_id, job, due_at)
) strict, without rowid;

CREATE TABLE ledger_entries (
  id                 text primary key,
  workspace_id       text not null,
  award_id           text not null,
  person_id          text not null,
  entry              text not null check (entry in ('reserved', 'approved', 'declined', 'lapsed', 'fulfilled', 'cancelled')),
  entered_at         text not null,
  entered_by         text,            -- null: nobody, it lapsed
  note               text,            -- why it was declined or cancelled; the reference of what was handed over
  given_by           text not null,   -- whose budget
  charged_on         text not null,   -- the day it was awarded: a budget gets back what it gave
  currency           text not null,
  reserved_minor     integer not null,
  spent_minor        integer not null,
  reserved_half_days integer not null,
  spent_half_days    integer not null,
  unique (award_id, person_id, entry),
  foreign key (award_id, person_id) references award_shares (award_id, person_id)
) strict;

CREATE TRIGGER ledger_entries_once before insert on ledger_entries
when exists (select 1 from ledger_entries where id = new.id)
  or exists (select 1 from ledger_entries
              where award_id = new.award_id and person_id = new.person_id and entry = new.entry)
begin select raise(abort, 'the ledger is only ever added to'); end;

CREATE TRIGGER ledger_entries_remain before delete on ledger_entries
begin select raise(abort, 'the ledger is only ever added to'); end;

CREATE TRIGGER ledger_entries_stay before update on ledger_entries
begin select raise(abort, 'the ledger is only ever added to'); end;

CREATE INDEX ledger_by_day on ledger_entries
  (workspace_id, charged_on, given_by, currency, reserved_minor, spent_minor, reserved_half_days, spent_half_days);

CREATE INDEX ledger_by_giver on ledger_entries
  (workspace_id, given_by, charged_on, currency, reserved_minor, spent_minor, reserved_half_days, spent_half_days);

CREATE TABLE letter_original_erasures (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  story_id      text not null references stories (id),
  erased_at     text not null,
  erased_by     text not null
) strict;

CREATE INDEX letter_original_erasures_by_story on letter_original_erasures (story_id, erased_at);

CREATE TABLE letter_original_readings (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  story_id      text not null references stories (id),
  read_at       text not null,
  read_by       text not null
) strict;

CREATE INDEX letter_original_readings_by_story on letter_original_readings (story_id, read_at);

CREATE TABLE letter_originals (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  story_id      text not null references stories (id),
  field         text not null,
  text          text not null,
  kept_at       text not null
) strict;

CREATE INDEX letter_originals_by_story on letter_originals (story_id, kept_at);

CREATE TABLE letter_permissions (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  story_id      text not null references letters (story_id),
  permission    text not null check (permission in ('yes', 'first_name', 'no', 'not_asked')),
  set_at        text not null,
  set_by        text not null
) strict;

CREATE INDEX letter_permissions_by_story on letter_permissions (story_id, set_at);

CREATE TABLE letter_replies (
  workspace_id  text not null references workspaces (id),
  story_id      text primary key references letters (story_id),
  replied_at    text not null,
  replied_by    text not null
) strict, without rowid;

CREATE TABLE letter_wholes (
  story_id      text primary key references stories (id),
  workspace_id  text not null references workspaces (id),
  text          text not null
) strict;

CREATE TABLE letters (
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

CREATE TABLE migrations (name text primary key, checksum text not null, applied_at text not null) strict;

CREATE TABLE nomination_evidence (
  workspace_id  text not null references workspaces (id),
  nomination_id text not null references nominations (id) on delete cascade,
  position      integer not null,
  story_id      text not null references stories (id),
  primary key (nomination_id, story_id)
) strict, without rowid;

CREATE TABLE nominations (
  id           text primary key,
  workspace_id text not null,
  round_id     text not null references rounds (id),
  nominee_id   text not null,
  nominator_id text not null,
  reason       text not null,
  quotable     integer not null check (quotable in (0, 1)),
  criterion    integer,                            -- its position; null: none in particular
  made_at      text not null,
  changed_at   text not null,
  unique (round_id, nominator_id, nominee_id),
  check (nominee_id <> nominator_id),
  foreign key (workspace_id, nominee_id) references people (workspace_id, id),
  foreign key (workspace_id, nominator_id) references people (workspace_id, id)
) strict;

CREATE INDEX nominations_by_nominee on nominations (round_id, nominee_id, made_at);

CREATE INDEX nominations_by_person on nominations (workspace_id, nominator_id, made_at);

CREATE INDEX nominations_of_person on nominations (workspace_id, nominee_id);

CREATE TABLE parked_reactions (
  workspace_id text not null,
  channel      text not null,
  ts           text not null,
  person_id    text not null,
  emoji        text not null,
  is_on        integer not null check (is_on in (0, 1)),
  at           text not null,
  parked_at    text not null,
  primary key (workspace_id, channel, ts, person_id, emoji)
) strict, without rowid;

CREATE INDEX parked_reactions_by_time on parked_reactions (workspace_id, parked_at);

CREATE TABLE people (
  workspace_id text not null references workspaces (id),
  id           text not null,
  name         text not null,
  zone         text,
  locale       text,
  is_bot       integer not null default 0 check (is_bot in (0, 1)),
  is_guest     integer not null default 0 check (is_guest in (0, 1)),
  is_admin     integer not null default 0 check (is_admin in (0, 1)),
  is_foreign   integer not null default 0 check (is_foreign in (0, 1)),
  left_at      text,
  known_at     text,            -- null: seen in passing, still to be looked up
  changed_at   text not null,   -- the platform's own time of the last change, so that old news changes nothing
  primary key (workspace_id, id)
) strict;

CREATE INDEX people_by_name on people (workspace_id, name collate nocase);

CREATE INDEX people_to_look_up on people (workspace_id) where known_at is null;

CREATE TABLE photos (
  workspace_id text not null references workspaces (id),
  story_id     text primary key references stories (id),
  file_id      text not null,   -- as given in the form, seen by Plaudit alone
  description  text,
  shared_id    text,            -- the copy everybody can see
  shared_at    text,
  in_card      integer not null default 1 check (in_card in (0, 1))   -- 0: the platform does not take it in the card
) strict, without rowid;

CREATE TABLE post_subjects (
  workspace_id text not null references workspaces (id),
  subject_id   text not null,
  post_id      text not null references posts (id),
  primary key (subject_id, post_id)
) strict, without rowid;

CREATE TABLE posts (
  id           text primary key,
  workspace_id text not null references workspaces (id),
  delivery_id  text not null,
  kind         text not null,
  subject_id   text not null,
  args         text not null check (json_valid(args)),
  lane         text not null,
  channel      text not null,
  ts           text not null,
  thread_ts    text,
  posted_at    text not null,
  shown_at     text not null,   -- real time of the last refresh
  unique (workspace_id, channel, ts)
) strict;

CREATE UNIQUE INDEX posts_by_delivery on posts (delivery_id);

CREATE TABLE praise_dismissals (
  workspace_id  text not null references workspaces (id),
  praise_id     text primary key references praises (id),
  reason        text,
  dismissed_at  text not null,
  dismissed_by  text not null
) strict, without rowid;

CREATE INDEX praise_dismissals_by_time on praise_dismissals (workspace_id, dismissed_at);

CREATE TABLE praise_groups (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  count         integer not null,
  announced_at  text not null
) strict;

CREATE INDEX praise_groups_by_time on praise_groups (workspace_id, announced_at);

CREATE TABLE praise_originals (
  workspace_id  text not null references workspaces (id),
  praise_id     text not null references praises (id),
  field         text not null,
  text          text not null,
  primary key (praise_id, field)
) strict;

CREATE TABLE praise_recipients (
  workspace_id  text not null references workspaces (id),
  praise_id     text not null references praises (id),
  position      integer not null,
  given         text,
  person_id     text,
  primary key (praise_id, position)
) strict, without rowid;

CREATE TABLE praise_shares (
  workspace_id  text not null references workspaces (id),
  praise_id     text primary key references praises (id),
  story_id      text not null references stories (id),
  shared_at     text not null,
  shared_by     text not null
) strict, without rowid;

CREATE INDEX praise_shares_by_story on praise_shares (story_id);

CREATE TABLE praises (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  source_id     text not null references sources (id),
  webhook_key   text,            -- SHA-256 of the id of the request that brought it
  reference_key text,            -- SHA-256 of what the source calls it
  body          text check (json_valid(body)),   -- private data masked; null: not celebrated, or forgotten
  arrived_at    text not null
) strict;

CREATE UNIQUE INDEX praises_by_reference on praises (source_id, reference_key) where reference_key is not null;

CREATE INDEX praises_by_source on praises (workspace_id, source_id);

CREATE UNIQUE INDEX praises_by_webhook on praises (source_id, webhook_key) where webhook_key is not null;

CREATE TABLE prize_edits (
  id           text primary key,
  workspace_id text not null references workspaces (id),
  prize_id     text not null references prizes (id),
  edited_at    text not null,
  edited_by    text not null,
  before       text not null check (json_valid(before))
) strict;

CREATE INDEX prize_edits_by_prize on prize_edits (prize_id, edited_at);

CREATE TABLE prize_photos (
  workspace_id text not null references workspaces (id),
  prize_id     text primary key references prizes (id),
  file_id      text not null
) strict, without rowid;

CREATE TABLE prize_retirements (
  workspace_id text not null references workspaces (id),
  prize_id     text primary key references prizes (id),
  retired_at   text not null,
  retired_by   text not null
) strict, without rowid;

CREATE TABLE prizes (
  id           text primary key,
  workspace_id text not null references workspaces (id),
  kind         text not null check (kind in ('money', 'day_off', 'gift')),
  builtin      text check (builtin in ('card', 'lunch', 'day-off', 'voucher')),
  name         text,
  cost_minor   integer not null check (cost_minor >= 0),   -- in the workspace's currency
  half_days    integer not null check (half_days >= 0),
  stock        integer check (stock >= 0),                 -- null: unlimited
  revision     integer not null default 1,                 -- grows with every edit: a form that is open knows of another
  created_at   text not null,
  check (name is not null or builtin is not null),
  check ((kind = 'day_off') = (half_days > 0)),
  check (kind <> 'day_off' or cost_minor = 0),
  check (kind <> 'money' or cost_minor > 0),
  check (kind = 'gift' or stock is null)
) strict;

CREATE INDEX prizes_by_workspace on prizes (workspace_id, created_at);

CREATE TABLE reactions (
  workspace_id text not null,
  story_id     text not null references stories (id),
  person_id    text not null,
  emoji        text not null,
  is_on        integer not null check (is_on in (0, 1)),
  at           text not null,
  primary key (story_id, person_id, emoji)
) strict, without rowid;

CREATE INDEX reactions_by_person on reactions (workspace_id, person_id);

CREATE TABLE retractions (
  workspace_id text not null references workspaces (id),
  story_id     text primary key references stories (id),
  retracted_at text not null,
  retracted_by text not null,
  reason       text
) strict, without rowid;

CREATE TABLE role_groups (
  workspace_id text not null references workspaces (id),
  role         text not null check (role in ('host', 'manager')),
  scope        text not null default '',
  group_id     text not null,
  granted_at   text not null,
  granted_by   text not null,
  primary key (workspace_id, role, scope, group_id)
) strict;

CREATE TABLE "roles" (
  workspace_id text not null,
  role         text not null check (role in ('host', 'manager', 'approver', 'fulfiller')),
  scope        text not null default '',
  person_id    text not null,
  granted_at   text not null,
  granted_by   text not null,
  primary key (workspace_id, role, scope, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
) strict;

CREATE INDEX roles_by_person on roles (workspace_id, person_id);

CREATE TABLE round_criteria (
  workspace_id text not null references workspaces (id),
  round_id     text not null references rounds (id),
  position     integer not null,
  criterion    text not null,
  primary key (round_id, position)
) strict, without rowid;

CREATE TABLE round_groups (
  workspace_id text not null references workspaces (id),
  round_id     text not null references rounds (id),
  group_id     text not null,
  primary key (round_id, group_id)
) strict, without rowid;

CREATE TABLE round_judges (
  workspace_id text not null,
  round_id     text not null references rounds (id),
  person_id    text not null,
  named_at     text not null,
  named_by     text not null,
  primary key (round_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
) strict, without rowid;

CREATE INDEX round_judges_by_person on round_judges (workspace_id, person_id);

CREATE TABLE round_steps (
  id           text primary key,
  workspace_id text not null references workspaces (id),
  round_id     text not null references rounds (id),
  step         text not null check (step in
    ('planned', 'changed', 'opened', 'reminded', 'closed', 'reopened', 'votes-opened', 'judges-reminded', 'counted', 'fell-short',
     'tied', 'asked-again', 'decided', 'unwon', 'cancelled', 'stopped-repeating')),
  due_at       text,                               -- when it was due, for what happens by itself
  taken_at     text not null,
  taken_by     text,
  details      text check (json_valid(details))
) strict;

CREATE INDEX round_steps_by_round on round_steps (round_id, id);

CREATE TABLE rounds (
  id                   text primary key,
  workspace_id         text not null references workspaces (id),
  series_id            text not null,              -- the first round of those that repeat each other
  turn                 integer not null check (turn >= 0), -- how many periods after the plan this one is
  title                text not null,
  honours              text,
  decided_by           text not null check (decided_by in ('everybody', 'judges', 'host')),
  repeats              text check (repeats in ('month', 'quarter')),
  plan                 text not null check (json_valid(plan)), -- days and times as a host gave them for turn 0
  opens_at             text not null,
  nominations_close_at text not null,
  votes_open_at        text not null,
  votes_close_at       text not null,
  channel              text not null,
  prize_id             text references prizes (id),
  quorum               integer not null check (quorum >= 1),
  rest_rounds          integer not null check (rest_rounds >= 0),
  state                text not null check (state in
    ('planned', 'nominating', 'closed', 'voting', 'short', 'tied', 'decided', 'unwon', 'cancelled')),
  next_due_at          text,                       -- when something happens to it by itself; null: never again
  created_at           text not null,
  created_by           text not null,
  check (opens_at < nominations_close_at and nominations_close_at <= votes_open_at and votes_open_at < votes_close_at)
) strict;

CREATE UNIQUE INDEX rounds_by_series on rounds (series_id, opens_at);

CREATE INDEX rounds_by_time on rounds (workspace_id, opens_at);

CREATE INDEX rounds_due on rounds (workspace_id, next_due_at) where next_due_at is not null;

CREATE INDEX rounds_open on rounds (workspace_id, state, opens_at)
  where state in ('planned', 'nominating', 'closed', 'voting', 'short', 'tied');

CREATE TABLE score_notes (
  workspace_id text not null,
  round_id     text not null references rounds (id),
  judge_id     text not null,
  nominee_id   text not null,
  note         text not null,
  primary key (round_id, judge_id, nominee_id)
) strict, without rowid;

CREATE TABLE scores (
  workspace_id text not null,
  round_id     text not null references rounds (id),
  judge_id     text not null,
  nominee_id   text not null,
  criterion    integer not null,
  score        integer not null check (score between 1 and 5),
  primary key (round_id, judge_id, nominee_id, criterion),
  check (judge_id <> nominee_id),
  foreign key (workspace_id, judge_id) references people (workspace_id, id),
  foreign key (workspace_id, nominee_id) references people (workspace_id, id)
) strict, without rowid;

CREATE TABLE setting_changes (
  id           text primary key,
  workspace_id text not null references workspaces (id),
  key          text not null,
  from_value   text,
  to_value     text,
  changed_at   text not null,
  changed_by   text not null
) strict;

CREATE INDEX setting_changes_by_time on setting_changes (workspace_id, changed_at);

CREATE TABLE settings (
  workspace_id text not null references workspaces (id),
  key          text not null,
  value        text not null check (json_valid(value)),
  primary key (workspace_id, key)
) strict;

CREATE TABLE source_revocations (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  source_id     text not null references sources (id),
  revoked_at    text not null,   -- real time
  revoked_by    text             -- null: by a command
) strict;

CREATE INDEX source_revocations_by_source on source_revocations (source_id, revoked_at);

CREATE TABLE source_secrets (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  source_id     text not null references sources (id),
  secret        text not null,   -- whsec_…: needed as it is to check a signature
  token_hash    text not null,   -- SHA-256, in hex
  made_at       text not null,   -- real time
  made_by       text             -- null: by a command
) strict;

CREATE INDEX source_secrets_by_source on source_secrets (source_id, made_at);

CREATE TABLE source_withdrawals (
  workspace_id  text not null references workspaces (id),
  channel       text not null,
  ts            text not null,
  withdrawn_by  text not null,
  withdrawn_at  text not null,
  primary key (workspace_id, channel, ts)
) strict, without rowid;

CREATE TABLE sources (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  name          text not null,
  added_at      text not null,
  added_by      text,            -- null: by a command
  unique (workspace_id, name)
) strict;

CREATE TABLE step_asides (
  workspace_id text not null,
  round_id     text not null references rounds (id),
  person_id    text not null,
  stepped_at   text not null,
  primary key (round_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
) strict, without rowid;

CREATE INDEX step_asides_by_person on step_asides (workspace_id, person_id);

CREATE TABLE stories (
  id            text primary key,
  workspace_id  text not null references workspaces (id),
  kind          text not null check (kind in ('wow', 'letter', 'turnaround')),
  teller_id     text not null,
  words         text not null,
  lesson        text,
  customer_kind text not null check (customer_kind in ('customer', 'supplier', 'partner', 'colleague', 'community')),
  customer_name text,
  deeds         text,           -- who did what
  thanks        text,           -- who else deserves thanks
  told_at       text not null,
  told_on       text not null,  -- the day in the workspace's zone
  cheer_count   integer not null default 0 check (cheer_count >= 0),
  foreign key (workspace_id, teller_id) references people (workspace_id, id)
) strict;

CREATE INDEX stories_by_teller on stories (workspace_id, teller_id, told_at);

CREATE INDEX stories_by_time on stories (workspace_id, told_at, id);

CREATE TABLE story_edits (
  id           text primary key,
  workspace_id text not null references workspaces (id),
  story_id     text not null references stories (id),
  edited_at    text not null,
  edited_by    text not null,
  before       text not null check (json_valid(before))
) strict;

CREATE INDEX story_edits_by_story on story_edits (story_id, edited_at);

CREATE TABLE story_sources (
  workspace_id  text not null references workspaces (id),
  channel       text not null,
  ts            text not null,
  story_id      text not null references stories (id),
  author_id     text not null,
  is_private    integer not null check (is_private in (0, 1)),   -- not everybody could follow a link there
  captured_at   text not null,
  primary key (workspace_id, channel, ts)
) strict, without rowid;

CREATE UNIQUE INDEX story_sources_by_story on story_sources (story_id);

CREATE TABLE turnout (
  workspace_id text not null,
  round_id     text not null references rounds (id),
  person_id    text not null,
  voted_at     text not null,
  primary key (round_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
) strict, without rowid;

CREATE TABLE voices (
  workspace_id  text not null references workspaces (id),
  story_id      text not null references stories (id),
  person_id     text not null,
  words         text not null,
  added_at      text not null,
  primary key (story_id, person_id)
) strict, without rowid;

CREATE TABLE votes (
  workspace_id text not null,
  round_id     text not null references rounds (id),
  voter_id     text not null,
  nominee_id   text not null,
  primary key (round_id, voter_id),
  check (voter_id <> nominee_id),
  foreign key (workspace_id, voter_id) references people (workspace_id, id),
  foreign key (workspace_id, nominee_id) references people (workspace_id, id)
) strict, without rowid;

CREATE TABLE waiting_praises (
  workspace_id  text not null references workspaces (id),
  praise_id     text not null references praises (id),
  arrived_at    text not null,
  announced_at  text,            -- null: the triage channel has not heard of it yet
  group_id      text,            -- announced in one message with others
  primary key (workspace_id, arrived_at, praise_id)
) strict, without rowid;

CREATE INDEX waiting_praises_by_group on waiting_praises (group_id) where group_id is not null;

CREATE UNIQUE INDEX waiting_praises_by_praise on waiting_praises (praise_id);

CREATE INDEX waiting_praises_unannounced on waiting_praises (workspace_id, arrived_at) where announced_at is null;

CREATE TABLE winners (
  workspace_id text not null,
  round_id     text not null references rounds (id),
  person_id    text not null,
  title        text not null,
  won_at       text not null,
  primary key (round_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
) strict, without rowid;

CREATE INDEX winners_by_person on winners (workspace_id, person_id, won_at);

CREATE INDEX winners_by_time on winners (workspace_id, won_at);

CREATE TABLE workspaces (
  id         text primary key,
  name       text not null,
  created_at text not null
) strict;
