/** What the end of a call to Slack means for what was to be said. Only known codes are definitive. */
import { ErrorCode } from '@slack/web-api'
import type { Delivery } from '../domain/delivery.ts'

/** Makes sure that a row is ours for one more call, and that it is its turn. Throws when it is not ours. */
export type Hold = () => Promise<Held>
/** The row as it is held now. `answered`: the call has ended well. */
export type Held = { readonly delivery: Delivery; readonly answered: () => void }

/** What became of a delivery when its calls ended well. */
export type Spoken = 'said' | 'shown' | 'dropped' | 'failed' | 'look-again'

export type CallOutcome =
  /** Surely not said; say it again in so many milliseconds, and nothing else on that method meanwhile. */
  | { readonly what: 'slow-down'; readonly ms: number }
  /** Surely not said, and it never will be as it is. */
  | { readonly what: 'refused'; readonly error: string }
  /** Surely not said: Slack does not let us in at all. It is not the message's fault. */
  | { readonly what: 'locked-out'; readonly error: string }
  /** It may have been said. `isCode`: Slack answered with a code that we do not know. */
  | { readonly what: 'unclear'; readonly error: string; readonly isCode: boolean }

const refusals = new Set([
  'as_user_not_supported',
  'cannot_dm_bot',
  'cannot_reply_to_message',
  'cant_delete_file',
  'cant_delete_message',
  'cant_update_message',
  'channel_not_found',
  'channel_is_limited_access',
  'delete_not_allowed',
  'edit_window_closed',
  'file_deleting_disabled',
  'ekm_access_denied',
  'file_deleted',
  'file_not_found',
  'file_not_shared',
  'invalid_arguments',
  'invalid_attachments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_channel',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'invalid_user',
  'is_archived',
  'is_inactive',
  'malware_detected',
  'message_not_found',
  'messages_tab_disabled',
  'metadata_too_large',
  'method_not_supported_for_channel_type',
  'missing_scope',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_permission',
  'no_text',
  'not_allowed_token_type',
  'not_in_channel',
  'posting_to_channel_denied',
  'restricted_action',
  'restricted_action_non_threadable_channel',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'restricted_action_thread_only_channel',
  'slack_connect_blocked_file_type',
  'slack_connect_file_upload_sharing_blocked',
  'storage_limit_reached',
  'thread_not_found',
  'too_many_attachments',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
])
const lockouts = new Set([
  'access_denied',
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'team_added_to_org',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
])

/** Codes by which Slack says that it is not well: as good as silence. */
const outages = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable'])

/** @param error what a call of a client without retries threw */
export function outcomeOf(error: unknown): CallOutcome {
  const { code, retryAfter, data, message } = error as {
    code?: string
    retryAfter?: number
    data?: { error?: string }
    message?: string
  }
  if (code === ErrorCode.RateLimitedError) return { what: 'slow-down', ms: (retryAfter ?? 30) * 1000 }
  const said = code === ErrorCode.PlatformError ? (data?.error ?? '') : ''
  if (said === 'ratelimited' || said === 'rate_limited' || said === 'message_limit_exceeded') {
    return { what: 'slow-down', ms: 30_000 }
  }
  if (refusals.has(said)) return { what: 'refused', error: said }
  if (lockouts.has(said)) return { what: 'locked-out', error: said }
  const isWord = /^[a-z_]{3,60}$/.test(said)
  const named = isWord ? said : (code ?? message ?? 'unknown')
  return { what: 'unclear', error: named, isCode: isWord && !outages.has(said) }
}
