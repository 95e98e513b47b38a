import { createCell } from './cell'
import { SheetError } from './error'
import { readStrings } from './strings'
import { readStyles } from './styles'
import type { Attributes } from './xml'

const value = 'worksheet/sheetData/row/c/v'
const inline = 'worksheet/sheetData/row/c/is/t'
const cell = createCell({
  strings: ['甲', '乙'],
  styles: [{ kind: 'date' }, { kind: 'usual' }],
  since1904: false,
})
/** What a cell says; the same reader reads them all, as it does those of a sheet. */
function read(attributes: Attributes, texts: Record<string, string>, formula = false) {
  cell.begin(attributes)
  if (formula) cell.formula()
  for (const [path, text] of Object.entries(texts)) cell.text(path, text)
  return cell.end()
}

describe('a cell', () => {
  test.each<[string, Attributes, Record<string, string>, string]>([
    ['true', { t: 'b' }, { [value]: '1' }, 'TRUE'],
    ['true in words', { t: 'b' }, { [value]: 'true' }, 'TRUE'],
    ['false', { t: 'b' }, { [value]: '0' }, 'FALSE'],
    ['of a kind with blanks around it', { t: ' b ' }, { [value]: ' 1 ' }, 'TRUE'],
    ['a shared text', { t: 's' }, { [value]: '1' }, '乙'],
    ['its number on a line of its own', { t: 's' }, { [value]: '\n0\n' }, '甲'],
    ['digits in the cell', { t: 'inlineStr' }, { [inline]: '007' }, '007'],
    ['digits where numbers stand', { t: 'inlineStr' }, { [value]: '007' }, '007'],
    ['both, of which the text is meant', { t: 'inlineStr' }, { [value]: '1', [inline]: '甲' }, '甲'],
    ['a text without a value', { t: 'inlineStr' }, {}, ''],
    ['what a formula came to', { t: 'str' }, { [value]: '007', [inline]: '甲' }, '007'],
    ['a formula’s text in the other place', { t: 'str' }, { [inline]: '007' }, '007'],
    ['text of a writer that said nothing', {}, { [inline]: 'a_x0041_' }, 'aA'],
    ['an error', { t: 'e' }, { [value]: '#N/A' }, '#N/A'],
    ['a number of a style nobody described', { s: '2' }, { [value]: '042' }, '42'],
    ['a number of a style', { s: '1' }, { [value]: '45292' }, '45292'],
    ['what stands elsewhere', { s: '1' }, { 'worksheet/sheetData/row/c/f': 'A1', [value]: '1' }, '1'],
  ])('%s (%j, %j) is %j', (_, attributes, texts, text) => {
    expect(read(attributes, texts)).toEqual({ text, date: false })
  })

  test('without a style has the first, which may be one of dates', () => {
    expect(read({}, { [value]: '45292' })).toEqual({ text: '2024-01-01', date: true })
  })

  test.each([
    ['2026-03-12', '2026-03-12'],
    ['2026-03-12T00:00:00', '2026-03-12'],
    ['2026-03-12T00:00:00.000Z', '2026-03-12'],
    ['2026-03-12T08:30:15', '2026-03-12 08:30:15'],
    ['2026-03-12T08:30:15.250Z', '2026-03-12 08:30:15'],
    ['2026-03-12T10:00:00', '2026-03-12 10:00:00'],
  ])('of a date %s is %s', (written, text) => {
    expect(read({ t: 'd' }, { [value]: written })).toEqual({ text, date: true })
  })

  test('a formula nobody calculated says so, and the next cell has none', () => {
    expect(read({}, { [value]: ' ' }, true).text).toBe('#CALC!')
    expect(read({}, {}).text).toBe('')
    expect(read({ t: 'inlineStr' }, {}, true).text).toBe('')
  })

  test.each(['2', '-1', 'x'])('of a shared text %s, which is not there, is broken', index => {
    expect(() => read({ t: 's' }, { [value]: index })).toThrow(new SheetError('broken'))
  })
})

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

test('shared texts: pieces of one are one, readings are none, and an empty one counts', () => {
  const part = `<sst xmlns="${main}"><si><t>甲</t></si><si><r><t>a</t></r><r><t>_x0042_</t></r><rPh><t>x</t></rPh></si><si/></sst>`
  expect(readStrings([Buffer.from(part)], () => undefined)).toEqual(['甲', 'aB', ''])
})

test('styles: of a format without a code nothing is known, and one may stand for many cells', () => {
  const part = `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="170"/><numFmt numFmtId="171" formatCode="yyyy"/></numFmts>
    <cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="14"/><xf numFmtId="171"/></cellXfs></styleSheet>`
  expect(readStyles([Buffer.from(part)]).map(({ kind }) => kind)).toEqual([
    'usual',
    'usual',
    'date',
    'date',
    'date',
  ])
})
