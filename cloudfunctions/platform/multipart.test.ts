import { multipart } from './multipart'

const file = {
  field: 'license',
  filename: 'license.png',
  contentType: 'image/png',
  bytes: Buffer.from([0, 255, 13, 10]),
}

test('fields and file, each in a part of its own, and the bytes as they are', () => {
  const { contentType, body } = multipart({ name: '测试甲有限公司', left: undefined, empty: '' }, file)
  const boundary = contentType.replace('multipart/form-data; boundary=', '')
  expect(boundary).toMatch(/^-{4}realname-hub-[0-9a-f]{32}$/)
  const head = [
    `--${boundary}`,
    'content-disposition: form-data; name="name"',
    '',
    '测试甲有限公司',
    `--${boundary}`,
    'content-disposition: form-data; name="empty"',
    '',
    '',
    `--${boundary}`,
    'content-disposition: form-data; name="license"; filename="license.png"',
    'content-type: image/png',
    '',
    '',
  ].join('\r\n')
  expect(body).toEqual(Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]))
})

test('a boundary is never used twice', () => {
  expect(multipart({}, file).contentType).not.toBe(multipart({}, file).contentType)
})
