-- Prizes: what managers can award, with which budget, what they awarded, and the ledger of it.

-- Two more roles. SQLite cannot change a CHECK: the table is made anew.
create table roles_2 (
  workspace_id text not null,
  role         text not null check (role in ('host', 'manager', 'approver', 'fulfiller')),
  scope        text not null default '',
  person_id    text not null,
  granted_at   text not null,
  granted_by   text not null,
  primary key (workspace_id, role, scope, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
) strict;
insert into roles_2 select * from roles;
drop table roles;
alter table roles_2 rename to roles;
create index roles_by_person on roles (workspace_id, person_id);

-- The catalogue. Prizes that come with Plaudit have a name of its own until a host gives them another.
create table prizes (
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
create index prizes_by_workspace on prizes (workspace_id, created_at);

-- A gift's photo, as given in the form: seen by Plaudit alone.
create table prize_photos (
  workspace_id text not null references workspaces (id),
  prize_id     text primary key references prizes (id),
  file_id      text not null
) strict, without rowid;

create table prize_retirements (
  workspace_id text not null references workspaces (id),
  prize_id     text primary key references prizes (id),
  retired_at   text not null,
  retired_by   text not null
) strict, without rowid;

create table prize_edits (
  id           text primary key,
  workspace_id text not null references workspaces (id),
  prize_id     text not null references prizes (id),
  edited_at    text not null,
  edited_by    text not null,
  before       text not null check (json_valid(before))
) strict;
create index prize_edits_by_prize on prize_edits (prize_id, edited_at);

-- What a manager may give in a period, where it is not what the settings say for every manager.
create table budgets (
  workspace_id text not null,
  person_id    text not null,
  money_minor  integer not null check (money_minor >= 0),
  half_days    integer not null check (half_days >= 0),
  set_at       text not null,
  set_by       text not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
) strict, without rowid;

-- A prize given for a story, with its reason. The prize is kept as it was.
create table awards (
  id               text primary key,
  workspace_id     text not null,
  story_id         text not null references stories (id),
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
  foreign key (workspace_id, given_by) references people (workspace_id, id)
) strict;
create index awards_by_story on awards (workspace_id, story_id);
create index awards_by_giver on awards (workspace_id, given_by, awarded_at);
create index awards_by_time on awards (workspace_id, awarded_on);
create index awards_given on awards (workspace_id, given_at) where given_at is not null and is_private = 0;

-- The photo in the thread of an award. A copy of its own: it goes with its award, and stays what it was when it was given.
create table award_photos (
  workspace_id text not null references workspaces (id),
  award_id     text primary key references awards (id),
  file_id      text not null,   -- of the form
  shared_id    text             -- the copy everybody can see; remembered before it is shared
) strict, without rowid;

-- What each person gets of an award. Its state is what its entries in the ledger say; doctor compares them.
create table award_shares (
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
create index award_shares_waiting on award_shares (workspace_id, awarded_at) where state = 'waiting';
create index award_shares_open on award_shares (workspace_id, awarded_at) where state = 'open';
create index award_shares_by_person on award_shares (workspace_id, person_id, awarded_at);

-- The ledger: entries are only ever added. What is reserved and what is spent are sums of them.
create table ledger_entries (
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
create index ledger_by_giver on ledger_entries
  (workspace_id, given_by, charged_on, currency, reserved_minor, spent_minor, reserved_half_days, spent_half_days);
create index ledger_by_day on ledger_entries
  (workspace_id, charged_on, given_by, currency, reserved_minor, spent_minor, reserved_half_days, spent_half_days);

create trigger ledger_entries_stay before update on ledger_entries
begin select raise(abort, 'the ledger is only ever added to'); end;
create trigger ledger_entries_remain before delete on ledger_entries
begin select raise(abort, 'the ledger is only ever added to'); end;
-- An "insert or replace" deletes without that trigger.
create trigger ledger_entries_once before insert on ledger_entries
when exists (select 1 from ledger_entries where id = new.id)
  or exists (select 1 from ledger_entries
              where award_id = new.award_id and person_id = new.person_id and entry = new.entry)
begin select raise(abort, 'the ledger is only ever added to'); end;

-- Cards of stories said more than 90 days ago lost their delivery to housekeeping, which from now on keeps it: a prize is
-- said in the thread of the card's delivery, however old the story is.
insert into deliveries
  (id, workspace_id, kind, subject_id, args, lane, state, created_at, due_at, attempts, settled_at)
select delivery_id, workspace_id, kind, subject_id, args, lane, 'sent', posted_at, posted_at, 1, posted_at
  from posts
 where kind = 'story.card' and not exists (select 1 from deliveries where deliveries.id = posts.delivery_id);
