/** The permissions that manifest.yml asks for. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const FILE = join(import.meta.dirname, '../../manifest.yml')

const Manifest = z.object({
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).default([]) }),
  }),
})

export type ManifestScopes = { readonly needed: readonly string[]; readonly optional: readonly string[] }

export async function readManifestScopes(): Promise<ManifestScopes> {
  const { parse } = await import('yaml') // `doctor` alone asks: who serves people need not hold it
  const { scopes } = Manifest.parse(parse(readFileSync(FILE, 'utf8'))).oauth_config
  return { needed: scopes.bot, optional: scopes.bot_optional }
}
