import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Allowance } from '../../src/domain/budget.ts'
import { typedDays } from '../../src/domain/days-off.ts'
import { permissions, vias } from '../../src/domain/letter.ts'
import { typedAmount } from '../../src/domain/money.ts'
import { prizeKinds } from '../../src/domain/prize.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { customerKinds } from '../../src/domain/story.ts'
import { budgetForm } from '../../src/views/budget-form.ts'
import { digestAskForm, digestNoteForm } from '../../src/views/digest-forms.ts'
import { exportForm } from '../../src/views/export-form.ts'
import { blockFor } from '../../src/views/form.ts'
import { nameOffForm } from '../../src/views/name-off-form.ts'
import { newPrize, prizeForm } from '../../src/views/prize-form.ts'
import { prizeSettingsForm } from '../../src/views/prize-settings-form.ts'
import { setupForm } from '../../src/views/setup-form.ts'
import { storyForm } from '../../src/views/story-form.ts'
import { storyPreview } from '../../src/views/story-preview.ts'
import { storyRetractForm } from '../../src/views/story-retract-form.ts'
import { welcomeForm } from '../../src/views/welcome.ts'
import { hostileText } from '../support/hostile-text.ts'
import { submit } from '../support/submit.ts'
import { look } from './gallery/cast.ts'

const ids = (kind: string, max: number, min = 0) =>
  fc.uniqueArray(
    fc.integer({ min: 1, max: 999 }).map((n) => `${kind}${n}`),
    { minLength: min, maxLength: max },
  )
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const runs = { numRuns: 80 }
/** Nothing is left empty. */
const typedBudget = ({ moneyMinor, halfDays }: Allowance, currency: string) => ({
  money: moneyMinor === 0 ? undefined : typedAmount(moneyMinor, currency),
  days: halfDays === 0 ? undefined : typedDays(halfDays),
})

