/** What a person types in words: cleaned, masked, limited. */
import { hidingIn, letterTexts } from './letter.ts'
import { type Hiding, maskPrivateData, type PrivateKind, privateIn, withoutAccounts } from './private-data.ts'
import { cleaned } from './text.ts'

const storyTexts = ['words', 'lesson', 'customerName', 'deeds', 'thanks', 'photoDescription'] as const
export type StoryText = (typeof storyTexts)[number]
/** Also of a letter. */
export type TextField = StoryText | (typeof letterTexts)[number]

type Typed = string | undefined
/** Whatever has them. */
export type Texts = { readonly [field in Exclude<StoryText, 'photoDescription'>]?: Typed } & {
  readonly photo?: { readonly description?: Typed } | undefined
  readonly letter?: { readonly [field in (typeof letterTexts)[number]]?: Typed } | undefined
}

export function typedIn(input: Texts, field: TextField): string | undefined {
  if (field === 'photoDescription') return input.photo?.description
  const isLetters = field === 'authorName' || field === 'authorRole' || field === 'reference'
  return isLetters ? input.letter?.[field] : input[field]
}

const fieldsOf = ({ letter }: Texts): readonly TextField[] =>
  letter ? [...storyTexts, ...letterTexts] : storyTexts

/** Every text that there is, cleaned, and what is hidden in it. */
export function textsIn(input: Texts, asked: Hiding) {
  const hiding = { ...asked, inLetter: input.letter !== undefined }
  return fieldsOf(input)
    .map((field) => ({ field, text: cleaned(typedIn(input, field) ?? ''), hiding: hidingIn(field, hiding) }))
    .filter(({ text }) => text !== '')
}

/** The texts in which something will be masked, as they will be shown. */
export function maskedIn(
  input: Texts,
  hiding: Hiding = {},
): { field: TextField; text: string; masks: PrivateKind[] }[] {
  return textsIn(input, hiding)
    .map(({ field, text, hiding }) => ({ field, ...maskPrivateData(text, hiding) }))
    .filter(({ masks }) => masks.length > 0)
}

/** What can be shown all the same: each as it is written, once. Not what is destroyed. */
export function liftableIn(input: Texts, hiding: Hiding): { kind: PrivateKind; text: string }[] {
  const finds = textsIn(input, hiding).flatMap(({ text, hiding }) => privateIn(text, hiding))
  return [...new Map(finds.map((find) => [find.text, find])).values()]
}

/** The texts in which something is hidden, as they were; without card and bank account numbers. */
export function originalsIn(input: Texts, hiding: Hiding = {}): { field: TextField; text: string }[] {
  return textsIn(input, hiding)
    .map(({ field, text, hiding }) => ({ field, text: withoutAccounts(text, hiding), hiding }))
    .filter(({ text, hiding }) => maskPrivateData(text, hiding).masks.length > 0)
    .map(({ field, text }) => ({ field, text }))
}

/** As it was typed, without its card and bank account numbers. */
export function inputWithoutAccounts<Input extends Texts>(input: Input, hiding: Hiding): Input {
  const clear = new Map(
    textsIn(input, hiding).map(({ field, text, hiding }) => [field, withoutAccounts(text, hiding)]),
  )
  const of = (fields: readonly TextField[]) =>
    Object.fromEntries(fields.flatMap((field) => (clear.has(field) ? [[field, clear.get(field)]] : [])))
  const { photo, letter } = input
  return {
    ...input,
    ...of(storyTexts.filter((field) => field !== 'photoDescription')),
    ...(photo && { photo: { ...photo, description: clear.get('photoDescription') } }),
    ...(letter && { letter: { ...letter, ...of(letterTexts) } }),
  }
}
