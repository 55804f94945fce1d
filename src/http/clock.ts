/**
 * `POST /clock {"at": "…"}` sets civil time. Served only with PLAUDIT_TEST_CLOCK, that only beside a Slack on loopback, and
 * to this machine alone.
 */
import { z } from 'zod'
import { isInstant } from '../domain/time.ts'
import { answer, direct, isFromThisMachine, type Route, type Routes, readJson } from './server.ts'

const Body = z.object({ at: z.string().refine(isInstant) })

/** @param set sets the time, and resolves once everything due by then is done */
export function clockRoutes(set: (at: string) => Promise<void>, now: () => string): Routes {
  return {
    'GET /clock': here((_, response) => answer(response, 200, { at: now() })),
    'POST /clock': here(async (request, response) => {
      const body = Body.safeParse(await readJson(request).catch(() => undefined))
      if (!body.success) return answer(response, 400, { error: 'send {"at": "2026-11-20T16:00:00.000Z"}' })
      await set(body.data.at)
      answer(response, 200, { at: now() })
    }),
  }
}

const here = (route: Route): Route =>
  direct((request, response) =>
    isFromThisMachine(request) ? route(request, response) : answer(response, 404, 'not found'),
  )
