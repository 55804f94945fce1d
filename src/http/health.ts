/** Whether it is alive, whether it is ready, and what it measures. */
import { answer, direct, type Routes } from './server.ts'

export type Health = {
  /** Undefined when all is well; else what is not. */
  readonly database: () => Promise<string | undefined>
  readonly slack: () => string | undefined
  readonly metrics: () => Promise<string>
  readonly metricsType: string
}

export function healthRoutes({ database, slack, metrics, metricsType }: Health): Routes {
  return {
    'GET /healthz': (_, response) => answer(response, 200, 'alive'),
    'GET /readyz': async (_, response) => {
      const problems = { database: await database(), slack: slack() }
      const isReady = !problems.database && !problems.slack
      answer(response, isReady ? 200 : 503, { ready: isReady, ...problems })
    },
    // Nobody's words or names, but how much a company does is nobody else's business.
    'GET /metrics': direct(async (_, response) => {
      response.writeHead(200, { 'content-type': metricsType }).end(await metrics())
    }),
  }
}
