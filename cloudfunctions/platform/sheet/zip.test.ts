import { deflateRawSync } from 'node:zlib'
import { crc32 } from './crc32'
import { SheetError } from './error'
import { openArchive } from './zip'

/** What an archive says of an entry; the truth by default. */
interface Written {
  name?: string
  content?: Buffer
  /** As it stands in the archive, packed. */
  raw?: Buffer
  method?: number
  flags?: number
  packed?: number
  size?: number
  sum?: number
  /** Behind the name, before the content. */
  localExtra?: string
  /** Behind the name in the directory. */
  extra?: Buffer
  comment?: string
  /** What the directory says only in the extra field, as an entry beyond 4 GB must. */
  wide?: readonly string[]
}
interface Around {
  before?: string
  comment?: string
  /** How many entries it says that it has. */
  total?: number
  /** The end as an archive beyond 4 GB has it. */
  wide?: boolean
}

/** An archive by APPNOTE.TXT 4.3; none of the reader's code is in it. */
function zip(entries: readonly Written[], { before = '', comment = '', ...around }: Around = {}): Buffer {
  let first = Buffer.byteLength(before)
  const written = entries.map(entry => {
    const { local, listed } = writtenEntry(entry, first)
    first += local.length
    return { local, listed }
  })
  const listed = Buffer.concat(written.map(each => each.listed))
  const end = first + listed.length
  const { total = entries.length, wide = false } = around
  return Buffer.concat([
    Buffer.from(before),
    ...written.map(({ local }) => local),
    listed,
    wide
      ? Buffer.concat([
          Buffer.from('PK\x06\x06'),
          numbers([44, 8], [45, 2], [45, 2], [0, 8], [total, 8], [total, 8], [listed.length, 8], [first, 8]),
          Buffer.from('PK\x06\x07'),
          numbers([0, 4], [end, 8], [1, 4]),
        ])
      : Buffer.alloc(0),
    Buffer.from('PK\x05\x06'),
    numbers([0, 4], ...(wide ? [all16, all16] : [[total, 2] as const, [total, 2] as const])),
    numbers([listed.length, 4], wide ? all32 : [first, 4], [comment.length, 2]),
    Buffer.from(comment),
  ])
}

const all16 = [0xffff, 2] as const
const all32 = [0xffffffff, 4] as const

function writtenEntry(
  { name = 'a', content = text, method = 8, flags = 0, localExtra = '', wide = [], ...told }: Written,
  at: number,
) {
  const bytes = told.raw ?? (method === 0 ? content : deflateRawSync(content))
  const { packed = bytes.length, size = content.length, sum = sumOf(content), comment = '' } = told
  const common = numbers([20, 2], [flags, 2], [method, 2], [0, 4], [sum, 4])
  const wideOnes = Object.entries({ size, packed, at }).filter(([what]) => wide.includes(what))
  const extra =
    told.extra ??
    numbers(
      ...(wideOnes.length > 0
        ? ([
            [7, 2],
            [2, 2],
            [9, 2],
            [1, 2],
            [wideOnes.length * 8, 2],
          ] as const)
        : []),
      ...wideOnes.map(([, value]) => [value, 8] as const),
    )
  const narrow = (what: string, value: number) => (wide.includes(what) ? all32 : ([value, 4] as const))
  return {
    local: Buffer.concat([
      Buffer.from('PK\x03\x04'),
      common,
      numbers([packed, 4], [size, 4], [name.length, 2], [localExtra.length, 2]),
      Buffer.from(name + localExtra),
      bytes,
    ]),
    listed: Buffer.concat([
      Buffer.from('PK\x01\x02\x14\x00'),
      common,
      numbers(narrow('packed', packed), narrow('size', size), [name.length, 2], [extra.length, 2]),
      numbers([comment.length, 2], [0, 8], narrow('at', at)),
      Buffer.from(name),
      extra,
      Buffer.from(comment),
    ]),
  }
}

/** Little-endian, each of so many bytes. */
function numbers(...all: (readonly [value: number, bytes: number])[]): Buffer {
  return Buffer.concat(
    all.map(([value, length]) => {
      const bytes = Buffer.alloc(8)
      bytes.writeBigUInt64LE(BigInt(value))
      return bytes.subarray(0, length)
    }),
  )
}

/** Bit by bit. */
function sumOf(content: Buffer): number {
  let sum = 0xffffffff
  for (const byte of content) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}

const text = Buffer.from('示例')
const read = (bytes: Buffer, name = 'a') => {
  let counted = 0
  const pieces = [
    ...openArchive(bytes).read(name, more => {
      counted += more
    }),
  ]
  return { text: Buffer.concat(pieces).toString(), counted }
}
const reasonOf = (work: () => unknown) => {
  try {
    work()
    return 'read'
  } catch (error) {
    return error instanceof SheetError ? error.reason : error
  }
}

test('the checksum is that of the standard, in one piece or several', () => {
  const bytes = Buffer.from('123456789')
  expect(crc32(bytes)).toBe(0xcbf43926)
  expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926)
  expect(crc32(Buffer.alloc(0))).toBe(0)
})

