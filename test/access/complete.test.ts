/** The table names everything: what is listened to, what can be chosen in menus, typed, asked for and run. */
import { describe, expect, test } from '@jest/globals'
import { keptEvents } from '../../src/slack/events.ts'
import { sourcesIn, textOf } from '../house/sources.ts'
import { listRegistered } from '../support/registered.ts'
import { presses, suggestions } from './presses.ts'
import { insiderRoles } from './roles.ts'
import { submissions } from './submissions.ts'
import { doors, table } from './table.ts'

/** What follows the word; of several things that one id does, each on its own, or without `apart` only the id. */
const named = (word: string, apart = false): string[] =>
  [...table, ...doors]
    .filter(({ what }) => what === word || what.startsWith(`${word} `))
    .map(({ what }) => what.slice(word.length + 1))
    .map((what) => (apart ? what : (what.split(' · ')[0] ?? '')))
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort()

const read = (path: string): string => textOf(path) ?? ''
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '')

describe('the table of who may what names', () => {
  test('every button, form, list and shortcut that is listened to', () => {
    const { press, submit, suggest, shortcut, home } = listRegistered()
    expect(sorted(named('press'))).toEqual(sorted(press))
    expect(sorted(named('submit'))).toEqual(sorted(submit))
    expect(sorted(named('suggest'))).toEqual(sorted(suggest))
    expect(sorted(named('shortcut'))).toEqual(sorted(shortcut))
    expect(named('home')).toEqual(home.map(() => ''))
  })

  test('everything that can be typed after /wow', () => {
    const typed = matches(read('src/slack/commands.ts'), /^ {2}\[\/\^([a-z ]+)(?:\(\?: \|\$\))?\$?\/i/gm)
    expect(typed.length).toBeGreaterThan(10)
    expect(sorted(named('command'))).toEqual(sorted(['/wow', ...typed.map((word) => `/wow ${word}`)]))
  })

  test('everything that can be chosen in the menus of stories and prizes', () => {
    const ids = read('src/views/ids.ts')
    const verbs = (noun: string) =>
      matches(matches(ids, new RegExp(`const ${noun}Verbs = \\[(.*)\\]`, 'g'))[0] ?? '', /'([\w-]+)'/g)
    const wanted = ['story', 'prize', 'round'].flatMap((noun) =>
      verbs(noun).map((verb) => `${noun}.menu · ${verb}`),
    )
    expect(sorted(named('press', true).filter((what) => what.includes('.menu')))).toEqual(sorted(wanted))
  })

  test('every event that is kept', () => {
    expect(sorted(named('event'))).toEqual(sorted(Object.keys(keptEvents)))
  })

  test('every page that is served', () => {
    const served = sourcesIn('src').flatMap(({ text }) =>
      matches(text, /'((?:GET|POST|PUT|DELETE) \/[\w/]*)'/g),
    )
    expect(sorted(named('http'))).toEqual(sorted(served))
  })

  test('every command of the machine', () => {
    const commands = sourcesIn('src/cli').flatMap(({ text }) => {
      const [group] = matches(text, /= program\.command\('([\w-]+)'\)/g)
      const single = matches(text, /\.command\('([\w-]+)/g)
      return group ? single.filter((name) => name !== group).map((name) => `${group} ${name}`) : single
    })
    expect(sorted(named('cli'))).toEqual(sorted(commands))
  })

  test('nothing twice, and nothing that is not tried', () => {
    const all = [...table, ...doors].map(({ what }) => what)
    expect(all).toEqual([...new Set(all)])
    expect(sorted(Object.keys(presses))).toEqual(sorted(named('press', true)))
    expect(sorted(Object.keys(submissions))).toEqual(sorted(named('submit', true)))
    expect(sorted(Object.keys(suggestions))).toEqual(sorted(named('suggest', true)))
  })

  test('whom it refuses with which sentence, wherever it refuses anybody', () => {
    const silent = table.filter(
      ({ may, refusal }) => may.length < insiderRoles.length && refusal.length === 0,
    )
    expect(silent.map(({ what }) => what)).toEqual([])
  })
})
