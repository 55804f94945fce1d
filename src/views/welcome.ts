import { z } from 'zod'
import { button, row } from './controls.ts'
import { field, modal, textInput } from './fields.ts'
import { answers, type Form, keep, kept } from './form.ts'
import { actions, forms } from './ids.ts'
import { channel, fill, lines, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'

export type Welcome = { readonly words: string; readonly channel: string }

const fields = { words: 'words' } as const
const Metadata = z.object({ channel: z.string() })

/** The end of the setup: the first post, for the host to make their own, or not to post. */
export const welcomeForm: Form<Welcome, { readonly channel: string; readonly words?: string }> = {
  id: forms.welcome,
  fields,

  render({ channel: channelId, words: before }, { w: { welcome: s } }) {
    const input = textInput(before ?? s.text, { max: 3000, lines: 'many' })
    return modal(
      forms.welcome,
      s,
      [...lines(fill(s.intro, [channel(channelId)])), field(fields.words, s.words, input)],
      keep({ channel: channelId }),
    )
  },

  read: (view) => ({
    words: answers(view).text(fields.words) ?? '',
    channel: kept(view, Metadata).channel,
  }),
}

/** The welcome post, in the host's words. */
export const welcomePost = (said: string, { w }: Look): Message => ({
  text: spoken(said),
  blocks: [
    ...lines([words(said)]),
    row([button(w.welcome.tell, actions.storyTell, 'welcome', { style: 'primary' })]),
  ],
})
