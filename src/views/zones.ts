import { isZone, type Zone } from '../domain/time.ts'
import { type Choice, choices, type Options } from './controls.ts'

/** The names a select can offer for what was typed: at most 100, those whose city begins so first. */
export function zoneOptions(query: string): Options {
  const asked = plainly(query)
  const found = zones().filter((zone) => plainly(zone).includes(asked))
  const cityFirst = found.toSorted((a, b) => Number(beginsWith(b, asked)) - Number(beginsWith(a, asked)))
  return choices(cityFirst.map(zoneChoice))
}

/** `São Paulo` is `America/Sao_Paulo` to a computer: shown readably, kept as it is. */
export const zoneChoice = (zone: Zone): Choice => ({ value: zone, text: zone.replaceAll('_', ' ') })

/** Node lists some cities under the names they had long ago; both names work. */
const renamed: Readonly<Record<Zone, Zone>> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

const zones = (): Zone[] =>
  [...Intl.supportedValuesOf('timeZone'), 'UTC'].map((zone) => renamed[zone] ?? zone).filter(isZone)

const beginsWith = (zone: Zone, asked: string): boolean =>
  plainly(zone.slice(zone.lastIndexOf('/') + 1)).startsWith(asked)

const plainly = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').trim().toLowerCase()
