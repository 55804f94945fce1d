/**
 * What presses, choices and forms are called between Slack and Plaudit: `noun.verb`. Unless it says otherwise, a
 * button's value is the id of the thing that it is about.
 */
export const actions = {
  storyTell: 'story.tell',
  storyCheer: 'story.cheer',
  storyUncheer: 'story.uncheer',
  /**
   * The value of the chosen option is `tell:ID`, `edit:ID`, `name-off:ID`, `own:ID` (whichever of those two is theirs to do),
   * `thank:ID`, `voice:ID` or `nominate:ID`. See `storyMenuChoice`.
   */
  storyMenu: 'story.menu',
  storyNameOff: 'story.nameOff',
  /** Where a prize was not theirs to give: opens the form to nominate a champion of the story. */
  storyNominate: 'story.nominate',
  storyEdit: 'story.edit',
  /** In the form: show the rest of the fields. */
  storyMore: 'story.more',
  /** In the form: it becomes a letter's, or a story's. */
  letterSwitch: 'letter.switch',
  /** In a letter's form: whether the name may be shown decides what else is asked. */
  letterPermission: 'letter.permission',
  /** In a letter's preview: what is shown all the same; the values of the chosen boxes are the texts. */
  letterLift: 'letter.lift',
  /** In a letter's preview: show how it looks with what is to be hidden, too. */
  letterHide: 'letter.hide',
  letterOriginal: 'letter.original',
  letterErase: 'letter.erase',
  /** Opens a letter that is longer than what is quoted of it. */
  letterWhole: 'letter.whole',
  /** In the whole letter: the value is the page to show, from 0. */
  wholePrevious: 'whole.previous',
  wholeNext: 'whole.next',
  /** In the form: open the form that takes the story back. */
  storyRetract: 'story.retract',
  digestNote: 'digest.note',
  digestAsk: 'digest.ask',
  /** External select, whose options are stories: the digest's id is in the block's id, see `subjectOf`. */
  digestLead: 'digest.lead',
  /** As `digest.lead`. */
  digestLeaveOut: 'digest.leaveOut',
  /** A button whose value is the story's id; the digest's id is in the block's id. */
  digestPutBack: 'digest.putBack',
  digestSkip: 'digest.skip',
  digestUnskip: 'digest.unskip',
  /** The value of the chosen option is the board to show: `month:champions`. See `boardChoice`. */
  boardPeriod: 'board.period',
  /** As `board.period`. */
  boardView: 'board.view',
  /** The card's second button: opens the form that awards a prize for the story. Also in `/wow prize`. */
  prizeAward: 'prize.award',
  awardApprove: 'award.approve',
  /** Opens the form that asks why. */
  awardDecline: 'award.decline',
  /** Opens the form that asks for a note. In the list it takes the list's place. */
  awardHandOver: 'award.handOver',
  /** Opens the form that asks why. As `award.handOver`. */
  awardCancel: 'award.cancel',
  /** A champion asks what was noted when the prize was handed over. */
  awardNoted: 'award.noted',
  /** Opens the letter's form, filled in with what a customer wrote to another system. */
  praiseShare: 'praise.share',
  /** Opens the form that asks why; in the list it takes the list's place. */
  praiseDismiss: 'praise.dismiss',
  /** Opens a long letter that waits. */
  praiseWhole: 'praise.whole',
  /** The value is the id of the request. */
  captureAllow: 'capture.allow',
  captureRefuse: 'capture.refuse',
  /** The value is the id of the question. */
  captureShare: 'capture.share',
  captureTakeBack: 'capture.takeBack',
  voiceAdd: 'voice.add',
  voiceTakeBack: 'voice.takeBack',
  praisesOpen: 'praises.open',
  /** In the list: the value is the page to show, from 0. */
  praisesPrevious: 'praises.previous',
  praisesNext: 'praises.next',
  praisesSettings: 'praises.settings',
  sourcesOpen: 'sources.open',
  sourceAdd: 'source.add',
  /** The value is the source's name. */
  sourceRotate: 'source.rotate',
  sourceRevoke: 'source.revoke',
  sourceReopen: 'source.reopen',
  prizesOpen: 'prizes.open',
  prizesTodo: 'prizes.todo',
  prizesExport: 'prizes.export',
  prizesSettings: 'prizes.settings',
  prizeAdd: 'prize.add',
  /** Beside each prize of the catalogue. The value of the chosen option is `edit:ID` or `retire:ID`. See `prizeMenuChoice`. */
  prizeMenu: 'prize.menu',
  prizeEdit: 'prize.edit',
  prizeRetire: 'prize.retire',
  prizeBringBack: 'prize.bringBack',
  /** In the form of a prize: another kind has other fields. */
  prizeKind: 'prize.kind',
  budgetAdd: 'budget.add',
  /** The value is the manager's id. */
  budgetEdit: 'budget.edit',
  setupCurrency: 'setup.currency',
  /** Opens the form; the value is the round's id, or empty for whichever is open. */
  roundNominate: 'round.nominate',
  /** In the form: another round has other criteria. */
  nominationRound: 'nomination.round',
  /** In the form: another nominee has other stories. */
  nominationNominee: 'nomination.nominee',
  /** In the form: external select, whose options are the nominee's stories. */
  nominationEvidence: 'nomination.evidence',
  /** The value is the nomination's id, here and below. */
  nominationEdit: 'nomination.edit',
  nominationWithdraw: 'nomination.withdraw',
  /** A nominee does not want to be in it; the value is the round's id, here and below. */
  roundStepAside: 'round.stepAside',
  /** External select, whose options are the nominees in the voter's order; the round's id is in the block's id, see `subjectOf`. */
  ballotVote: 'ballot.vote',
  ballotReasons: 'ballot.reasons',
  /** In the reasons: the value is the page to show, from 0. */
  reasonsPrevious: 'reasons.previous',
  reasonsNext: 'reasons.next',
  /** Opens all that was written about who presses it. */
  wordsRead: 'words.read',
  /** Opens what a judge has to do. */
  roundJudge: 'round.judge',
  /** In that: opens the form for one nominee, whose id is the value. */
  ballotScore: 'ballot.score',
  /** As `reasons.previous`, in the list of nominees. */
  judgingPrevious: 'judging.previous',
  judgingNext: 'judging.next',
  /** Opens the form in which a host chooses, or decides a tie. */
  roundDecide: 'round.decide',
  /** Too few voted: a button for each answer. */
  roundMoreTime: 'round.moreTime',
  roundCount: 'round.count',
  roundEnd: 'round.end',
  roundsOpen: 'rounds.open',
  roundPlan: 'round.plan',
  /** Beside each round, for hosts. The value of the chosen option is `edit:ID`, `close:ID`, `reopen:ID`, `cancel:ID`, `stop:ID` or `examine:ID`. */
  roundMenu: 'round.menu',
  /** In the form of a round: what decides has other fields. */
  roundDecidedBy: 'round.decidedBy',
  /** In the form of a round: external select of user groups. */
  roundGroups: 'round.groups',
  /** In what an examination shows: the value is the page to show, from 0. */
  examinedPrevious: 'examined.previous',
  examinedNext: 'examined.next',
  /** Tries again to charge the prize of a round. */
  roundPrize: 'round.prize',
  homeTell: 'home.tell',
  homeBoard: 'home.board',
  homeDigest: 'home.digest',
  homeHelp: 'home.help',
  setupOpen: 'setup.open',
  setupZone: 'setup.zone',
  setupManagerGroup: 'setup.managerGroup',
  deliveryRetry: 'delivery.retry',
} as const
export type ActionId = (typeof actions)[keyof typeof actions]

