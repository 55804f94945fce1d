/** The tables as Kysely sees them. `test/schema.sql` is the database's own word for it; a test holds both together. */
import type { ColumnType, Generated } from 'kysely'
import type { RoundsSchema } from './schema-rounds.ts'

type Flag = 0 | 1
/** Has a default in the database, so an insert may leave it out. */
type Default<T> = ColumnType<T, T | undefined, T>

export type Schema = RoundsSchema & {
  workspaces: { id: string; name: string; created_at: string }
  people: {
    workspace_id: string
    id: string
    name: string
    zone: string | null
    locale: string | null
    is_bot: Default<Flag>
    is_guest: Default<Flag>
    is_admin: Default<Flag>
    is_foreign: Default<Flag>
    left_at: string | null
    known_at: string | null
    changed_at: string
  }
  roles: {
    workspace_id: string
    role: 'host' | 'manager' | 'approver' | 'fulfiller'
    scope: Default<string>
    person_id: string
    granted_at: string
    granted_by: string
  }
  role_groups: {
    workspace_id: string
    role: 'host' | 'manager'
    scope: Default<string>
    group_id: string
    granted_at: string
    granted_by: string
  }
  group_members: { workspace_id: string; group_id: string; person_id: string }
  channels: {
    workspace_id: string
    id: string
    name: string
    is_private: Flag
    is_archived: Flag
    is_shared: Flag
    is_member: Flag
    archived_as_of: Default<string>
    shared_as_of: Default<string>
    member_as_of: Default<string>
    changed_at: string
  }
  settings: { workspace_id: string; key: string; value: string }
  setting_changes: {
    id: string
    workspace_id: string
    key: string
    from_value: string | null
    to_value: string | null
    changed_at: string
    changed_by: string
  }
  stories: {
    id: string
    workspace_id: string
    kind: 'wow' | 'letter' | 'turnaround'
    teller_id: string
    words: string
    lesson: string | null
    customer_kind: 'customer' | 'supplier' | 'partner' | 'colleague' | 'community'
    customer_name: string | null
    deeds: string | null
    thanks: string | null
    told_at: string
    told_on: string
    cheer_count: Default<number>
  }
  champions: {
    workspace_id: string
    story_id: string
    person_id: string
    position: number
    told_at: string
  }
  declined_credits: { workspace_id: string; story_id: string; person_id: string; declined_at: string }
  story_edits: {
    id: string
    workspace_id: string
    story_id: string
    edited_at: string
    edited_by: string
    before: string
  }
  retractions: {
    workspace_id: string
    story_id: string
    retracted_at: string
    retracted_by: string
    reason: string | null
  }
  photos: {
    workspace_id: string
    story_id: string
    file_id: string
    description: string | null
    shared_id: string | null
    shared_at: string | null
    in_card: Default<Flag>
  }
  drafts: {
    id: string
    workspace_id: string
    person_id: string
    kind: string
    body: string
    drafted_at: string
  }
  reactions: {
    workspace_id: string
    story_id: string
    person_id: string
    emoji: string
    is_on: Flag
    at: string
  }
  cheers: { workspace_id: string; story_id: string; person_id: string; cheered_at: string }
  board_counts: {
    workspace_id: string
    view: 'champions' | 'storytellers' | 'cheerers'
    period: 'week' | 'month' | 'quarter' | 'year'
    starts_on: string
    person_id: string
    count: Default<number>
    cheers: Default<number>
  }
  board_leaves: { workspace_id: string; person_id: string; left_at: string }
  digests: {
    id: string
    workspace_id: string
    due_at: string
    lead_id: string | null
    created_at: string
  }
  digest_notes: {
    workspace_id: string
    digest_id: string
    person_id: string
    words: string
    noted_at: string
  }
  digest_omissions: {
    workspace_id: string
    story_id: string
    digest_id: string
    omitted_at: string
    omitted_by: string
  }
  digest_skips: { workspace_id: string; digest_id: string; skipped_at: string; skipped_by: string }
  digest_issues: {
    workspace_id: string
    digest_id: string
    from_at: string
    to_at: string
    issued_at: string
  }
  digest_stories: {
    workspace_id: string
    digest_id: string
    story_id: string
    place: 'lead' | 'other' | 'left_out'
    position: number
  }
  deliveries: {
    id: string
    workspace_id: string
    kind: string
    subject_id: string
    args: Default<string>
    lane: string
    key: string | null
    thread_of: string | null
    post_id: string | null
    state: Default<'waiting' | 'sending' | 'sent' | 'dropped' | 'failed'>
    created_at: string
    due_at: string
    attempts: Default<number>
    lease_until: string | null
    doubt: Default<number>
    doubted_at: string | null
    error: string | null
    settled_at: string | null
  }
  posts: {
    id: string
    workspace_id: string
    delivery_id: string
    kind: string
    subject_id: string
    args: string
    lane: string
    channel: string
    ts: string
    thread_ts: string | null
    posted_at: string
    shown_at: string
  }
  post_subjects: { workspace_id: string; subject_id: string; post_id: string }
  inbox: {
    seq: Generated<number>
    workspace_id: string
    event_id: string
    kind: string
    body: string
    received_at: string
    failed_at: string | null
  }
  parked_reactions: {
    workspace_id: string
    channel: string
    ts: string
    person_id: string
    emoji: string
    is_on: Flag
    at: string
    parked_at: string
  }
  handled: { workspace_id: string; key: string; handled_at: string }
  job_runs: {
    workspace_id: string
    job: string
    due_at: string
    ran_at: string
    outcome: 'ran' | 'skipped'
  }
  prizes: {
    id: string
    workspace_id: string
    kind: 'money' | 'day_off' | 'gift'
    builtin: 'card' | 'lunch' | 'day-off' | 'voucher' | null
    name: string | null
    cost_minor: number
    half_days: number
    stock: number | null
    revision: Default<number>
    created_at: string
  }
  prize_photos: { workspace_id: string; prize_id: string; file_id: string }
  prize_retirements: { workspace_id: string; prize_id: string; retired_at: string; retired_by: string }
  prize_edits: {
    id: string
    workspace_id: string
    prize_id: string
    edited_at: string
    edited_by: string
    before: string
  }
  budgets: {
    workspace_id: string
    person_id: string
    money_minor: number
    half_days: number
    set_at: string
    set_by: string
  }
  awards: {
    id: string
    workspace_id: string
    story_id: string | null
    round_id: string | null
    prize_id: string
    prize_kind: 'money' | 'day_off' | 'gift'
    prize_builtin: string | null
    prize_name: string | null
    prize_minor: number
    prize_half_days: number
    currency: string
    split: 'each' | 'shared'
    is_private: Flag
    reason: string
    given_by: string
    awarded_at: string
    awarded_on: string
    given_at: string | null
  }
  award_photos: { workspace_id: string; award_id: string; file_id: string; shared_id: string | null }
  award_shares: {
    workspace_id: string
    award_id: string
    person_id: string
    position: number
    money_minor: number
    half_days: number
    state: 'waiting' | 'open' | 'fulfilled' | 'declined' | 'lapsed' | 'cancelled'
    awarded_at: string
  }
  ledger_entries: {
    id: string
    workspace_id: string
    award_id: string
    person_id: string
    entry: 'reserved' | 'approved' | 'declined' | 'lapsed' | 'fulfilled' | 'cancelled'
    entered_at: string
    entered_by: string | null
    note: string | null
    given_by: string
    charged_on: string
    currency: string
    reserved_minor: number
    spent_minor: number
    reserved_half_days: number
    spent_half_days: number
  }
  letters: {
    workspace_id: string
    story_id: string
    author_name: string | null
    author_role: string | null
    via: 'email' | 'review' | 'call' | 'card' | 'survey' | 'chat' | 'in_person' | null
    received_on: string | null
    reference: string | null
    permission: 'yes' | 'first_name' | 'no' | 'not_asked'
    asked_by: string | null
    asked_on: string | null
    scan_is_clear: Flag
  }
  letter_permissions: {
    id: string
    workspace_id: string
    story_id: string
    permission: 'yes' | 'first_name' | 'no' | 'not_asked'
    set_at: string
    set_by: string
  }
  letter_replies: { workspace_id: string; story_id: string; replied_at: string; replied_by: string }
  sources: { id: string; workspace_id: string; name: string; added_at: string; added_by: string | null }
  source_secrets: {
    id: string
    workspace_id: string
    source_id: string
    secret: string
    token_hash: string
    made_at: string
    made_by: string | null
  }
  source_revocations: {
    id: string
    workspace_id: string
    source_id: string
    revoked_at: string
    revoked_by: string | null
  }
  praises: {
    id: string
    workspace_id: string
    source_id: string
    webhook_key: string | null
    reference_key: string | null
    body: string | null
    arrived_at: string
  }
  praise_recipients: {
    workspace_id: string
    praise_id: string
    position: number
    given: string | null
    person_id: string | null
  }
  waiting_praises: {
    workspace_id: string
    praise_id: string
    arrived_at: string
    announced_at: string | null
    group_id: string | null
  }
  praise_groups: { id: string; workspace_id: string; count: number; announced_at: string }
  praise_shares: {
    workspace_id: string
    praise_id: string
    story_id: string
    shared_at: string
    shared_by: string
  }
  praise_dismissals: {
    workspace_id: string
    praise_id: string
    reason: string | null
    dismissed_at: string
    dismissed_by: string
  }
  story_sources: {
    workspace_id: string
    channel: string
    ts: string
    story_id: string
    author_id: string
    is_private: Flag
    captured_at: string
  }
  source_withdrawals: {
    workspace_id: string
    channel: string
    ts: string
    withdrawn_by: string
    withdrawn_at: string
  }
  voices: { workspace_id: string; story_id: string; person_id: string; words: string; added_at: string }
  capture_requests: {
    id: string
    workspace_id: string
    channel: string
    ts: string
    author_id: string
    asked_by: string
    asked_at: string
    body: string | null
    answer: 'yes' | 'no' | null
    answered_at: string | null
  }
  capture_asks: {
    id: string
    workspace_id: string
    channel: string
    ts: string
    person_id: string
    kind: 'wow' | 'letter'
    asked_at: string
  }
  praise_originals: { workspace_id: string; praise_id: string; field: string; text: string }
  letter_wholes: { story_id: string; workspace_id: string; text: string }
  letter_originals: {
    id: string
    workspace_id: string
    story_id: string
    field: string
    text: string
    kept_at: string
  }
  letter_original_readings: {
    id: string
    workspace_id: string
    story_id: string
    read_at: string
    read_by: string
  }
  letter_original_erasures: {
    id: string
    workspace_id: string
    story_id: string
    erased_at: string
    erased_by: string
  }
}
