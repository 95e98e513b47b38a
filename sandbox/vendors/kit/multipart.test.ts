import { type FormParts, parseMultipart, UploadedFile } from './multipart'

const TYPE = 'multipart/form-data; boundary=xyz'
const CRLF = '\r\n'

const part = (headers: string, content: string | Buffer) =>
  Buffer.concat([
    Buffer.from(`--xyz${CRLF}${headers}${CRLF}${CRLF}`),
    Buffer.from(content),
    Buffer.from(CRLF),
  ])
const field = (name: string, value: string) => part(`Content-Disposition: form-data; name="${name}"`, value)
const file = (content: string | Buffer, more = '') =>
  part(`Content-Disposition: form-data; name="f"; filename="a.png"${more}`, content)
const body = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from(`--xyz--${CRLF}`)])

function partsOf(bytes: Buffer, type = TYPE): FormParts {
  const form = parseMultipart(type, bytes)
  if (!form.ok) throw new Error(form.problem)
  return form.parts
}
function problemOf(bytes: Buffer, type = TYPE): string {
  const form = parseMultipart(type, bytes)
  return form.ok ? 'no problem' : form.problem
}

describe('a form', () => {
  test('has fields and files', () => {
    const bytes = Buffer.from([0xff, 0x00, 0x0d, 0x0a, 0x0d, 0x0a, 0x80])
    const parts = partsOf(
      body(
        field('name', '甲公司\r\n二行'),
        file(bytes, `${CRLF}Content-Type: image/png`),
        field('empty', ''),
      ),
    )
    expect(parts).toEqual({
      name: '甲公司\r\n二行',
      f: new UploadedFile('a.png', 'image/png', bytes),
      empty: '',
    })
  })

  test('is what fetch sends', async () => {
    const form = new FormData()
    form.append('text', '值"1"')
    form.append('f', new Blob([Buffer.from([1, 2, 3])], { type: 'image/png' }), '营业"执照.png')
    const request = new Request('http://127.0.0.1/', { method: 'POST', body: form })
    const type = request.headers.get('content-type') ?? ''
    const parts = partsOf(Buffer.from(await request.arrayBuffer()), type)
    expect(parts).toEqual({
      text: '值"1"',
      f: new UploadedFile('营业"执照.png', 'image/png', Buffer.from([1, 2, 3])),
    })
  })

  test.each([
    ['the boundary inside a line', 'a --xyz b'],
    ['the boundary with more behind it', `a${CRLF}--xyzz${CRLF}b`],
    ['the closing boundary inside a line', 'a--xyz--b'],
    ['a line break before the end', `a${CRLF}`],
    ['dashes alone', `${CRLF}--${CRLF}`],
    ['bare line feeds before the boundary', `a\n--xyz\nb`],
  ])('may hold %s', (_, content) => {
    expect(partsOf(body(file(content), field('after', '1')))).toEqual({
      f: new UploadedFile('a.png', '', Buffer.from(content)),
      after: '1',
    })
  })

  test('may have a quoted boundary, names without quotes and nothing at all', () => {
    expect(partsOf(body(field('a', '1')), 'Multipart/Form-Data; charset=utf-8; boundary="xyz"')).toEqual({
      a: '1',
    })
    expect(partsOf(body(part('content-disposition: form-data; name=a', '1')))).toEqual({ a: '1' })
    expect(partsOf(body())).toEqual({})
  })

  test('does not take a file’s name for a parameter', () => {
    const tricky = part('Content-Disposition: form-data; filename="x; name=other.png"; name="f"', '1')
    expect(Object.keys(partsOf(body(tricky)))).toEqual(['f'])
  })

  test('keeps a part called __proto__ a part', () => {
    expect(Object.keys(partsOf(body(field('__proto__', '1'))))).toEqual(['__proto__'])
  })

  const refused: [problem: string, bytes: Buffer, type?: string][] = [
    ['must be multipart/form-data, not "application/json"', body(), 'application/json'],
    [
      'must be multipart/form-data, not "multipart/mixed; boundary=xyz"',
      body(),
      'multipart/mixed; boundary=xyz',
    ],
    ['names no boundary', body(), 'multipart/form-data'],
    ['names no boundary', body(), `multipart/form-data; boundary=${'x'.repeat(71)}`],
    ['does not begin with its boundary', body(), 'multipart/form-data; boundary=abc'],
    ['does not begin with its boundary', Buffer.from('')],
    ['does not begin with its boundary', Buffer.concat([Buffer.from('preamble\r\n'), body()])],
    ['the first boundary does not end its line', Buffer.from('--xyzz\r\n')],
    ['without its closing boundary', field('a', '1')],
    ['without its closing boundary', Buffer.concat([field('a', '1'), Buffer.from('--xyz')])],
    ['something follows the closing boundary', Buffer.concat([body(field('a', '1')), Buffer.from('x')])],
    ['the part "a" comes twice', body(field('a', '1'), field('a', '2'))],
    ['a part has no headers', body(Buffer.from('--xyz\r\ncontent\r\n'))],
    ['a part has no headers', body(part(`X: ${'x'.repeat(3000)}`, '1'))],
    ['a broken header line', body(part('nonsense', '1'))],
    ['form-data with a name', body(part('Content-Type: text/plain', '1'))],
    ['form-data with a name', body(part('Content-Disposition: attachment; name="a"', '1'))],
    ['form-data with a name', body(part('Content-Disposition: form-data; filename="a"', '1'))],
    ['form-data with a name', body(part('Content-Disposition: form-data; name="a" nonsense', '1'))],
    ['form-data with a name', body(part('Content-Disposition: form-data; name=""', '1'))],
    ['base64 is not taken', body(file('AAAA', `${CRLF}Content-Transfer-Encoding: base64`))],
    [
      'neither text in UTF-8 nor a file',
      body(part('Content-Disposition: form-data; name="a"', Buffer.from([0xff]))),
    ],
  ]
  test.each(refused.map(([problem, bytes, type = TYPE]) => ({ problem, bytes, type })))(
    'is refused: $problem',
    ({ problem, bytes, type }) => expect(problemOf(bytes, type)).toContain(problem),
  )

  test('cut short anywhere is refused', () => {
    const whole = body(field('a', '1'), file('content'))
    for (let length = 0; length < whole.length - 2; length += 1) {
      expect(problemOf(whole.subarray(0, length))).not.toBe('no problem')
    }
  })
})
