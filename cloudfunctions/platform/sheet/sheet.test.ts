import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { reader, SheetError, writeXlsx } from '.'
import { createCount } from './limits'
import { readFile, readText } from './readFile'
// Loaded beforehand, as they are in any test after the first.
import './writeCsv'
import './writeXlsx'
import { openArchive } from './zip'

const text = '企业名称,信用代码\r\n示例(北京)有限公司,91110000MA00000016\r\n'
const cells = [
  ['企业名称', '信用代码'],
  ['示例(北京)有限公司', '91110000MA00000016'],
]
const linesOf = (bytes: Buffer) => readFile(bytes).find(sheet => !sheet.hidden)?.lines ?? []
const linesOfText = (text: string) => readText(text)[0]?.lines ?? []
/** Lines of one width, as they are seen. */
const cellsOf = (bytes: Buffer) => {
  const lines = linesOf(bytes).map(line => line.cells)
  const width = Math.max(...lines.map(cells => cells.length))
  return lines.map(cells => [...cells, ...Array.from({ length: width - cells.length }, () => '')])
}
const reasonOf = (bytes: Buffer) => {
  try {
    readFile(bytes)
    return 'read'
  } catch (error) {
    return error instanceof SheetError ? error.reason : error
  }
}

describe('text files', () => {
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['GBK', iconv.encode(text, 'gbk')],
    ['GB18030', iconv.encode(text, 'gb18030')],
  ])('%s is recognised', async (_, bytes) => {
    expect(cellsOf(bytes)).toEqual(cells)
  })

  test('a rare character of GB18030 is read', async () => {
    expect(cellsOf(iconv.encode('企业名称,法人\n示例公司,测𠮷', 'gb18030'))).toEqual([
      ['企业名称', '法人'],
      ['示例公司', '测𠮷'],
    ])
  })

  test('a picture is no table, and neither is an empty file', () => {
    expect(reasonOf(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))).toBe('otherKind')
    expect(reasonOf(Buffer.alloc(0))).toBe('empty')
  })

  test('text that claims a mark and is something else is no table', async () => {
    expect(reasonOf(Buffer.from([0xff, 0xff, 0xff]))).toBe('broken')
  })
})

