import { archive } from '../../../test/sheets/bombs'
import { SheetError } from './error'
import { relationsOf } from './relations'
import { readWorkbook } from './workbook'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (id: string, type: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}" ${more}/>`
const relations = (...all: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
const workbook = (inside: string) => `<workbook xmlns="${main}" xmlns:r="${office}">${inside}</workbook>`
const sheets = (...all: string[]) =>
  workbook(`<sheets>${all.map(each => `<sheet ${each}/>`).join('')}</sheets>`)
const worksheet = (value: string) =>
  `<worksheet xmlns="${main}"><sheetData><row><c><v>${value}</v></c></row></sheetData></worksheet>`

/** A workbook of two sheets but for what is changed; null: the part is not there. */
function bytesOf(changed: Record<string, string | null> = {}): Buffer {
  const parts: Record<string, string | null> = {
    '_rels/.rels': relations(relation('a', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': relations(
      relation('one', 'worksheet', 'worksheets/1.xml'),
      relation('two', 'worksheet', 'worksheets/2.xml'),
      relation('chart', 'chartsheet', 'chartsheets/1.xml'),
    ),
    'xl/workbook.xml': sheets('name="甲" r:id="one"', 'name="乙" r:id="two"'),
    'xl/worksheets/1.xml': worksheet('1'),
    'xl/worksheets/2.xml': worksheet('2'),
    'xl/chartsheets/1.xml': '<chartsheet/>',
    ...changed,
  }
  return archive(
    Object.entries(parts).flatMap(([name, content]) =>
      content === null ? [] : [{ name, content, stored: true }],
    ),
  )
}
const read = (changed?: Record<string, string | null>) => readWorkbook(bytesOf(changed))
const told = (changed?: Record<string, string | null>) =>
  read(changed).map(({ name, hidden, lines }) => [name, hidden, lines[0]?.cells[0]])
const reasonOf = (changed: Record<string, string | null>) => {
  try {
    read(changed)
    return 'read'
  } catch (error) {
    return error instanceof SheetError ? error.reason : error
  }
}
/** An archive that is no workbook at all. */
const nothing = {
  '_rels/.rels': null,
  'xl/_rels/workbook.xml.rels': null,
  'xl/workbook.xml': null,
}

test('sheets are read in the order of the workbook, whatever their parts are called', () => {
  expect(read()).toEqual([
    { name: '甲', hidden: false, lines: [{ number: 1, cells: ['1'] }], hiddenColumns: [] },
    { name: '乙', hidden: false, lines: [{ number: 1, cells: ['2'] }], hiddenColumns: [] },
  ])
  expect(told({ 'xl/workbook.xml': sheets('name="乙" r:id="two"', 'name="甲" r:id="one"') })).toEqual([
    ['乙', false, '2'],
    ['甲', false, '1'],
  ])
})

test.each([
  ['', false],
  ['state="visible"', false],
  ['state="hidden"', true],
  ['state=" veryHidden "', true],
])('a sheet of %s is hidden: %s', (state, hidden) => {
  expect(told({ 'xl/workbook.xml': sheets(`name="甲" r:id="one" ${state}`) })).toEqual([['甲', hidden, '1']])
})

test('a chart is no sheet, and one without a name has none', () => {
  expect(told({ 'xl/workbook.xml': sheets('name="图" r:id="chart"', 'r:id="one"') })).toEqual([
    ['', false, '1'],
  ])
})

test('days count from 1904 when the workbook says so', () => {
  const day = `<worksheet xmlns="${main}"><sheetData><row><c s="0"><v>1</v></c></row></sheetData></worksheet>`
  const shown = (properties: string) =>
    told({
      'xl/workbook.xml': workbook(`${properties}<sheets><sheet name="甲" r:id="one"/></sheets>`),
      'xl/_rels/workbook.xml.rels': relations(
        relation('one', 'worksheet', 'worksheets/1.xml'),
        relation('s', 'styles', 'styles.xml'),
      ),
      'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`,
      'xl/worksheets/1.xml': day,
    })
  expect(shown('<workbookPr date1904="1"/>')).toEqual([['甲', false, '1904-01-02']])
  for (const properties of ['<workbookPr/>', ''])
    expect(shown(properties)).toEqual([['甲', false, '1900-01-01']])
})

test('shared texts and styles that are announced and not there are none', () => {
  const announced = relations(
    relation('s', 'styles', 'styles.xml'),
    relation('t', 'sharedStrings', 'sharedStrings.xml'),
    relation('one', 'worksheet', 'worksheets/1.xml'),
  )
  expect(
    told({ 'xl/_rels/workbook.xml.rels': announced, 'xl/workbook.xml': sheets('name="甲" r:id="one"') }),
  ).toEqual([['甲', false, '1']])
})

test('the workbook is where the package says, and where it usually is when that says nothing', () => {
  const elsewhere = {
    '_rels/.rels': relations(
      relation('x', 'extended-properties', 'docProps/app.xml'),
      relation('a', 'officeDocument', '/book/main.xml'),
    ),
    'book/main.xml': sheets('name="别处" r:id="x"'),
    'book/_rels/main.xml.rels': relations(relation('x', 'worksheet', '../xl/worksheets/2.xml')),
  }
  expect(told(elsewhere)).toEqual([['别处', false, '2']])
  const missing = relations(relation('a', 'officeDocument', 'gone.xml'))
  for (const packageRelations of [null, relations(), missing])
    expect(told({ '_rels/.rels': packageRelations })).toHaveLength(2)
})

describe('an archive is refused', () => {
  test.each<[string, Record<string, string | null>, string]>([
    ['with a sheet nobody refers to', { 'xl/workbook.xml': sheets('name="甲" r:id="three"') }, 'broken'],
    ['with a sheet that says nothing', { 'xl/workbook.xml': sheets('name="甲"') }, 'broken'],
    [
      'with a shared text, and there are none',
      { 'xl/worksheets/1.xml': worksheet('0').replace('<c>', '<c t="s">') },
      'broken',
    ],
    ['with a sheet that is not there', { 'xl/worksheets/2.xml': null }, 'broken'],
    ['whose workbook is something else', { 'xl/workbook.xml': '<worksheet/>' }, 'otherKind'],
    [
      'that is a letter',
      {
        '_rels/.rels': relations(relation('a', 'officeDocument', 'word/document.xml')),
        'word/document.xml':
          '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>',
      },
      'otherKind',
    ],
    [
      'that is binary, as its package says',
      { '_rels/.rels': relations(relation('a', 'officeDocument', 'b/main.bin')), 'b/main.bin': '\0' },
      'binaryWorkbook',
    ],
    ['that is binary', { ...nothing, 'xl/workbook.bin': '\0' }, 'binaryWorkbook'],
    ['of Numbers', { ...nothing, 'Index/Document.IWA': '\0' }, 'numbers'],
    ['of older Numbers', { ...nothing, 'Index.zip': '\0' }, 'numbers'],
    [
      'of something like it',
      { ...nothing, 'a.iwa.txt': '', 'Index.zip.txt': '', 'x/Index.zip': '' },
      'otherKind',
    ],
    ['of OpenDocument', { ...nothing, 'content.xml': '', 'META-INF/manifest.xml': '' }, 'openDocument'],
    ['of Java', { ...nothing, 'META-INF/manifest.xml': '' }, 'otherKind'],
    ['of something with a content', { ...nothing, 'content.xml': '' }, 'otherKind'],
  ])('%s', (_, changed, reason) => {
    expect(reasonOf(changed)).toBe(reason)
  })

  test('with more sheets than anybody has', () => {
    const many = (count: number) => ({
      'xl/workbook.xml': sheets(...Array<string>(count).fill('name="甲" r:id="one"')),
    })
    expect(read(many(200))).toHaveLength(200)
    expect(reasonOf(many(201))).toBe('unusual')
  })

  test('with more in all its parts than is unpacked of one archive', () => {
    const large = `<worksheet>${' '.repeat(17_000_000)}</worksheet>`
    expect(reasonOf({ 'xl/worksheets/1.xml': large })).toBe('read')
    expect(reasonOf({ 'xl/worksheets/1.xml': large, 'xl/worksheets/2.xml': large })).toBe('inflated')
  })
})

describe('relations', () => {
  const found = (part: string, name: string, ...all: string[]) =>
    relationsOf(
      {
        names: [name],
        has: asked => asked === name,
        *read(asked, count) {
          expect(asked).toBe(name)
          count(1)
          yield Buffer.from(relations(...all))
        },
      },
      part,
      () => undefined,
    )

  test.each([
    ['', '_rels/.rels'],
    ['book.xml', '_rels/book.xml.rels'],
    ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'],
    ['a/b/c.xml', 'a/b/_rels/c.xml.rels'],
  ])('of the part %j are in %s', (part, name) => {
    expect(found(part, name, relation('x', 'styles', '/s.xml'))).toEqual([
      { id: 'x', type: 'styles', target: 's.xml' },
    ])
    expect(found(part, `${name}x`)).toEqual([])
  })

  test.each([
    ['worksheets/1.xml', 'xl/worksheets/1.xml'],
    ['/xl/worksheets/1.xml', 'xl/worksheets/1.xml'],
    ['./a//b.xml', 'xl/a/b.xml'],
    ['../a.xml', 'a.xml'],
    ['../../../a.xml', 'a.xml'],
    ['a/../b.xml', 'xl/b.xml'],
    ['worksheets\\a\\1.xml', 'xl/worksheets/a/1.xml'],
    ['sheet%201.xml', 'xl/sheet 1.xml'],
    ['100%.xml', 'xl/100%.xml'],
  ])('to %s lead to %s', (target, name) => {
    const [{ target: led } = { target: '' }] = found(
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      relation('x', 'worksheet', target),
    )
    expect(led).toBe(name)
  })

  test('to the outside, and elements of other kinds, are none; one may say nothing', () => {
    expect(
      found(
        '',
        '_rels/.rels',
        relation('x', 'hyperlink', 'https://example.com/', 'TargetMode="External"'),
        '<Other Id="y"/>',
        '<Relationship/>',
        relation('z', 'styles', 's.xml', 'TargetMode="Internal"'),
      ),
    ).toEqual([
      { id: undefined, type: undefined, target: '' },
      { id: 'z', type: 'styles', target: 's.xml' },
    ])
  })
})
