import iconv from 'iconv-lite'
import { decode } from './decode'
import { splitText } from './delimited'
import { SheetError } from './error'
import { kindOf, markupKind } from './kind'
import { createCount } from './limits'
import { linesOf, tidied } from './lines'
import { fillMerged, type OpenLine } from './merged'
import { type Format, formatOf, textOfNumber } from './numberFormat'
import { placeOf, rangeOf } from './reference'
import { joined, plainText } from './strings'
import { isTrue, isZero } from './xml'

/** The parts of reading a spreadsheet, each at its edges; what they come to together is in sheet.test.ts and test/sheets. */
test('an error says why to a developer', () => {
  expect(new SheetError('broken')).toMatchObject({ name: 'SheetError', message: 'sheet: broken' })
})

const reasonOf = (work: () => unknown) => {
  try {
    return work()
  } catch (error) {
    return error instanceof SheetError ? error.reason : error
  }
}

describe('number formats', () => {
  const shown = (value: number, id: number, code?: string, since1904 = false) =>
    textOfNumber(value, formatOf(id, code), since1904)

  test.each([
    [13, false],
    [14, true],
    [22, true],
    [23, false],
    [26, false],
    [27, true],
    [36, true],
    [37, false],
    [44, false],
    [45, true],
    [47, true],
    [48, false],
    [49, false],
    [50, true],
    [58, true],
    [59, false],
  ])('the built-in format %i is one of dates: %s', (id, date) => {
    expect(shown(45292, id).date).toBe(date)
  })

  test.each([
    ['yyyy-mm-dd', true],
    ['yyyy年m月d日', true],
    ['h:mm', true],
    ['ss', true],
    ['[h]:mm', true],
    ['[mmss]', true],
    ['[HH]', true],
    ['[hhhhh]', false],
    ['[Red]0', false],
    ['[$-804]0', false],
    ['General', false],
    ['"day"0', false],
    ['\\d0', false],
    ['_d0', false],
    ['*d0', false],
    ['0;yyyy', false],
    ['yyyy;0', true],
    ['', false],
    [`${' '.repeat(200)}d`, false],
    [`${' '.repeat(199)}d`, true],
    ['"d', false],
    ['[d', false],
    ['"x[h]', false],
    ['d"x', true],
  ])('the format %j is one of dates: %s', (code, date) => {
    expect(shown(45292, 164, code).date).toBe(date)
  })

  test.each([
    [42, '000000', '000042'],
    [42, '"HT-"0000', 'HT-0042'],
    [42, '\\H0000', 'H0042'],
    [42, '#0000', '0042'],
    [12345, '000', '12345'],
    [123456, '000-000', '123-456'],
    [1234567, '000-000', '1234-567'],
    [13800138000, '000 0000 0000', '13800138000'],
    [1380013800, '000 000 0000', '138 001 3800'],
    [13800138000, '"T"00000000000', 'T13800138000'],
    [42, '0', '42'],
    [42, '0.00', '42'],
    [42, '0000_ ', '0042'],
    [42, '[Red]0000', '0042'],
    [-42, '0000', '-42'],
    [1.5, '0000', '1.5'],
    [42, '00/00', '00/42'],
    [42, '(0000)', '(0042)'],
    [42, '0000:', '0042:'],
    [42, '0000元', '42'],
    [42, '##00##', '0042'],
    [42, '\\"0000', '"0042'],
    [42, '0"元"', '42'],
    [42, '"T"0', '42'],
    [42, '00_', '42'],
    [42, '00*-', '42'],
    [12345, '"T"000', 'T12345'],
    [13800138000, '000 0000 0000"x"', '138 0013 8000x'],
  ])('%d in the format %s is %s', (value, code, text) => {
    expect(shown(value, 164, code)).toEqual({ text, date: false })
  })

  test.each([
    [0, '00:00:00'],
    [0.5, '12:00:00'],
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    // Spreadsheets have a 29th.
    [60, '1900-02-28'],
    [61, '1900-03-01'],
    [45292, '2024-01-01'],
    [45292.25, '2024-01-01 06:00:00'],
    [2_958_465, '9999-12-31'],
  ])('the day %d is %s', (value, text) => {
    expect(shown(value, 14)).toEqual({ text, date: true })
  })

  test('days before all days, and after them, are numbers; old Macs count from 1904', () => {
    expect(shown(-1, 14)).toEqual({ text: '-1', date: false })
    expect(shown(2_958_466, 14)).toEqual({ text: '2958466', date: false })
    expect(shown(0, 14, undefined, true)).toEqual({ text: '1904-01-01', date: true })
    expect(shown(43830, 14, undefined, true).text).toBe('2024-01-01')
  })

  test('what has lost digits shows it', () => {
    const usual: Format = { kind: 'usual' }
    expect(textOfNumber(999_999_999_999_999, usual, false).text).toBe('999999999999999')
    expect(textOfNumber(1e15, usual, false).text).toBe('1E+15')
    expect(textOfNumber(-1e15, usual, false).text).toBe('-1E+15')
  })
})