describe('what was filled in beforehand comes back as it was', () => {
  test('in the story form', () => {
    const input = fc.record({
      championIds: ids('U', 10),
      words: hostileText(2800),
      lesson: maybe(hostileText(500)),
      customerKind: fc.constantFrom(...customerKinds),
      customerName: maybe(hostileText(80)),
      deeds: maybe(hostileText(500)),
      thanks: maybe(hostileText(500)),
    })
    const drafts = fc.record({
      input,
      more: fc.boolean(),
      editing: maybe(fc.uuid()),
      channel: maybe(fc.constant('C1')),
    })
    fc.assert(
      fc.property(drafts, ({ input, more, editing, channel }) => {
        const about = { ...(channel && { celebrationChannel: channel }), ...(editing && { editing }) }
        const read = storyForm.read(submit(storyForm.render({ input, more, ...about }, look)))
        const shown = more || Boolean(input.customerName ?? input.deeds ?? input.thanks)
        expect(read).toEqual({ input, more: shown, ...about })
      }),
      runs,
    )
  })

  test('in the story form of a letter', () => {
    const letters = fc.record({
      authorName: maybe(hostileText(80)),
      authorRole: maybe(hostileText(80)),
      via: maybe(fc.constantFrom(...vias)),
      receivedOn: maybe(fc.constant('2026-11-12')),
      permission: fc.constantFrom(...permissions),
      askedBy: maybe(fc.constant('U1')),
      askedOn: maybe(fc.constant('2026-11-13')),
      reference: maybe(hostileText(300)),
      scanIsClear: fc.boolean(),
    })
    const input = fc.record({ championIds: ids('U', 10), words: hostileText(2800), letter: letters })
    fc.assert(
      fc.property(input, ({ letter, ...told }) => {
        const isAsked = letter.permission === 'yes' || letter.permission === 'first_name'
        const { askedBy, askedOn } = isAsked ? letter : {}
        const scanIsClear = letter.permission === 'yes' ? undefined : letter.scanIsClear
        const draft = { input: { ...told, letter }, more: true }
        expect(storyForm.read(submit(storyForm.render(draft, look))).input).toEqual({
          ...told,
          letter: { ...letter, askedBy, askedOn, scanIsClear },
        })
      }),
      runs,
    )
  })

  test('in the story form, switched to a letter and back', () => {
    const input = fc.record({
      championIds: ids('U', 10),
      words: hostileText(2800),
      lesson: maybe(hostileText(500)),
      customerKind: fc.constantFrom(...customerKinds),
      customerName: maybe(hostileText(80)),
      deeds: maybe(hostileText(500)),
      thanks: maybe(hostileText(500)),
    })
    const typed = fc.record({ authorName: hostileText(80), reference: hostileText(300) })
    const turned = (view: ReturnType<typeof storyForm.render>, on: boolean, more = {}) => {
      const isLetter = { selected_options: on ? [{ value: 'on' }] : [] }
      return storyForm.render({ ...storyForm.read(submit(view, { isLetter, ...more })), more: true }, look)
    }
    fc.assert(
      fc.property(input, typed, (story, { authorName, reference }) => {
        const told = storyForm.render({ input: story, more: true }, look)
        const of = { authorName: { value: authorName }, reference: { value: reference } }
        const back = turned(turned(told, true), false, of)
        expect(storyForm.read(submit(back)).input).toEqual(story)
        const again = storyForm.read(submit(turned(back, true)))
        expect(again.input.letter).toMatchObject({ authorName, reference })
        // Nobody sees the customer's name in a letter because it was typed in a story.
        expect(again.input.customerName).toBeUndefined()
        expect(back.private_metadata?.length).toBeLessThanOrEqual(3000)
      }),
      runs,
    )
  })

  test('in the setup form', () => {
    const settings = fc.record({
      celebrationChannel: maybe(fc.constant('C1')),
      digestChannels: ids('C', 20),
      digestDay: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
      digestTime: fc.constantFrom('00:00', '09:05', '23:59'),
      zone: fc.constantFrom('Europe/London', 'America/Argentina/Buenos_Aires', 'UTC'),
      workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 }),
      boards: fc.boolean(),
      cheerEmoji: fc.constantFrom('any' as const, ['tada'], ['tada', '+1', 'blob-clap']),
      currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
      managerBudget: fc.record({ moneyMinor: fc.nat(1_000_000), halfDays: fc.nat(100) }),
    })
    const people = fc.record({
      hostIds: ids('U', 50),
      managerIds: ids('U', 100),
      group: maybe(fc.constant('S1')),
    })
    fc.assert(
      fc.property(settings, people, (typed, { hostIds, managerIds, group }) => {
        const setup = {
          settings: { ...defaultSettings('UTC'), ...typed } as ReturnType<typeof defaultSettings>,
          hosts: hostIds.map((id) => ({ id, name: id })),
          managers: managerIds.map((id) => ({ id, name: id })),
          ...(group && { managerGroupId: group }),
        }
        const emoji = typed.cheerEmoji === 'any' ? '' : typed.cheerEmoji.map((name) => `:${name}:`).join(' ')
        expect(setupForm.read(submit(setupForm.render({ setup }, look)))).toEqual({
          settings: {
            ...typed,
            cheerEmoji: emoji,
            managerBudget: typedBudget(typed.managerBudget, typed.currency),
          },
          hostIds,
          managers: { personIds: managerIds, ...(group && { groupId: group }) },
        })
        const firstTwo = setupForm.render({ setup, only: 'first-two' }, look)
        const { celebrationChannel } = typed
        expect(setupForm.read(submit(firstTwo))).toEqual({ settings: { celebrationChannel }, hostIds })
      }),
      runs,
    )
  })

  test('in the form of a prize', () => {
    const drafts = fc.record({
      kind: fc.constantFrom(...prizeKinds),
      id: maybe(fc.uuid()),
      revision: maybe(fc.nat()),
      stockShown: maybe(fc.nat()),
      builtin: maybe(fc.constantFrom('card' as const, 'voucher' as const)),
      hasPhoto: fc.boolean(),
      retired: fc.boolean(),
      name: maybe(hostileText(60)),
      typed: maybe(fc.constantFrom('100', '1,5', 'many', '-1')),
    })
    fc.assert(
      fc.property(drafts, ({ typed, ...draft }) => {
        const isGift = draft.kind === 'gift'
        const read = prizeForm.read(
          submit(
            prizeForm.render({ ...newPrize('GBP'), ...draft, cost: typed, days: typed, stock: typed }, look),
          ),
        )
        expect(read).toEqual({
          currency: 'GBP',
          ...draft,
          cost: draft.kind === 'day_off' ? undefined : typed,
          days: draft.kind === 'day_off' ? typed : undefined,
          stock: isGift ? typed : undefined,
          photoFileId: undefined,
        })
      }),
      runs,
    )
  })

  test('in the settings of prizes, and in a manager’s own budget', () => {
    const limits = fc.record({ moneyMinor: maybe(fc.nat(1_000_000)), halfDays: maybe(fc.nat(100)) })
    const settings = fc.record({
      currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
      managerBudget: fc.record({ moneyMinor: fc.nat(1_000_000), halfDays: fc.nat(100) }),
      budgetPeriod: fc.constantFrom('month' as const, 'quarter' as const),
      workspaceBudget: limits,
      approvalAbove: limits,
      amountsPublic: fc.boolean(),
      nextSteps: fc.record({ gift: hostileText(300), money: hostileText(300) }),
    })
    fc.assert(
      fc.property(settings, ids('U', 20), ids('U', 50), (typed, approverIds, fulfillerIds) => {
        const { currency, managerBudget, workspaceBudget, approvalAbove, ...same } = typed
        const named = (id: string) => ({ id, name: id })
        const setup = {
          settings: { ...defaultSettings('UTC'), ...typed },
          approvers: approverIds.map(named),
          fulfillers: fulfillerIds.map(named),
        }
        const money = (minor: number | undefined) =>
          minor === undefined ? undefined : typedAmount(minor, currency)
        const days = (halfDays: number | undefined) =>
          halfDays === undefined ? undefined : typedDays(halfDays)
        const manager = typedBudget(managerBudget, currency)
        expect(prizeSettingsForm.read(submit(prizeSettingsForm.render(setup, look)))).toEqual({
          ...same,
          currency,
          managerMoney: manager.money,
          managerDays: manager.days,
          workspaceMoney: money(workspaceBudget.moneyMinor),
          workspaceDays: days(workspaceBudget.halfDays),
          approvalMoney: money(approvalAbove.moneyMinor),
          approvalDays: days(approvalAbove.halfDays),
          approverIds,
          fulfillerIds,
        })
        const own = {
          currency,
          budgetPeriod: same.budgetPeriod,
          person: named('U1'),
          allowance: managerBudget,
        }
        expect(budgetForm.read(submit(budgetForm.render(own, look)))).toEqual({
          currency,
          personId: 'U1',
          money: money(managerBudget.moneyMinor),
          days: days(managerBudget.halfDays),
        })
      }),
      runs,
    )
  })

  test('in the others', () => {
    fc.assert(
      fc.property(fc.uuid(), hostileText(500), (id, typed) => {
        const note = digestNoteForm.render({ digestId: id, words: typed }, look)
        expect(digestNoteForm.read(submit(note))).toEqual({ digestId: id, words: typed })
        const welcome = welcomeForm.render({ channel: id, words: typed }, look)
        expect(welcomeForm.read(submit(welcome))).toEqual({ channel: id, words: typed })
        const preview = storyPreview.render({ draftId: id, preview: { championIds: [], words: typed } }, look)
        expect(storyPreview.read(submit(preview))).toEqual({
          draftId: id,
          choices: { lifted: [] },
          isShown: true,
        })
      }),
      runs,
    )
  })
})

