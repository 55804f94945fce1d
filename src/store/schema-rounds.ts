/** The tables of rounds, as `migrations/` made them. */
type Flag = 0 | 1

export type RoundsSchema = {
  rounds: {
    id: string
    workspace_id: string
    series_id: string
    turn: number
    title: string
    honours: string | null
    decided_by: 'everybody' | 'judges' | 'host'
    repeats: 'month' | 'quarter' | null
    plan: string
    opens_at: string
    nominations_close_at: string
    votes_open_at: string
    votes_close_at: string
    channel: string
    prize_id: string | null
    quorum: number
    rest_rounds: number
    state:
      | 'planned'
      | 'nominating'
      | 'closed'
      | 'voting'
      | 'short'
      | 'tied'
      | 'decided'
      | 'unwon'
      | 'cancelled'
    next_due_at: string | null
    created_at: string
    created_by: string
  }
  round_steps: {
    id: string
    workspace_id: string
    round_id: string
    step:
      | 'planned'
      | 'changed'
      | 'opened'
      | 'reminded'
      | 'closed'
      | 'reopened'
      | 'votes-opened'
      | 'judges-reminded'
      | 'counted'
      | 'fell-short'
      | 'tied'
      | 'asked-again'
      | 'decided'
      | 'unwon'
      | 'cancelled'
      | 'stopped-repeating'
    due_at: string | null
    taken_at: string
    taken_by: string | null
    details: string | null
  }
  round_criteria: { workspace_id: string; round_id: string; position: number; criterion: string }
  round_groups: { workspace_id: string; round_id: string; group_id: string }
  round_judges: {
    workspace_id: string
    round_id: string
    person_id: string
    named_at: string
    named_by: string
  }
  nominations: {
    id: string
    workspace_id: string
    round_id: string
    nominee_id: string
    nominator_id: string
    reason: string
    quotable: Flag
    criterion: number | null
    made_at: string
    changed_at: string
  }
  nomination_evidence: { workspace_id: string; nomination_id: string; position: number; story_id: string }
  step_asides: { workspace_id: string; round_id: string; person_id: string; stepped_at: string }
  turnout: { workspace_id: string; round_id: string; person_id: string; voted_at: string }
  votes: { workspace_id: string; round_id: string; voter_id: string; nominee_id: string }
  scores: {
    workspace_id: string
    round_id: string
    judge_id: string
    nominee_id: string
    criterion: number
    score: number
  }
  score_notes: { workspace_id: string; round_id: string; judge_id: string; nominee_id: string; note: string }
  counts: {
    workspace_id: string
    round_id: string
    counted_at: string
    inputs: string
    outcome: string
    checksum: string
  }
  winners: { workspace_id: string; round_id: string; person_id: string; title: string; won_at: string }
  examinations: {
    id: string
    workspace_id: string
    round_id: string
    examined_at: string
    examined_by: string
    why: string
  }
}
