/** What people may type to break out of a text, to break the page, or to break the machine. */

/** At the beginning of each, so that it can be found again wherever it is shown. */
export const MARK = 'ZQX'

/** Short enough for a name each: a field of any length is tried with every one of them. */
export const corpus: Readonly<Record<string, string>> = {
  'control sequences of Slack': `${MARK}<!channel><!here|x><@UBOB><#C1|g>@everyone`,
  'links and escapes': `${MARK}<https://e.example|ok>[a](https://e.example)&lt;!here&gt;`,
  'marks of style': `${MARK}*b*_i_~s~\`c\`\n> q\n:tada:\n- l\n# h`,
  'formulas and SQL': `=${MARK}("x")';DROP TABLE stories;--\n=1+1\n@SUM(A1)\t+2`,
  'directions and zero widths': `${MARK}\u202e\u2067rev\u2069\u2066\u200b\u200d\ufeff\u2060.`,
  'emoji and broken halves': `${MARK}👨‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿👍🏽❤️\ud83d.\udc00.`,
  'controls and NUL': `${MARK}\u0000\u0001\u001b[31m\u0007\u0085\u2028|\r\n.`,
  'places of sentences': `${MARK}\ue000\ue001\uf8ff{0}%s\${x}<%= x %>`,
}

/** As long as the field takes. */
export const long: Readonly<Record<string, (max: number) => string>> = {
  'one character of thousands': (max) =>
    `${MARK} of somebody who stayed Z${'\u0300\u0301\u0302'.repeat(1_000)}`.slice(0, max),
  'one word': (max) => `${MARK}${'w'.repeat(3_000)}`.slice(0, max),
  ampersands: (max) => `${MARK}${'&<>'.repeat(1_000)}`.slice(0, max),
}

/** What a story, a letter or a reason has to have besides: something that can be read. */
const READABLE = ' somebody stayed two hours longer, and found the part that was lost'

/** Each by its name, made for a field of so many code points. */
export const texts: readonly (readonly [string, (max: number) => string])[] = [
  ...Object.entries(corpus).map(
    ([name, text]) => [name, (max: number) => [...(text + READABLE)].slice(0, max).join('')] as const,
  ),
  ...Object.entries(long),
]
