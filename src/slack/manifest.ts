/** The permissions that manifest.yml asks for. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const FILE = join(import.meta.dirname, '../../manifest.yml')

const Manifest = z.object({
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).default([]) }),
  }),
})

export type ManifestScopes = { readonly needed: readonly string[]; readonly optional: readonly string[] }

export function readManifestScopes(): ManifestScopes {
  const { scopes } = Manifest.parse(parse(readFileSync(FILE, 'utf8'))).oauth_config
  return { needed: scopes.bot, optional: scopes.bot_optional }
}
