import * as fc from 'fast-check'
import { entryOfQuery, entryOfScan } from '../../miniprogram/entry/parse'
import { type Fuzz, forAll } from './check'
import { nasty } from './generate'

const token = 'AbCdEfGhIjKlMnOpQr-_09'
const right = [
  `https://example.com/i?t=${token}`,
  `t=${token}`,
  `h=${token}`,
  `pages/scan/index?scene=${encodeURIComponent(`h=${token}`)}`,
  `https://example.com/i#${token}`,
]

/** Texts of codes and links, whole, cut, doubled, percent-encoded badly: an entry or nothing, never an error. */
export const codesFuzz: Fuzz = {
  name: 'codes',
  async run(options) {
    const text = fc.oneof(
      fc
        .tuple(
          fc.constantFrom(...right),
          fc.nat(80),
          fc.string({ unit: 'binary', maxLength: 30 }),
          fc.nat(40),
        )
        .map(([whole, at, more, cut]) => whole.slice(0, at) + more + whole.slice(at + cut)),
      fc.constantFrom(
        ...right.map(each => `${each}&${each}`),
        '%',
        '%E0%A4%A',
        'https://',
        '?',
        '#',
        '='.repeat(5000),
      ),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(...nasty).map(each => (typeof each === 'string' ? each : JSON.stringify(each))),
    )
    await forAll(fc.tuple(text, text, fc.constantFrom(...nasty)), options, async ([result, path, query]) => {
      for (const entry of [
        entryOfScan({ result, path }),
        entryOfQuery({ scene: result, t: path }),
        entryOfQuery(query),
      ])
        if (entry !== null && JSON.stringify(entry).length > 500)
          throw new Error('an entry holds what it read')
    })
  },
}
