import { listCurrencies } from '../domain/money.ts'
import { type Choice, choices, type Options } from './controls.ts'

/** The currencies a select can offer for what was typed, by code or name: at most 100, those whose code begins so first. */
export function currencyOptions(query: string): Options {
  const asked = query.trim().toLowerCase()
  const found = listCurrencies().filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(asked))
  const byCode = found.toSorted(
    (a, b) => Number(beginsWith(b.code, asked)) - Number(beginsWith(a.code, asked)),
  )
  return choices(byCode.map(toChoice))
}

/** As the select shows the one that is chosen. */
export const currencyChoice = (code: string): Choice =>
  toChoice(listCurrencies().find((known) => known.code === code) ?? { code, name: code })

const toChoice = ({ code, name }: { code: string; name: string }): Choice => ({
  value: code,
  text: `${code} · ${name}`,
})

const beginsWith = (code: string, asked: string): boolean => code.toLowerCase().startsWith(asked)