describe('separated text', () => {
  test.each([
    [
      'tabs, with commas in an address',
      '名称\t地址\n甲\t一号,二楼,三室\n',
      [
        ['名称', '地址'],
        ['甲', '一号,二楼,三室'],
      ],
    ],
    [
      'semicolons',
      '名称;地址\n甲;一号\n',
      [
        ['名称', '地址'],
        ['甲', '一号'],
      ],
    ],
    [
      'commas, with tabs that keep numbers from being rounded',
      '名称,代码\n甲,123\t\n',
      [
        ['名称', '代码'],
        ['甲', '123'],
      ],
    ],
    [
      'quotation marks',
      '名称,地址\n"甲 ""乙""","一号,二楼"\n',
      [
        ['名称', '地址'],
        ['甲 "乙"', '一号,二楼'],
      ],
    ],
    [
      'a line break in a cell',
      '名称,地址\n甲,"一号\r\n二楼"\n',
      [
        ['名称', '地址'],
        ['甲', '一号 二楼'],
      ],
    ],
    [
      'a quotation mark nobody closes',
      '名称,地址\n"甲,一号\n乙,二号\n',
      [
        ['名称', '地址'],
        ['"甲', '一号'],
        ['乙', '二号'],
      ],
    ],
    ['one column', '名称\n甲\n乙', [['名称'], ['甲'], ['乙']]],
  ])('%s', (_, pasted, expected) => {
    expect(linesOfText(pasted).map(line => line.cells)).toEqual(expected)
  })

  test('empty lines are left out, and the others keep their numbers', () => {
    expect(linesOfText('名称,地址\n\n , \n甲,一号\n')).toEqual([
      { number: 1, cells: ['名称', '地址'] },
      { number: 4, cells: ['甲', '一号'] },
    ])
  })

  test.each([
    ['\u3000甲\u00a0', '甲'],
    ['\u202d13800138000\u202c', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['８号楼', '８号楼'],
    ['="110101199001010015"', '110101199001010015'],
    ["'110101199001010015", '110101199001010015'],
    ['1.10101E+17', '1.10101E+17'],
  ])('a cell %j is %j', (typed, expected) => {
    expect(linesOfText(`a\t${typed}`)[0]?.cells[1]).toBe(expected)
  })

  test('is one sheet without a name, of which nothing is hidden', async () => {
    const { readText } = await reader()
    expect(readText('甲,乙')).toEqual([
      { name: '', hidden: false, lines: [{ number: 1, cells: ['甲', '乙'] }], hiddenColumns: [] },
    ])
  })

  test('more lines than any batch has are not read', () => {
    expect(() => readText('甲\n'.repeat(30_000))).toThrow(SheetError)
  })
})

describe('workbooks of other programs', () => {
  test('shared, rich, inline and calculated texts', async () => {
    const sheet = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>
      <row r="5"><c r="A5" t="inlineStr"><is><t>示例&amp;甲</t></is></c><c r="C5" t="str"><f>A1</f><v>算出</v></c></row>`
    const strings =
      '<si><t>企业名称</t></si><si><r><t>信用</t></r><r><t>代码</t></r><rPh><t>dm</t></rPh></si>'
    expect(linesOf(workbook(sheet, { strings }))).toEqual([
      { number: 2, cells: ['企业名称', '信用代码'] },
      { number: 5, cells: ['示例&甲', '', '算出'] },
    ])
  })

  test('numbers are text; of one with more than 15 digits it can be seen that digits are gone', async () => {
    const sheet = `<row r="1"><c r="A1"><v>13800138000</v></c><c r="B1"><v>1.1010119900101E+17</v></c>
      <c r="C1"><v>110101199001010015</v></c><c r="D1"><v>999999999999999</v></c><c r="E1"><v>0.5</v></c></row>`
    expect(cellsOf(workbook(sheet))).toEqual([
      ['13800138000', '1.1010119900101E+17', '1.1010119900101002E+17', '999999999999999', '0.5'],
    ])
  })

  test('dates, truth values and errors become text, and a number beyond all dates stays one', () => {
    const sheet = `<row r="1"><c r="A1" s="1"><v>45292</v></c><c r="B1" t="b"><v>1</v></c>
      <c r="C1" t="e"><v>#N/A</v></c><c r="D1"><v>1</v></c>
      <c r="E1" s="1"><v>110101199001010015</v></c></row>`
    const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    expect(cellsOf(workbook(sheet, { styles }))).toEqual([
      ['2024-01-01', 'TRUE', '#N/A', '1', '1.1010119900101002E+17'],
    ])
  })

  test('names with a prefix are understood', async () => {
    const bytes = zipped({
      'xl/workbook.xml': `<x:workbook xmlns:x="${main}" xmlns:r="${relations}"><x:sheets><x:sheet name="a" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    })
    expect(cellsOf(bytes)).toEqual([['甲']])
  })

  test('the first sheet that can be seen is read', async () => {
    const bytes = zipped({
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="值" sheetId="1" state="hidden" r:id="rId2"/><sheet name="企业" sheetId="2" r:id="rId1"/></sheets></workbook>`,
      'xl/worksheets/sheet1.xml': worksheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>看得见</t></is></c></row>',
      ),
      'xl/worksheets/sheet2.xml': worksheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>藏着</t></is></c></row>',
      ),
    })
    expect(cellsOf(bytes)).toEqual([['看得见']])
  })

  test('a hundred thousand lines that are only formatted do no harm', async () => {
    const formatted = Array.from(
      { length: 100_000 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="0"/></row>`,
    )
    const sheet = `<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>${formatted.join('')}`
    expect(linesOf(workbook(sheet))).toEqual([{ number: 1, cells: ['甲'] }])
  })
})

describe('files that are refused', () => {
  test('an old or locked workbook', async () => {
    expect(reasonOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('oldExcel')
  })

  test('an archive that is no workbook, a broken one, and one cut off', async () => {
    const whole = workbook('<row r="1"><c r="A1"><v>1</v></c></row>')
    expect(reasonOf(Buffer.from(zipSync({ 'word/document.xml': strToU8('<a/>') })))).toBe('otherKind')
    expect(reasonOf(Buffer.from('PK\x03\x04'))).toBe('broken')
    expect(reasonOf(Buffer.from(zipSync({})))).toBe('otherKind')
    expect(reasonOf(whole.subarray(0, whole.length - 30))).toBe('broken')
  })

  test('more than 5 MB', async () => {
    expect(reasonOf(Buffer.alloc(5_000_001, '%PDF'))).toBe('tooLarge')
    expect(reasonOf(Buffer.alloc(5_000_000, '%PDF'))).toBe('otherKind')
  })

  test('an archive that unpacks to more than 32 MB, whatever it says about itself', async () => {
    const bytes = workbook(`<!--${' '.repeat(60_000_000)}-->`)
    expect(reasonOf(bytes)).toBe('inflated')
    // The size in the directory.
    bytes.writeUInt32LE(10, bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 22)
    expect(reasonOf(bytes)).toBe('inflated')
  })

  test('a sheet with a stray value in its last corner', async () => {
    expect(reasonOf(workbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))).toBe('tooManyCells')
  })

  test('any change to a good file ends in a table or in a SheetError', async () => {
    const whole = workbook('<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>')
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const changed = Buffer.from(whole)
        changed[at] = byte
        expect(['read', 'broken', 'otherKind', 'locked', 'inflated', 'unusual', 'tooManyCells']).toContain(
          reasonOf(changed),
        )
      }),
    )
  })
})

