import fc from 'fast-check'
import { archive, type Part } from './bombs'

/**
 * Workbooks as anybody may write them: one table, in any style of XML that is valid, merged, among other sheets, in any
 * encoding. Written after ECMA-376; none of the reader's code is in here.
 */
export interface AnyWorkbook {
  bytes: Buffer
  /** The lines that are seen, as text. */
  table: string[][]
}

/** Takes the next decision: a number below `most`. */
type Decide = (most: number) => number

const mains = {
  transitional: {
    main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  },
  strict: {
    main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  },
}

const word = fc.string({
  unit: fc.constantFrom(...'甲乙丙丁测试员有限公司示例AZaz09 &<>"\'·（）-_/é𠮷'),
  minLength: 1,
  maxLength: 12,
})
const digits = fc.integer({ min: 1, max: 999_999_999_999_999 }).map(String)
const plainCell = fc.oneof({ weight: 3, arbitrary: word }, { weight: 2, arbitrary: digits }, fc.constant(''))
/** As cells are kept: blanks around them are none of theirs. */
const cell = plainCell.map(text => text.trim()).filter(text => !/^=".*"$|^['`][\dA-Z]/.test(text))

export const anyWorkbook: fc.Arbitrary<AnyWorkbook> = fc
  .tuple(
    fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 6 }),
    fc.infiniteStream(fc.nat(1_000_000)),
  )
  .map(([rows, stream]) => {
    const decide: Decide = most => (stream.next().value ?? 0) % most
    const table = rows.map(([first, ...others], index) => [first || `第${index}行`, ...others])
    return written(table, decide)
  })