describe('what a person fills in', () => {
  test('a photo comes with its description', () => {
    const view = storyForm.render({ celebrationChannel: 'C1' }, look)
    const sent = submit(view, { photo: { files: [{ id: 'F1' }] }, photoDescription: { value: 'A valve' } })
    expect(storyForm.read(sent).input.photo).toEqual({ fileId: 'F1', description: 'A valve' })
  })

  test('a description without a photo describes nothing', () => {
    const sent = submit(storyForm.render({}, look), { photoDescription: { value: 'A valve' } })
    expect(storyForm.read(sent).input.photo).toBeUndefined()
  })

  test('a reason is optional when a story is taken back', () => {
    expect(nameOffForm.read(submit(nameOffForm.render({ storyId: 'S1' }, look)))).toEqual({ storyId: 'S1' })
    const view = storyRetractForm.render({ storyId: 'S1' }, look)
    expect(storyRetractForm.read(submit(view))).toEqual({ storyId: 'S1' })
    const sent = submit(view, { reason: { value: 'Wrong customer' } })
    expect(storyRetractForm.read(sent)).toEqual({ storyId: 'S1', reason: 'Wrong customer' })
  })

  test('somebody is asked for a note, with or without a word', () => {
    const view = digestAskForm.render({ digestId: 'D1' }, look)
    const asked = { leaderId: { selected_user: 'UCAROL' } }
    expect(digestAskForm.read(submit(view, asked))).toEqual({ digestId: 'D1', leaderId: 'UCAROL' })
    const sent = submit(view, { ...asked, message: { value: 'Please' } })
    expect(digestAskForm.read(sent)).toMatchObject({ leaderId: 'UCAROL', message: 'Please' })
  })
})

describe('the form for an export', () => {
  const view = exportForm.render({ firstOn: '2026-11-01', lastOn: '2026-11-30' }, look)

  test('asks for the month that it offers, for a spreadsheet', () => {
    expect(exportForm.read(submit(view))).toEqual({ from: '2026-11-01', to: '2026-11-30', format: 'csv' })
  })

  test('takes other days, and another format', () => {
    const sent = { to: { selected_date: '2026-12-31' }, format: { selected_option: { value: 'json' } } }
    expect(exportForm.read(submit(view, sent))).toEqual({
      ...{ from: '2026-11-01', to: '2026-12-31', format: 'json' },
    })
  })
})

describe('a problem is shown', () => {
  const sent = submit(storyForm.render({}, look))

  test('on its field', () => {
    expect(blockFor(storyForm, sent, 'words')).toBe('words')
  })

  test.each(['deeds', 'no-such-field', undefined])(
    'on the first field when the form does not show %s',
    (field) => {
      expect(blockFor(storyForm, sent, field)).toBe('championIds')
    },
  )

  test('nowhere in a form without fields', () => {
    const view = submit(
      storyPreview.render({ draftId: 'D1', preview: { championIds: [], words: 'w' } }, look),
    )
    expect(blockFor(storyPreview, view, 'words')).toBeUndefined()
  })
})
