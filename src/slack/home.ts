/** App Home, and the help page. */
import { showHelp, showHome } from '../usecases/home.ts'
import { helpPage } from '../views/help.ts'
import { homePage } from '../views/home.ts'
import { actions } from '../views/ids.ts'
import type { Act } from './acts.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

export function registerHome(listen: Listen, slack: Slack): void {
  listen.home(async ({ actor, look }) => homePage(await showHome(slack.app, actor), look))
  listen.press(actions.homeHelp, (press) => answerHelp(slack, press))
}

export async function answerHelp({ app }: Slack, { actor, look, answer }: Act): Promise<void> {
  await answer(helpPage(await showHelp(app, actor), look))
}
