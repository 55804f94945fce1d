import fc from 'fast-check'

/** At the beginning of every hostile text, so that it can be found again wherever it is shown. */
export const MARK = 'ZQX'

const attempts = [
  '<!channel>',
  '<!here|here>',
  '<!subteam^S1>',
  '<@U1>',
  '<#C1|general>',
  '@channel @everyone',
  '<https://evil.example|acme.slack.com>',
  '[acme](https://evil.example)',
  '&lt;!channel&gt; &amp;amp;',
  '*b* _i_ ~s~ `c` ```pre``` > quote',
  ':tada: :thumbsdown:',
  '\u202e\u2067\u2066reversed\u2069\u2069',
  '\u200b\u200c\u200d\ufeff\u2060',
  '👨‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿👍🏽❤️',
  '\ue000\ue001\uf8ff',
  '\n\n\n',
  '=HYPERLINK("https://evil.example")',
  "'; DROP TABLE stories; --",
  '𝔘'.repeat(3000),
  'Z\u0300\u0301\u0302'.repeat(500),
  '&<>'.repeat(1000),
]

/** What somebody might type to break out of a text, or to break the page: at most `max` code points, never blank. */
export const hostileText = (max: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...attempts), fc.string({ unit: 'binary', maxLength: 40 })), {
      maxLength: 4,
    })
    .map((parts) => [...`${MARK}${parts.join('')}`].slice(0, max).join(''))