describe('references', () => {
  test.each([
    ['A1', { row: 1, column: 0 }],
    ['z9', { row: 9, column: 25 }],
    ['AA10', { row: 10, column: 26 }],
    ['$XFD$1048576', { row: 1_048_576, column: 16_383 }],
    [' B2 ', { row: 2, column: 1 }],
    ['ABCD1', null],
    ['A12345678', null],
    ['A', null],
    ['1', null],
    ['xA1', { row: 1, column: 624 }],
    ['A1x', null],
    ['-A1', null],
    ['', null],
  ])('%j is %j', (text, place) => {
    expect(placeOf(text)).toEqual(place)
  })

  test.each([
    ['B7:C9', { rows: [7, 9], columns: [1, 2] }],
    [' B7 ', { rows: [7, 7], columns: [1, 1] }],
    ['B7:', null],
    [':C9', null],
    ['', null],
  ])('the range %j is %j', (text, range) => {
    expect(rangeOf(text)).toEqual(range)
  })
})

describe('cells as they are kept', () => {
  test.each([
    [' a ', 'a'],
    ['a\r\n\r\n b \n', 'a b'],
    ['\u200b1\ufeff2\u2060', '12'],
    ['="001"', '001'],
    ['="0"1"', '="0"1"'],
    ['x="001"', 'x="001"'],
    ['="001"x', '="001"x'],
    ['=""', ''],
    ["'1", '1'],
    ['`A1', 'A1'],
    ["'a", "'a"],
    ["x'1", "x'1"],
    ["'", "'"],
    ['１２３', '123'],
    ['１２３号', '１２３号'],
    ['号１２３', '号１２３'],
    ['Ａ', 'Ａ'],
    ['\n', ''],
    ['a\n \nb', 'a b'],
    ['=" 1 "', '1'],
  ])('%j is %j', (typed, kept) => {
    expect(tidied(typed)).toBe(kept)
  })

  test('lines keep their numbers, and those that say nothing go', () => {
    expect(linesOf([['a'], ['', ' '], ['', 'b']])).toEqual([
      { number: 1, cells: ['a'] },
      { number: 3, cells: ['', 'b'] },
    ])
  })
})

