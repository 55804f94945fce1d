import { defaultSettings } from '../../../src/domain/settings.ts'
import { digestAskForm, digestNoteForm } from '../../../src/views/digest-forms.ts'
import { nameOffForm } from '../../../src/views/name-off-form.ts'
import { noticeModal } from '../../../src/views/notice.ts'
import { setupForm } from '../../../src/views/setup-form.ts'
import { storyForm } from '../../../src/views/story-form.ts'
import { storyPreview } from '../../../src/views/story-preview.ts'
import { storyRetractForm } from '../../../src/views/story-retract-form.ts'
import { welcomeForm } from '../../../src/views/welcome.ts'
import { bob, carol, dave, erin, look } from './cast.ts'
import type { Examples } from './examples.ts'

const celebrationChannel = 'CWOW'
const settings = defaultSettings('Europe/London')

export const storyForms: Examples = {
  empty: () => storyForm.render({ celebrationChannel }, look),
  'with the words of the command': () =>
    storyForm.render(
      {
        celebrationChannel,
        input: { championIds: [bob.id], words: 'stayed two hours for a stranded guest' },
      },
      look,
    ),
  'with everything to fill in': () => storyForm.render({ celebrationChannel, more: true }, look),
  'before the setup': () => storyForm.render({}, look),
  editing: () =>
    storyForm.render(
      {
        celebrationChannel,
        editing: 'S1',
        input: {
          championIds: [bob.id, erin.id],
          words: 'They stayed.\nUntil midnight.',
          thanks: 'the night shift',
        },
      },
      look,
    ),
  'words longer than a story may be': () =>
    storyForm.render({ celebrationChannel, input: { words: 'wow '.repeat(1000) } }, look),
  'the preview of what was masked': () =>
    storyPreview.render(
      {
        draftId: 'D1',
        preview: {
          championIds: [bob.id],
          words: 'She called ☎ ••• and then ☎ •••, and Bob answered.',
          customerName: '✉ •••',
          photo: { fileId: 'F1', description: 'A card: 💳 •••' },
        },
      },
      look,
    ),
  'taking one’s name off': () => nameOffForm.render({ storyId: 'S1' }, look),
  'taking it back': () => storyRetractForm.render({ storyId: 'S1' }, look),
}

export const setupForms: Examples = {
  'for a host, at first': () => setupForm.render({ setup: { settings, hosts: [], managers: [] } }, look),
  'for an admin who is no host': () =>
    setupForm.render({ only: 'first-two', setup: { settings, hosts: [dave], managers: [] } }, look),
  'with everything set': () =>
    setupForm.render(
      {
        managerGroupName: '@managers',
        setup: {
          settings: {
            ...settings,
            celebrationChannel,
            digestChannels: ['CWOW', 'CALL'],
            digestDay: 4,
            digestTime: '09:30',
            zone: 'America/Sao_Paulo',
            boards: false,
            cheerEmoji: ['tada', 'clap'],
            currency: 'BRL',
            managerBudget: { moneyMinor: 250_50, halfDays: 0 },
            budgetPeriod: 'quarter',
          },
          hosts: [dave],
          managers: [carol],
          managerGroupId: 'S0GROUP',
        },
      },
      look,
    ),
  'the welcome post': () => welcomeForm.render({ channel: celebrationChannel }, look),
}

export const digestForms: Examples = {
  'a note': () => digestNoteForm.render({ digestId: 'D1' }, look),
  'a note that is there already': () =>
    digestNoteForm.render({ digestId: 'D1', words: 'What a week.' }, look),
  'asking for a note': () => digestAskForm.render({ digestId: 'D1' }, look),
  'a sentence in place of a form': () => noticeModal('This story has been taken back.', look),
}
