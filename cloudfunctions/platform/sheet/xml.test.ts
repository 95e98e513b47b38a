import { SheetError } from './error'
import { type Attributes, readXml } from './xml'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
type Heard = (string | Attributes)[]

/** All that a reader hears of a part. */
function heard(...pieces: (string | Buffer)[]): Heard[] {
  const all: Heard[] = []
  readXml(
    pieces.map(piece => Buffer.from(piece as string)),
    {
      open: (path, attributes) => all.push(['open', path, attributes]),
      text: (path, text) => all.push(['text', path, text]),
      close: path => all.push(['close', path]),
    },
  )
  return all
}
const texts = (...pieces: (string | Buffer)[]) =>
  heard(...pieces)
    .filter(([what]) => what === 'text')
    .map(([, path, text]) => `${path} ${text}`)
const pathsOf = (part: string) => heard(part).flatMap(([what, path]) => (what === 'open' ? [path] : []))
const reasonOf = (...pieces: (string | Buffer)[]) => {
  try {
    heard(...pieces)
    return 'read'
  } catch (error) {
    return error instanceof SheetError ? error.reason : error
  }
}

test('a reader hears of elements, texts and CDATA in their order, and need not listen to all', () => {
  const part = '<a x="1">甲<b/><![CDATA[<乙>]]></a>\n'
  expect(heard(part)).toEqual([
    ['open', 'a', { x: '1' }],
    ['text', 'a', '甲'],
    ['open', 'a/b', {}],
    ['close', 'a/b'],
    ['text', 'a', '<乙>'],
    ['close', 'a'],
  ])
  expect(() => readXml([Buffer.from(part)], {})).not.toThrow()
})

describe('namespaces', () => {
  test.each([
    ['none', '<a><b/></a>', ['a', 'a/b']],
    ['ours as a prefix', `<x:a xmlns:x="${main}"><x:b/></x:a>`, ['a', 'a/b']],
    ['a prefix nobody declared', '<x:a><b/></x:a>', ['a', 'a/b']],
    [
      'of somebody else, and all within',
      `<a xmlns="${main}" xmlns:m="urn:m"><m:b><c/></m:b><d/></a>`,
      ['a', 'a/d'],
    ],
    ['of somebody else in one element', `<a xmlns="${main}"><bc xmlns="urn:m"/><b/></a>`, ['a', 'a/b']],
  ])('%s', (_, part, paths) => {
    expect(pathsOf(part)).toEqual(paths)
  })

  test('texts of somebody else are not heard', () => {
    expect(heard(`<a><m:b xmlns:m="urn:m">x<c>y</c></m:b>z</a>`)).toEqual([
      ['open', 'a', {}],
      ['text', 'a', 'z'],
      ['close', 'a'],
    ])
  })

  test.each([
    ['r', office],
    ['q', office],
    ['rel', 'http://purl.oclc.org/ooxml/officeDocument/relationships'],
  ])('an attribute of relationships is r:…, be its prefix %s', (prefix, space) => {
    const [[, , attributes] = []] = heard(
      `<a xmlns:${prefix}="${space}" n="1" ${prefix}x="2" ${prefix}:id="x"/>`,
    )
    expect(attributes).toMatchObject({ n: '1', 'r:id': 'x' })
  })

  test('an attribute of another namespace is none, whatever its prefix', () => {
    const [[, , attributes] = []] = heard('<a xmlns:m="urn:m" m:id="x"/>')
    expect(attributes).not.toHaveProperty('r:id')
  })
})

describe('what no spreadsheet program writes', () => {
  const deep = (levels: number) => '<a>'.repeat(levels) + '</a>'.repeat(levels)
  const attributes = (count: number) => Array.from({ length: count }, (_, n) => `a${n}=""`).join(' ')
  test.each([
    ['a DTD', '<!DOCTYPE a><a/>', 'unusual'],
    ['as deep as may be', deep(64), 'read'],
    ['one deeper', deep(65), 'unusual'],
    ['one after the other', `<a>${'<b/>'.repeat(100)}</a>`, 'read'],
    ['as many attributes as may be', `<a ${attributes(200)}/>`, 'read'],
    ['one more', `<a ${attributes(201)}/>`, 'unusual'],
    ['those of two elements', `<a ${attributes(150)}><b ${attributes(150)}/></a>`, 'read'],
    ['a sign that XML does not know', '<a>\u0001</a>', 'read'],
    ['what is not closed', '<a>', 'broken'],
    ['two roots', '<a/><a/>', 'broken'],
    ['nothing', '', 'broken'],
    ['an entity nobody declared', '<a>&x;</a>', 'broken'],
  ])('%s', (_, part, reason) => {
    expect(reasonOf(part)).toBe(reason)
  })
})

describe('bytes', () => {
  const part = '<a>测é</a>'
  const declared = (name: string) => `<?xml version="1.0" encoding='${name}'?>`
  const wide = (text: string) => Buffer.from(text, 'utf16le')
  const utf16 = `${declared('UTF-16')}${part}`
  const gb18030 = Buffer.from('<a>\xb2\xe2\xa8\xa6</a>', 'latin1')
  test.each<[string, (string | Buffer)[]]>([
    ['UTF-8', [part]],
    ['with a mark', [`\ufeff${part}`]],
    ['that say so', [declared('UTF-8') + part]],
    ['UTF-16 with a mark', [wide(`\ufeff${utf16}`)]],
    ['the other way round', [wide(`\ufeff${utf16}`).swap16()]],
    ['without a mark', [wide(utf16)]],
    ['and so the other way round', [wide(utf16).swap16()]],
    ['that say UTF-16 and are UTF-8', [utf16]],
    ['that say utf16 and are UTF-8', [declared('utf16') + part]],
    ['that say UTF-16LE and are UTF-8', [declared('UTF-16LE') + part]],
    ['GB18030 with blanks', ['<?xml version="1.0" encoding = "GB18030" standalone="yes" ?>', gb18030]],
    ['an element that has an encoding', ['<?xml version="1.0"?><a encoding="GB18030">测é</a>']],
    ['no declaration, and an attribute of that name', ['<a encoding="GB18030">测é</a>']],
  ])('%s', (_, pieces) => {
    expect(
      texts(...pieces)
        .join('')
        .replaceAll('a a', 'a '),
    ).toBe('a 测é')
  })

  test('a sign may be cut in two, but not at the end', () => {
    const bytes = Buffer.from(part)
    const middle = bytes.indexOf('测') + 1
    expect(texts(bytes.subarray(0, middle), bytes.subarray(middle)).join('')).toContain('测é')
    expect(reasonOf(Buffer.concat([Buffer.from('<a/>'), Buffer.from('测').subarray(0, 1)]))).toBe('broken')
  })

  test.each<[string, string | Buffer]>([
    ['signs that are none', Buffer.concat([Buffer.from('<a>'), Buffer.from([0xff]), Buffer.from('</a>')])],
    ['an encoding nobody knows', '<?xml version="1.0" encoding="x-utf-16"?><a/>'],
    ['UTF-16 and half a sign', Buffer.concat([wide(`\ufeff${part}`), Buffer.from([0])])],
  ])('%s are broken', (_, bytes) => {
    expect(reasonOf(bytes)).toBe('broken')
  })
})