describe('separated text', () => {
  test.each([
    ['sep=;\na;b,c', [['a', 'b,c']]],
    ['SEP=| \t\r\na|b', [['a', 'b']]],
    ['sep=;', []],
    [
      'sep=;;\na;b',
      [
        ['sep=', '', ''],
        ['a', 'b'],
      ],
    ],
    ['x\nsep=;\na,b', [['x'], ['sep=;'], ['a', 'b']]],
    [
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,b\r\n\r\nc', [['a', 'b'], [''], ['c']]],
    ['a,\n', [['a', '']]],
    [
      'a,b;c,d\ne,f;g',
      [
        ['a', 'b;c', 'd'],
        ['e', 'f;g'],
      ],
    ],
    ['a;b\nc;d\ne,f,g,h,i,j,k,l', [['a', 'b'], ['c', 'd'], ['e,f,g,h,i,j,k,l']]],
    ['"a" , "b"', [['a', 'b']]],
    [
      '"a"\t,\t"b"\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a"\t"b"', [['a', 'b']]],
    [
      '"a",b\n"c""d",""',
      [
        ['a', 'b'],
        ['c"d', ''],
      ],
    ],
    [
      '"a"x,b\nc,d',
      [
        ['"a"x', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a""",b', [['a"', 'b']]],
    ['a "b",c', [['a "b"', 'c']]],
    [
      'x,"a\nb",c\ny,z',
      [
        ['x', 'a\nb', 'c'],
        ['y', 'z'],
      ],
    ],
    [
      'x,"a",y"\nb,c,d',
      [
        ['x', 'a', 'y"'],
        ['b', 'c', 'd'],
      ],
    ],
    [
      '"a,"b",c\nd,e',
      [
        ['"a', 'b', 'c'],
        ['d', 'e'],
      ],
    ],
    ['""', [['']]],
    ['"', [['"']]],
    ['a,b;c', [['a', 'b;c']]],
    ['"a,b" , "c,d"\t,\t"e,f" ', [['a,b', 'c,d', 'e,f']]],
    ['"a,b"\r\n"c,d"\r"e,f"', [['a,b'], ['c,d'], ['e,f']]],
    ['"a"x, "bc" ,y"d"', [['"a"x', 'bc', 'y"d"']]],
    ['"a\tb"\t"c"', [['a\tb', 'c']]],
    ['"a"x\rb', [['"a"x'], ['b']]],
  ])('%j', (text, rows) => {
    expect(splitText(text)).toEqual(rows)
  })

  test('a cell as long as any, and one that nobody closed', () => {
    const longest = `${'x'.repeat(32_766)},`
    expect(splitText(`"${longest}",b`)).toEqual([[longest, 'b']])
    expect(splitText(`"x${longest}",b`)).toEqual([[`"x${longest.slice(0, -1)}`, '"', 'b']])
    expect(splitText(`"${longest}\n",b`)).toEqual([
      [`"${longest.slice(0, -1)}`, ''],
      ['"', 'b'],
    ])
  })

  test('what separates is told by the beginning: notes far below may have other signs', () => {
    expect(splitText('a,b\n'.repeat(2500) + ';;;;\n'.repeat(5000))[0]).toEqual(['a', 'b'])
  })

  test('as many lines as are read, and one more', () => {
    expect(splitText('a\n'.repeat(20_000))).toHaveLength(20_000)
    expect(reasonOf(() => splitText('a\n'.repeat(20_001)))).toBe('tooManyCells')
  })
})

describe('bytes of text', () => {
  test.each<[string, Buffer, string]>([
    ['ASCII', Buffer.from('a,b'), 'a,b'],
    ['UTF-8', Buffer.from('测试'), '测试'],
    ['UTF-16 without a mark', Buffer.from('a,1\nb,2\n', 'utf16le'), 'a,1\nb,2\n'],
    ['the other way round', Buffer.from('a,1\nb,2\n', 'utf16le').swap16(), 'a,1\nb,2\n'],
    // Of one in these the low byte is zero.
    [
      'UTF-16 with a few zeros elsewhere',
      Buffer.from(`${'a,1\n'.repeat(6)}一`, 'utf16le'),
      `${'a,1\n'.repeat(6)}一`,
    ],
    ['UTF-16 with a mark and Chinese alone', Buffer.from('\ufeff测试', 'utf16le'), '测试'],
    ['the same the other way round', Buffer.from('\ufeff测试', 'utf16le').swap16(), '测试'],
    ['GB18030', iconv.encode('测试员甲', 'gb18030'), '测试员甲'],
  ])('%s is read', (_, bytes, text) => {
    expect(decode(bytes)).toBe(text)
  })

  test('zeros on both sides, or in an odd number of bytes, are no text', () => {
    expect(reasonOf(() => decode(Buffer.from([0, 0, 97, 0])))).toBe('broken')
    expect(reasonOf(() => decode(Buffer.from([97, 0, 98])))).toBe('broken')
  })

  test('UTF-8 with one sign in ten spoilt is read, with more it is broken', () => {
    const spoilt = (good: number) => Buffer.concat([Buffer.from('测'.repeat(good)), Buffer.from([0xff])])
    expect(decode(spoilt(9))).toBe(`${'测'.repeat(9)}\ufffd`)
    expect(reasonOf(() => decode(spoilt(8)))).toBe('broken')
    const ascii = Buffer.concat([Buffer.from('a'.repeat(100)), Buffer.from([0xff])])
    expect(reasonOf(() => decode(ascii))).toBe('broken')
  })
})

describe('kinds of files', () => {
  test.each<[string, Buffer | string, string]>([
    ['nothing', '', 'empty'],
    ['an archive', 'PK\x03\x04', 'archive'],
    ['an archive with nothing in it', 'PK\x05\x06', 'archive'],
    ['a name', 'PK公司,1', 'text'],
    ['a document', '%PDF-1.7', 'otherKind'],
    ['a letter', '{\\rtf1', 'otherKind'],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'otherKind'],
    ['a drawing', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'otherKind'],
    ['an animation', 'GIF89a', 'otherKind'],
    ['a bitmap', Buffer.from('BM\x10\0\0\0'), 'otherKind'],
    ['a name', 'BMW,1', 'text'],
    ['a name with a zero far behind', `BM${'x'.repeat(14)}\0`, 'text'],
    ['other archives', 'Rar!', 'otherKind'],
    ['other archives', Buffer.from([0x37, 0x7a, 0xbc, 0xaf]), 'otherKind'],
    ['other archives', Buffer.from([0x1f, 0x8b, 8]), 'otherKind'],
    ['text', 'a,b', 'text'],
  ])('%s (%j) is %s', (_, bytes, kind) => {
    expect(kindOf(Buffer.from(bytes as string))).toBe(kind)
  })

  test.each([
    ['EncryptedPackage', 'locked'],
    ['EncryptionInfo', 'locked'],
    ['WordDocument', 'otherKind'],
    ['PowerPoint Document', 'otherKind'],
    ['Workbook', 'oldExcel'],
  ])('a compound file with a stream %s is %s', (stream, kind) => {
    const head = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
    expect(kindOf(Buffer.concat([head, Buffer.from(stream, 'utf16le')]))).toBe(kind)
    expect(kindOf(Buffer.concat([head, Buffer.from(stream)]))).toBe('oldExcel')
  })

  test.each([
    ['<!DOCTYPE html><p>', 'webPage'],
    [' \n<HTML>', 'webPage'],
    ['<head>', 'webPage'],
    ['<body>', 'webPage'],
    ['<table>', 'webPage'],
    ['<div>', 'webPage'],
    ['<style>', 'webPage'],
    ['<meta x>', 'webPage'],
    ['MIME-Version: 1.0', 'webPage'],
    ['<?xml version="1.0"?><a/>', 'xml'],
    ['<!-- a -->', 'xml'],
    ['<a/>', 'xml'],
    [`<a>${' '.repeat(1997)}<html>`, 'xml'],
    [`<a>${' '.repeat(1990)}<html>`, 'webPage'],
    ['< 5', null],
    ['<5', null],
    ['a<html>', null],
    ['x mime-version:', null],
    ['', null],
  ])('the text %j is %s', (text, kind) => {
    expect(markupKind(text)).toBe(kind)
  })
})

describe('merged ranges', () => {
  const line = (number: number, cells: string[], dates: number[] = []): OpenLine => ({
    number,
    hidden: false,
    cells,
    dates,
    filled: new Set(),
  })
  const filled = (lines: OpenLine[], ref: string, most = 1000) => {
    const range = rangeOf(ref)
    return fillMerged(lines, range ? [range] : [], createCount(most, 'tooManyCells')).map(
      ({ number, cells, dates, filled }) => [number, cells, [...filled], dates],
    )
  }

  test('every cell of a range has the text of its first', () => {
    expect(
      filled([line(1, ['x']), line(2, ['甲', '', '1']), line(3, ['', '', '2']), line(5, ['y'])], 'A2:B4'),
    ).toEqual([
      [1, ['x'], [], []],
      [2, ['甲', '甲', '1'], [1], []],
      [3, ['甲', '甲', '2'], [0, 1], []],
      [5, ['y'], [], []],
    ])
  })

  test('also that it is a date, and with empty cells before it', () => {
    expect(filled([line(1, ['2024-01-01'], [0]), line(2, ['', '1'])], 'A1:A2')).toEqual([
      [1, ['2024-01-01'], [], [0]],
      [2, ['2024-01-01', '1'], [0], [0]],
    ])
    expect(filled([line(1, ['a', '', '', '甲']), line(2, ['b'])], 'D1:D2')).toEqual([
      [1, ['a', '', '', '甲'], [], []],
      [2, ['b', '', '', '甲'], [3], []],
    ])
  })

  test('a line that says nothing of its own stays out, and so does a range that says nothing', () => {
    expect(filled([line(1, ['甲', '1']), line(2, [''])], 'A1:A2')).toEqual([[1, ['甲', '1'], [], []]])
    expect(filled([line(1, ['', '1']), line(2, ['x'])], 'A1:A2')).toEqual([
      [1, ['', '1'], [], []],
      [2, ['x'], [], []],
    ])
    expect(filled([line(1, ['a', '甲']), line(2, ['', '乙'])], 'B1:B2')).toEqual([[1, ['a', '甲'], [], []]])
    expect(filled([line(2, ['x']), line(3, ['y', 'z']), line(4, ['', '1'])], 'A1:A4')).toEqual([
      [2, ['x'], [], []],
      [3, ['y', 'z'], [], []],
      [4, ['', '1'], [], []],
    ])
  })

  test('a title over the whole width is filled 64 cells wide, and every cell that is looked at counts', () => {
    const [[, cells]] = filled([line(1, ['题'])], 'A1:XFD1') as [[number, string[]]]
    expect(cells).toHaveLength(64)
    expect(reasonOf(() => filled([line(1, ['题'])], 'A1:XFD1', 64))).toBe('tooManyCells')
    expect(filled([line(1, ['题'])], 'A1:XFD1', 65)).toHaveLength(1)
    const wide = [line(1, ['题']), line(2, [...Array(99).fill(''), '1'])]
    const [[, wider]] = filled(wide, 'A1:XFD1') as [[number, string[]]]
    expect(wider).toHaveLength(100)
  })
})

test('a text is kept up to one sign more than any column takes', () => {
  expect(joined('', 'x'.repeat(3000))).toHaveLength(2001)
  expect(joined('x'.repeat(2000), 'yz')).toHaveLength(2002)
  expect(joined('x'.repeat(2001), 'y')).toHaveLength(2001)
  expect(plainText('_x000D_a_x0041__xZZZZ__x41_')).toBe('\raA_xZZZZ__x41_')
})

test.each([
  ['1', true],
  [' TRUE ', true],
  ['on', true],
  ['0', false],
  ['11', false],
  ['1x', false],
  ['', false],
  [undefined, false],
])('the attribute %j is true: %s', (text, yes) => {
  expect(isTrue(text)).toBe(yes)
})

test.each([
  ['0', true],
  [' 0.0 ', true],
  ['', false],
  [' ', false],
  ['1', false],
  ['x', false],
  [undefined, false],
])('the attribute %j is zero: %s', (text, yes) => {
  expect(isZero(text)).toBe(yes)
})
