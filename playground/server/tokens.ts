import type { Manifest } from './manifest.ts'

/** The app's credentials and what they may do. */
export type Tokens = {
  bot: string
  app: string
  signingSecret: string
  /** Scopes granted at installation. */
  scopes: Set<string>
  /** Slack's error for every call, once the token no longer works. */
  dead: 'token_revoked' | 'account_inactive' | 'invalid_auth' | undefined
}

export function createTokens(manifest: Manifest, appId: string, grantOptional: boolean): Tokens {
  return {
    bot: 'xoxb-pretend-bot-token',
    app: `xapp-1-${appId}-pretend-app-token`,
    signingSecret: '8f742231b10e8888abcd99yyyzzz85a5',
    scopes: new Set([...manifest.scopes, ...(grantOptional ? manifest.optionalScopes : [])]),
    dead: undefined,
  }
}
