import type { CaptureChannel, CaptureInput } from '../domain/capture-channel.ts'
import { field, modal, place, textInput } from './fields.ts'
import { answers, type Form } from './form.ts'
import { forms } from './ids.ts'
import { bullets, channel, context, type Line, lines, words } from './kit.ts'

const fields = { channel: 'channel', story: 'story', letter: 'letter' } as const

/** `/wow capture`: in which channel which reactions ask. What is on stands above; one channel is changed at a time. */
export const captureForm: Form<CaptureInput, readonly CaptureChannel[]> = {
  id: forms.capture,
  fields,

  render(captures, { w: { captureForm: s } }) {
    const [only] = captures.length === 1 ? captures : []
    const emoji = (names: readonly string[] | undefined, suggested: string) =>
      textInput(names ? names.map((name) => `:${name}:`).join(' ') : suggested, { max: 300 })
    const isOn = captures.map(({ channel: id, story, letter }): Line => {
      const names = [...story, ...letter].map((name) => `:${name}:`).join(' ')
      return [channel(id), words(` ${names}`)]
    })
    return modal(forms.capture, s, [
      ...lines([words(s.explain)]),
      ...(isOn.length > 0 ? [context(s.now(isOn.length)), ...bullets(isOn.slice(0, 20))] : []),
      field(fields.channel, s.channel, place(only?.channel, s.channelPlaceholder)),
      field(fields.story, s.story, emoji(only?.story, s.suggestedStory), { optional: true }),
      field(fields.letter, s.letter, emoji(only?.letter, s.suggestedLetter), {
        optional: true,
        hint: s.hint,
      }),
    ])
  },

  read(view) {
    const sent = answers(view)
    return {
      channel: sent.place(fields.channel),
      story: sent.text(fields.story),
      letter: sent.text(fields.letter),
    }
  },
}