function written(rows: string[][], decide: Decide): AnyWorkbook {
  const table = rows.map(row => [...row])
  const ranges = merged(table, decide)
  const xml = createStyle(decide)
  const { main, office } = decide(4) === 0 ? mains.strict : mains.transitional
  const shared: string[] = []
  const sheet = worksheet(table, ranges, { xml, main, shared, decide })
  const other = worksheet([['别的', '数据']], [], { xml, main, shared, decide })
  const target = (name: string) => ['', '/xl/', './', '../xl/'][decide(4)] + name
  const relation = (id: string, type: string, place: string) =>
    xml.element('Relationship', { Id: id, Type: `${office}/${type}`, Target: target(place) })
  const package_ = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const plainStyle = createStyle(decide, '')
  const hiddenFirst = decide(3) === 0
  const sheets = [
    ...(hiddenFirst ? [{ name: '旧', id: 'rId9', state: decide(2) ? 'hidden' : 'veryHidden' }] : []),
    { name: '数据&甲', id: 'rId4', state: 'visible' },
    ...(decide(3) === 0 ? [{ name: '图', id: 'rId7', state: 'visible' }] : []),
  ]
  const parts: Part[] = [
    {
      name: '_rels/.rels',
      content: plainStyle.document(
        plainStyle.element(
          'Relationships',
          { xmlns: package_ },
          plainStyle.element('Relationship', {
            Id: 'a',
            Type: `${office}/officeDocument`,
            Target: decide(2) ? 'xl/workbook.xml' : '/xl/workbook.xml',
          }),
        ),
      ),
    },
    {
      name: 'xl/workbook.xml',
      content: xml.document(
        xml.root(
          'workbook',
          main,
          { [`xmlns:${relationPrefix}`]: office },
          xml.element('workbookPr', {}) +
            xml.element(
              'sheets',
              {},
              sheets
                .map(({ name, id, state }, index) =>
                  xml.element('sheet', {
                    name,
                    sheetId: String(index + 1),
                    ...(state !== 'visible' || decide(2) ? { state } : {}),
                    [`${relationPrefix}:id`]: id,
                  }),
                )
                .join(''),
            ),
        ),
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: plainStyle.document(
        plainStyle.element(
          'Relationships',
          { xmlns: package_ },
          [
            relation('rId4', 'worksheet', 'worksheets/sheet1.xml'),
            relation('rId9', 'worksheet', 'worksheets/old.xml'),
            relation('rId7', 'chartsheet', 'chartsheets/sheet1.xml'),
            ...(shared.length > 0 ? [relation('rId2', 'sharedStrings', 'sharedStrings.xml')] : []),
          ]
            .join('')
            .replace(/<\w+:Relationship/g, '<Relationship')
            .replace(/<\/\w+:Relationship/g, '</Relationship'),
        ),
      ),
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
    { name: 'xl/worksheets/old.xml', content: other },
    { name: 'xl/chartsheets/sheet1.xml', content: xml.document(xml.root('chartsheet', main, {}, '')) },
    ...(shared.length > 0
      ? [{ name: 'xl/sharedStrings.xml', content: strings(shared, { xml, main, decide }) }]
      : []),
  ]
  const slash = decide(6) === 0
  const bytes = archive(
    parts.map(part => ({
      ...part,
      name: slash ? part.name.replace(/\//g, '\\') : part.name,
      stored: decide(4) === 0,
    })),
  )
  return { bytes, table }
}

const relationPrefix = 'rel'

interface Range {
  rows: [number, number]
  columns: [number, number]
}

/** Makes a rectangle of the table say one thing, and answers where it is. The first column stays as it is. */
function merged(table: string[][], decide: Decide): Range[] {
  if (decide(2) === 0 || table.length < 2) return []
  const top = decide(table.length - 1)
  const bottom = top + 1 + decide(table.length - top - 1)
  const left = 1 + decide(3)
  const right = left + decide(4 - left)
  const text = table[top]?.[left] ?? ''
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const cells = table[row]
      if (cells) cells[column] = text
    }
  }
  return [{ rows: [top, bottom], columns: [left, right] }]
}

interface Writing {
  xml: Style
  main: string
  shared: string[]
  decide: Decide
}

function worksheet(table: string[][], ranges: Range[], writing: Writing): Buffer {
  const { xml, main, decide } = writing
  const numbered = decide(3) > 0
  const covered = (row: number, column: number) =>
    ranges.some(
      ({ rows, columns }) =>
        row >= rows[0] &&
        row <= rows[1] &&
        column >= columns[0] &&
        column <= columns[1] &&
        (row > rows[0] || column > columns[0]),
    )
  const rows = table.map((cells, row) => {
    const placed = numbered || decide(2) === 0
    const content = cells.map((text, column) => {
      const place: Record<string, string> = placed ? { r: `${'ABCD'[column]}${row + 1}` } : {}
      const said = covered(row, column) ? '' : text
      if (said === '') return placed && decide(2) ? '' : xml.element('c', place)
      return cellOf(said, place, writing)
    })
    return xml.element('row', numbered ? { r: String(row + 1), spans: '1:4' } : {}, content.join(''))
  })
  const letters = 'ABCD'
  const merges = ranges.map(({ rows: [top, bottom], columns: [left, right] }) =>
    xml.element('mergeCell', { ref: `${letters[left]}${top + 1}:${letters[right]}${bottom + 1}` }),
  )
  return xml.document(
    xml.root(
      'worksheet',
      main,
      {},
      (decide(2) ? xml.element('dimension', { ref: 'A1' }) : '') +
        xml.element('sheetData', {}, rows.join('')) +
        (merges.length > 0
          ? xml.element('mergeCells', { count: String(merges.length) }, merges.join(''))
          : ''),
    ),
  )
}

function cellOf(text: string, place: Record<string, string>, { xml, shared, decide }: Writing): string {
  const isNumber = /^[1-9]\d{0,14}$/.test(text)
  switch (decide(isNumber ? 5 : 3)) {
    case 0:
      return xml.element('c', { ...place, t: 'inlineStr' }, xml.element('is', {}, rich(text, xml, decide)))
    case 1: {
      const index = shared.push(text) - 1
      return xml.element('c', { t: 's', ...place }, xml.element('v', {}, String(index)))
    }
    case 2:
      return xml.element(
        'c',
        { ...place, t: 'str' },
        (decide(2) ? xml.element('f', {}, xml.text('IF(A1>"",1,2)')) : '') +
          xml.element('v', {}, xml.text(text)),
      )
    case 3:
      return xml.element('c', place, xml.element('v', {}, decide(2) ? text : `${text}.0`))
    default:
      return xml.element(
        'c',
        { ...place, t: 'n', s: '0' },
        xml.element('v', {}, Number(text).toExponential()),
      )
  }
}

function rich(text: string, xml: Style, decide: Decide): string {
  const reading =
    decide(3) === 0 ? xml.element('rPh', { sb: '0', eb: '1' }, xml.element('t', {}, 'ceshi')) : ''
  const whole = (part: string) => xml.element('t', { 'xml:space': 'preserve' }, xml.text(part))
  if (decide(2)) return whole(text) + reading
  const signs = [...text]
  const half = Math.ceil(signs.length / 2)
  const parts = [signs.slice(0, half).join(''), signs.slice(half).join('')]
  return parts.map(part => xml.element('r', {}, xml.element('rPr', {}) + whole(part))).join('') + reading
}

function strings(shared: string[], { xml, main, decide }: Pick<Writing, 'xml' | 'main' | 'decide'>): Buffer {
  const items = shared.map(text => xml.element('si', {}, rich(text, xml, decide)))
  return xml.document(xml.root('sst', main, { count: String(items.length) }, items.join('')))
}

/** One way to write XML: prefix, quotation marks, references, CDATA, comments, gaps, encoding. */
function createStyle(decide: Decide, prefix = ['', '', 'x:', 'ss:'][decide(4)] ?? '') {
  const quote = decide(2) ? '"' : "'"
  const gap = ['', '', '\n', '\r\n  '][decide(4)] ?? ''
  const attribute = ([name, value]: [string, string]) => {
    const plain = escaped(value).replace(/"/g, '&quot;').replace(/'/g, '&apos;')
    // `>` may stand in an attribute as it is.
    return `${gap || ' '}${name}${decide(3) ? '' : ' '}=${quote}${decide(2) ? plain.replace(/&gt;/g, '>') : plain}${quote}`
  }
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const noise = () => ['', '', '', '<!-- <c r="A1"/> -->', '<?note a?>'][decide(5)] ?? ''
  const open = (name: string, attributes: Record<string, string>, content: string | undefined) => {
    const head = `<${prefix}${name}${Object.entries(attributes).map(attribute).join('')}`
    if (content === undefined || (content === '' && decide(2))) return `${head}${decide(2) ? ' ' : ''}/>`
    return `${head}${decide(2) ? '' : gap}>${content}</${prefix}${name}${decide(2) ? '' : ' '}>`
  }
  return {
    element(name: string, attributes: Record<string, string>, content?: string): string {
      return open(name, attributes, content) + (['c', 'row', 'si'].includes(name) ? noise() : '')
    },
    root(name: string, space: string, attributes: Record<string, string>, content: string): string {
      const declared = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`
      return open(name, { [declared]: space, ...attributes }, content)
    },
    text(text: string): string {
      const signs = [...text].map(sign => {
        if (decide(6) > 0) return escaped(sign)
        const code = sign.codePointAt(0) ?? 0
        return decide(2) ? `&#${code};` : `&#x${code.toString(16)};`
      })
      const way = decide(5)
      if (way === 0) return `<![CDATA[${text}]]>`
      return way === 1 ? `${signs.join('')}<!-- no text -->` : signs.join('')
    },
    document(root: string): Buffer {
      const encoding =
        ['UTF-8', 'UTF-8', 'UTF-8 with a mark', 'UTF-16LE', 'UTF-16BE', 'none'][decide(6)] ?? ''
      const name = encoding.split(' ')[0]?.replace(/[LB]E$/, '')
      const declaration =
        encoding === 'none'
          ? ''
          : `<?xml version="1.0" encoding=${quote}${name}${quote} standalone="yes"?>${gap}`
      const text = declaration + root + gap
      if (encoding === 'UTF-16LE') return Buffer.from(`\ufeff${text}`, 'utf16le')
      if (encoding === 'UTF-16BE') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
      return Buffer.from(encoding === 'UTF-8 with a mark' ? `\ufeff${text}` : text)
    },
  }
}
type Style = ReturnType<typeof createStyle>