describe('written workbooks', () => {
  const columns = [
    { heading: '企业名称', width: 30 },
    { heading: '信用代码', width: 20 },
  ]

  test('what is written is what is read', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .map(each => linesOfText(`x\t${each.replace(/["\t\r\n]/g, '')}`)[0]?.cells[1] ?? '')
    const rows = fc.array(fc.tuple(fc.constant('甲'), cell), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(rows, async expected => {
        const bytes = await writeXlsx({ name: '企业', columns, rows: expected })
        expect(cellsOf(bytes)).toEqual([columns.map(each => each.heading), ...expected])
      }),
      { numRuns: 50 },
    )
  })

  test.each([
    '=1+1',
    '+86',
    '-1',
    '@SUM(A1)',
    '=cmd|"/c calc"!A1',
    '_x0041_',
    '__proto__',
    'constructor',
    '110101199001010015',
    '<&>"',
    '\ufffd',
  ])('%s stays a text', async typed => {
    expect(cellsOf(await writeXlsx({ name: 'a', columns, rows: [['甲', typed]] }))).toContainEqual([
      '甲',
      typed,
    ])
  })

  test('no cell is a formula or a number, and what is typed into blank lines is text', async () => {
    const bytes = await writeXlsx({ name: 'a', columns, rows: [['=1+1', '12']], blankRows: 2 })
    const parts = unzipped(bytes)
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<f>')
    expect(parts['xl/worksheets/sheet1.xml']?.match(/<c [^>]*t="s"/g)).toHaveLength(4)
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<row r="4"><c r="A4" s="2"/><c r="B4" s="2"/></row>')
    expect(parts['xl/styles.xml']).toContain('formatCode="@"')
    expect(parts['xl/worksheets/sheet1.xml']).toContain('ySplit="1"')
    expect(linesOf(bytes)).toHaveLength(2)
  })

  test('headings are bold, columns as wide as they are told, and the longest text is cut to what a cell holds', async () => {
    const long = `${'长'.repeat(32_767)}x`
    const parts = unzipped(
      await writeXlsx({
        name: '企业',
        columns,
        rows: [
          ['_a', '__proto__'],
          [long, ''],
        ],
      }),
    )
    expect(parts['xl/workbook.xml']).toContain('name="企业"')
    expect(parts['xl/styles.xml']).toContain('<b/>')
    expect(
      parts['xl/worksheets/sheet1.xml']?.match(/<col [^>]*/g)?.map(col => /width="(\d+)/.exec(col)?.[1]),
    ).toEqual(['30', '20'])
    expect(
      parts['xl/sharedStrings.xml']?.match(/<t[^>]*>[^<]*/g)?.map(text => text.replace(/<[^>]*>/, '')),
    ).toEqual(['企业名称', '信用代码', '_a', '_x005F__proto__', long.slice(0, -1)])
  })

  test('the largest board stays far below the 700 KB of an answer', async () => {
    const rows = Array.from({ length: 1000 }, (_, n) =>
      Array.from({ length: 10 }, (_, i) => `示例${n * 7919}第${i}格有限公司的说明文字`),
    )
    const many = Array.from({ length: 10 }, (_, i) => ({ heading: `第${i}列`, width: 20 }))
    const bytes = await writeXlsx({ name: '企业', columns: many, rows })
    expect(bytes.length).toBeLessThan(300_000)
    expect(linesOf(bytes)).toHaveLength(1001)
  })
})

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The least a workbook has. The parts follow ECMA-376; none of them was made by our own writer. */
function workbook(
  rows: string,
  { strings = '', styles = '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>' } = {},
) {
  return zipped({
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="企业" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': worksheet(rows),
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
  })
}

function worksheet(rows: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`
}

function zipped(parts: Record<string, string>): Buffer {
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
  const all: Record<string, string> = {
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
      relationship('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relationship('rId2', 'worksheet', '/xl/worksheets/sheet2.xml'),
      relationship('rId3', 'sharedStrings', 'sharedStrings.xml'),
      relationship('rId4', 'styles', 'styles.xml'),
    ].join('')}</Relationships>`,
    ...parts,
  }
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(all).map(([name, xml]) => [name, strToU8(xml)]))),
  )
}

function unzipped(bytes: Buffer): Record<string, string> {
  const archive = openArchive(bytes)
  const count = createCount(10_000_000, 'inflated')
  const contentOf = (name: string) => Buffer.concat([...archive.read(name, count)]).toString()
  return Object.fromEntries(archive.names.map(name => [name, contentOf(name)]))
}
