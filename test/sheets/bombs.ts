import { deflateRawSync } from 'node:zlib'

/** Archives written by hand, so that they may lie; none of the reader's code is in them. */
export interface Part {
  name: string
  content: Buffer | string
  /** What the directory says of the unpacked size; the truth by default. */
  size?: number
  stored?: boolean
}

export function archive(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, size, stored = false } of parts) {
    const bytes = Buffer.from(content)
    const packed = stored ? bytes : deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(stored ? 0 : 8, 4)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(size ?? bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), fields, tail, Buffer.from(name))
    locals.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, listed, end])
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
const relations = (...all: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`

/** A workbook of one sheet; `sheet` stands between the tags of the worksheet. */
export function workbook(
  sheet: string,
  { strings = '', styles = '', before = '', more = [] as Part[] } = {},
): Buffer {
  return archive([
    { name: '_rels/.rels', content: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
        relation('rId2', 'sharedStrings', 'sharedStrings.xml'),
        relation('rId3', 'styles', 'styles.xml'),
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${before}<worksheet xmlns="${main}">${sheet}</worksheet>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${strings}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet xmlns="${main}">${styles}</styleSheet>` },
    ...more,
  ])
}

const text = (at: string, said: string) => `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`
const heading = `<row r="1">${text('A1', '姓名')}${text('B1', '手机号')}</row>`
const person = `<row r="2">${text('A2', '测试员甲')}${text('B2', '13800138000')}</row>`
const data = (rows: string) => `<sheetData>${heading}${person}${rows}</sheetData>`
const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('')

/** 26 for AA. */
function letters(column: number): string {
  const before = Math.floor(column / 26)
  return (before > 0 ? letters(before - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** What each is refused with; null: it is honest, and read. */
export const bombs: Readonly<Record<string, { make: () => Buffer; code: string | null }>> = {
  'one value in the last corner': {
    make: () => workbook(data('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    code: 'SHEET_TOO_LARGE',
  },
  'a part of ten million zeros': {
    make: () => workbook(data(''), { more: [{ name: 'xl/zeros.xml', content: Buffer.alloc(10_000_000) }] }),
    code: 'FILE_INFLATED',
  },
  'a sheet of ten million zeros': {
    make: () => archive([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(10_000_000) }]),
    code: 'FILE_INFLATED',
  },
  'ten million bytes as they are': {
    make: () => archive([{ name: 'a', content: Buffer.alloc(10_000_000), stored: true }]),
    code: 'FILE_TOO_LARGE',
  },
  'a million empty cells with a style': {
    make: () => workbook(data(many(100_000, row => `<row r="${row + 3}">${'<c s="1"/>'.repeat(10)}</row>`))),
    code: 'SHEET_TOO_LARGE',
  },
  'a hundred thousand rows with a style': {
    make: () =>
      workbook(
        data(many(100_000, row => `<row r="${row + 3}" s="1" ht="20"><c r="A${row + 3}" s="1"/></row>`)),
      ),
    code: null,
  },
  '16,384 columns': {
    make: () =>
      workbook(data(`<row r="3">${many(16_384, column => text(`${letters(column)}3`, '甲'))}</row>`)),
    code: 'SHEET_TOO_LARGE',
  },
  'elements a hundred thousand deep': {
    make: () => workbook(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`),
    code: 'FILE_UNUSUAL',
  },
  'elements of others a thousand deep': {
    make: () => workbook(`<b:a xmlns:b="urn:b">${'<b:a>'.repeat(1_000)}${'</b:a>'.repeat(1_000)}</b:a>`),
    code: 'FILE_UNUSUAL',
  },
  'an element with a million attributes': {
    make: () => workbook(`<a ${many(1_000_000, index => `a${index}="" `)}/>`),
    code: 'FILE_UNUSUAL',
  },
  'a hundred thousand merged ranges': {
    make: () =>
      workbook(
        `${data('')}<mergeCells>${many(100_000, index => `<mergeCell ref="A${index + 2}:B${index + 900_000}"/>`)}</mergeCells>`,
      ),
    code: null,
  },
  'merged ranges over everything, ten thousand times': {
    make: () =>
      workbook(
        `${data(many(1000, row => `<row r="${row + 3}">${text(`A${row + 3}`, '甲')}</row>`))}<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(10_000)}</mergeCells>`,
      ),
    code: 'SHEET_TOO_LARGE',
  },
  'two million shared strings': {
    make: () => workbook(data(''), { strings: '<si><t>a</t></si>'.repeat(2_000_000) }),
    code: 'FILE_INFLATED',
  },
  'a million shared strings': {
    make: () => workbook(data(''), { strings: many(1_000_000, index => `<si><t>${index}</t></si>`) }),
    code: 'SHEET_TOO_LARGE',
  },
  'a shared string of six million characters': {
    make: () =>
      workbook(data(''), { strings: `<si><t>${many(1_000_000, index => `${index % 997}甲乙`)}</t></si>` }),
    code: null,
  },
  'entities within entities': {
    make: () =>
      workbook(data(''), {
        before: `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${many(30, index => `<!ENTITY b${index} "${`&b${index - 1};`.repeat(10)}">`)}]>`,
      }),
    code: 'FILE_UNUSUAL',
  },
  'forty thousand entries': {
    make: () =>
      archive(
        Array.from({ length: 40_000 }, (_, index) => ({ name: `${index}`, content: '', stored: true })),
      ),
    code: 'FILE_UNUSUAL',
  },
  'one name for two entries': {
    make: () => workbook(data(''), { more: [{ name: 'XL/workbook.xml', content: '' }] }),
    code: 'FILE_UNUSUAL',
  },
  'a size that is a lie': {
    make: () =>
      workbook(data(''), {
        more: [{ name: 'xl/Worksheets/sheet2.xml', content: Buffer.alloc(60_000_000, 'a'), size: 10 }],
      }),
    code: null,
  },
  'a size of the sheet that is a lie': {
    make: () =>
      archive([
        {
          name: 'xl/workbook.xml',
          content: `<workbook xmlns="${main}"><!--${' '.repeat(60_000_000)}--></workbook>`,
          size: 10,
        },
      ]),
    code: 'FILE_INFLATED',
  },
  'six hundred thousand quotation marks nobody closes': {
    make: () => Buffer.from(`姓名,手机号\n${'"甲\n'.repeat(600_000)}`),
    code: 'SHEET_TOO_LARGE',
  },
}