describe('an archive', () => {
  test('has names, without folders, and knows them in any case', () => {
    const archive = openArchive(
      zip([{ name: 'xl/' }, { name: 'xl\\Workbook.xml' }, { name: '//_rels/.rels' }, { name: 'b/c' }]),
    )
    expect(archive.names).toEqual(['xl/Workbook.xml', '_rels/.rels', 'b/c'])
    expect(read(zip([{}]), 'A').text).toBe('示例')
    expect(['XL/workbook.XML', 'b/C', 'b', 'xl/'].map(archive.has)).toEqual([true, true, false, false])
  })

  test.each<[string, Buffer]>([
    ['deflated', zip([{}])],
    ['stored', zip([{ method: 0 }])],
    ['behind another', zip([{ name: 'b', content: Buffer.from('别的'), comment: 'one' }, {}])],
    ['with something before it, and behind', zip([{}], { before: '#!/bin/sh', comment: 'the end' })],
    ['with extra fields', zip([{ localExtra: '1234', extra: numbers([0x5455, 2], [0, 2]) }])],
    ['with half an extra field', zip([{ extra: numbers([1, 2]) }])],
    ['without a checksum', zip([{ sum: 0 }])],
    ['with a flag for names in UTF-8', zip([{ flags: 0x800 }])],
    ['as one beyond 4 GB', zip([{ wide: ['size', 'packed', 'at'] }], { wide: true })],
    ['beyond 4 GB in the archive', zip([{ name: 'b' }, { wide: ['at'] }])],
    ['of one number that does not fit', zip([{ name: 'b' }, { wide: ['packed'] }])],
  ])('is read %s', (_, bytes) => {
    expect(read(bytes)).toEqual({ text: '示例', counted: 6 })
  })

  test('without entries has none', () => {
    expect(openArchive(zip([])).names).toEqual([])
  })

  test('is read as a whole when its packed bytes fill the pieces they are taken in', () => {
    // Not packed any smaller: 5 bytes more.
    for (const length of [8187, 8188, 2 * 8192 - 5]) {
      const content = Buffer.alloc(length, '甲乙丙')
      const raw = deflateRawSync(content, { level: 0 })
      expect(raw).toHaveLength(length + 5)
      expect(read(zip([{ content, raw }]))).toEqual({ text: content.toString(), counted: length })
    }
  })
})

describe('is refused', () => {
  const large = Buffer.alloc(200_000, 'x')
  test.each<[string, () => unknown, string]>([
    ['one with a password', () => read(zip([{ flags: 1 }])), 'locked'],
    ['a compression nobody uses', () => read(zip([{ method: 12 }])), 'broken'],
    ['what is not there', () => read(zip([{}]), 'b'), 'broken'],
    ['a wrong checksum', () => read(zip([{ sum: 1 }])), 'broken'],
    ['less than it says', () => read(zip([{ size: 7 }])), 'broken'],
    ['more than it says', () => read(zip([{ size: 5 }])), 'broken'],
    ['an entry that is cut off', () => read(zip([{ packed: 1000 }])), 'broken'],
    ['packed bytes that are none', () => read(zip([{ raw: Buffer.from([7, 7]) }])), 'broken'],
    ['two of one name', () => openArchive(zip([{ name: 'A' }, {}])), 'unusual'],
    ['as many entries as may be', () => openArchive(zip(Array(2000).fill({ name: 'x/' }))), 'read'],
    ['one more', () => openArchive(zip(Array(2001).fill({ name: 'x/' }))), 'unusual'],
    ['more entries than there are', () => openArchive(zip([{}], { total: 2 })), 'broken'],
    [
      'what is no entry, where one should be',
      () => openArchive(zip([{}], { total: 2, comment: 'x'.repeat(100) })),
      'broken',
    ],
    ['bytes without an end', () => openArchive(Buffer.alloc(100)), 'broken'],
    [
      'what admits to be too large',
      () => openArchive(zip([{ content: large, method: 0, size: 32_000_001 }])),
      'inflated',
    ],
    [
      'and not, as large as may be',
      () => openArchive(zip([{ content: large, method: 0, size: 32_000_000 }])),
      'read',
    ],
    ['what admits to be a bomb', () => openArchive(zip([{ packed: 4001, size: 1_000_251 }])), 'inflated'],
    [
      'and not, what is packed as well as may be',
      () => openArchive(zip([{ packed: 4001, size: 1_000_250 }])),
      'read',
    ],
    ['and not, what is small', () => openArchive(zip([{ size: 1_000_000 }])), 'read'],
    ['a bomb that denies it', () => read(zip([{ content: Buffer.alloc(1_500_000), size: 10 }])), 'inflated'],
  ])('%s', (_, work, reason) => {
    expect(reasonOf(work)).toBe(reason)
  })

  test('an entry whose header is not where the directory says', () => {
    const bytes = zip([{}])
    bytes.write('XX', 0)
    expect(reasonOf(() => read(bytes))).toBe('broken')
  })
})
