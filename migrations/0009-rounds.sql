-- Rounds: nominations, ballots, and who became the champion of it. And prizes that are given for a round, not for a story.

create table rounds (
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
create index rounds_due on rounds (workspace_id, next_due_at) where next_due_at is not null;
create index rounds_by_time on rounds (workspace_id, opens_at);
create index rounds_open on rounds (workspace_id, state, opens_at)
  where state in ('planned', 'nominating', 'closed', 'voting', 'short', 'tied');
-- A round repeats once.
create unique index rounds_by_series on rounds (series_id, opens_at);

-- What happened to a round: every change of its state and its times, with who and when; null: nobody, it was due.
create table round_steps (
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
create index round_steps_by_round on round_steps (round_id, id);

create table round_criteria (
  workspace_id text not null references workspaces (id),
  round_id     text not null references rounds (id),
  position     integer not null,
  criterion    text not null,
  primary key (round_id, position)
) strict, without rowid;

-- Departments, as user groups of the platform. None: everybody may be nominated.
create table round_groups (
  workspace_id text not null references workspaces (id),
  round_id     text not null references rounds (id),
  group_id     text not null,
  primary key (round_id, group_id)
) strict, without rowid;

create table round_judges (
  workspace_id text not null,
  round_id     text not null references rounds (id),
  person_id    text not null,
  named_at     text not null,
  named_by     text not null,
  primary key (round_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
) strict, without rowid;
create index round_judges_by_person on round_judges (workspace_id, person_id);

-- One for each person and nominee. What is withdrawn is deleted: withdrawn words are nobody's.
create table nominations (
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
create index nominations_by_nominee on nominations (round_id, nominee_id, made_at);
create index nominations_of_person on nominations (workspace_id, nominee_id);
create index nominations_by_person on nominations (workspace_id, nominator_id, made_at);

create table nomination_evidence (
  workspace_id  text not null references workspaces (id),
  nomination_id text not null references nominations (id) on delete cascade,
  position      integer not null,
  story_id      text not null references stories (id),
  primary key (nomination_id, story_id)
) strict, without rowid;

-- Who does not want to be in it. No reason is asked, and none is kept.
create table step_asides (
  workspace_id text not null,
  round_id     text not null references rounds (id),
  person_id    text not null,
  stepped_at   text not null,
  primary key (round_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
) strict, without rowid;

-- Who voted or judged: what turn-out counts. Whom for stands apart, and only until the count.
create table turnout (
  workspace_id text not null,
  round_id     text not null references rounds (id),
  person_id    text not null,
  voted_at     text not null,
  primary key (round_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
) strict, without rowid;

-- Everybody's votes, until the count deletes them. One for each voter.
create table votes (
  workspace_id text not null,
  round_id     text not null references rounds (id),
  voter_id     text not null,
  nominee_id   text not null,
  primary key (round_id, voter_id),
  check (voter_id <> nominee_id),
  foreign key (workspace_id, voter_id) references people (workspace_id, id),
  foreign key (workspace_id, nominee_id) references people (workspace_id, id)
) strict, without rowid;

-- Judges' scores, until the count deletes them. The note is the judge's own.
create table scores (
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

create table score_notes (
  workspace_id text not null,
  round_id     text not null references rounds (id),
  judge_id     text not null,
  nominee_id   text not null,
  note         text not null,
  primary key (round_id, judge_id, nominee_id)
) strict, without rowid;

-- The count, made once: what went in (ballots without names, in an order that says nothing), and what came out.
create table counts (
  workspace_id text not null references workspaces (id),
  round_id     text primary key references rounds (id),
  counted_at   text not null,
  inputs       text not null check (json_valid(inputs)),
  outcome      text not null check (json_valid(outcome)),
  checksum     text not null                        -- SHA-256 of the inputs
) strict, without rowid;
create trigger counts_stay before update on counts
begin select raise(abort, 'a count is made once'); end;
create trigger counts_remain before delete on counts
begin select raise(abort, 'a count is made once'); end;
create trigger counts_once before insert on counts
when exists (select 1 from counts where round_id = new.round_id)
begin select raise(abort, 'a count is made once'); end;

create table winners (
  workspace_id text not null,
  round_id     text not null references rounds (id),
  person_id    text not null,
  title        text not null,
  won_at       text not null,
  primary key (round_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
) strict, without rowid;
create index winners_by_person on winners (workspace_id, person_id, won_at);
create index winners_by_time on winners (workspace_id, won_at);

-- A host looked at who nominated, since something seemed wrong.
create table examinations (
  id           text primary key,
  workspace_id text not null references workspaces (id),
  round_id     text not null references rounds (id),
  examined_at  text not null,
  examined_by  text not null,
  why          text not null
) strict;
create index examinations_by_round on examinations (round_id, examined_at);

-- Awards for a round: they have no story. SQLite cannot change a NOT NULL: the table is made anew, and what refers to it is
-- compared at the end of the transaction.
pragma defer_foreign_keys = on;
create temporary table awards_before as select * from awards;
drop table awards;
create table awards (
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
insert into awards
  select id, workspace_id, story_id, null, prize_id, prize_kind, prize_builtin, prize_name, prize_minor, prize_half_days,
         currency, split, is_private, reason, given_by, awarded_at, awarded_on, given_at
    from awards_before;
drop table awards_before;
create index awards_by_story on awards (workspace_id, story_id);
create index awards_by_giver on awards (workspace_id, given_by, awarded_at);
create index awards_by_time on awards (workspace_id, awarded_on);
create index awards_given on awards (workspace_id, given_at) where given_at is not null and is_private = 0;
-- A round gives its prize once.
create unique index awards_by_round on awards (round_id) where round_id is not null;