export const forms = {
  storyTell: 'story.tell',
  storyRetract: 'story.retract',
  storyPreview: 'story.preview',
  storyNameOff: 'story.nameOff',
  letterPermission: 'letter.permission',
  letterThanks: 'letter.thanks',
  award: 'award.give',
  awardQuestions: 'award.questions',
  awardDecline: 'award.decline',
  awardHandOver: 'award.handOver',
  awardCancel: 'award.cancel',
  prize: 'prize.save',
  prizeSettings: 'prizes.settings',
  prizesExport: 'prizes.export',
  budget: 'budget.save',
  voice: 'voice.add',
  capture: 'capture.save',
  praiseDismiss: 'praise.dismiss',
  praiseSettings: 'praises.settings',
  source: 'source.add',
  round: 'round.save',
  nomination: 'nomination.save',
  ballotScore: 'ballot.score',
  roundDecide: 'round.decide',
  roundConfirm: 'round.confirm',
  roundExamine: 'round.examine',
  setup: 'setup.save',
  welcome: 'welcome.post',
  digestNote: 'digest.note',
  digestAsk: 'digest.ask',
} as const

/** In a message's menu; the manifest names them. */
export const shortcuts = {
  awardPrize: 'prize.award',
  shareStory: 'story.share',
} as const
export type ShortcutId = (typeof shortcuts)[keyof typeof shortcuts]

const storyVerbs = ['tell', 'edit', 'name-off', 'own', 'thank', 'voice', 'nominate'] as const
const prizeVerbs = ['edit', 'retire'] as const
const roundVerbs = ['edit', 'close', 'reopen', 'cancel', 'stop', 'examine'] as const
type StoryVerb = (typeof storyVerbs)[number]
type PrizeVerb = (typeof prizeVerbs)[number]
export type RoundVerb = (typeof roundVerbs)[number]

export const menuValue = (verb: StoryVerb | PrizeVerb | RoundVerb, id: string): string => `${verb}:${id}`

/** What was chosen in a story's menu, or `undefined` when it is none of ours. */
export const storyMenuChoice = (value: string) => menuChoice(storyVerbs, value)

/** What was chosen in the menu of a prize of the catalogue, or `undefined` when it is none of ours. */
export const prizeMenuChoice = (value: string) => menuChoice(prizeVerbs, value)

/** What was chosen in the menu of a round, or `undefined` when it is none of ours. */
export const roundMenuChoice = (value: string) => menuChoice(roundVerbs, value)

function menuChoice<V extends string>(
  verbs: readonly V[],
  value: string,
): { verb: V; id: string } | undefined {
  const at = value.indexOf(':')
  const verb = verbs.find((known) => known === value.slice(0, at))
  return verb && { verb, id: value.slice(at + 1) }
}

/** A block's id that says what the block is about. */
export const blockAbout = (part: string, subjectId: string): string => `${part}:${subjectId}`

/** What the block is about, from an id made by `blockAbout`. */
export const subjectOf = (blockId: string): string => blockId.slice(blockId.indexOf(':') + 1)
