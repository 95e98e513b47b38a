import { isRecord } from '../../record'
import { MAX_LICENCE_BYTES } from './licence'
import {
  APPLICANT,
  LICENCE_PATH,
  signedHeaders,
  startTestSimulator,
  type TestSimulator,
} from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const JPG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
const PDF = Buffer.from('%PDF-1.4 CANARY-OF-THE-LICENCE')

type Fields = Record<string, string | Buffer | undefined>

const FIELDS: Fields = {
  companyName: '示例科技有限公司',
  applicantInfo: JSON.stringify(APPLICANT),
  registerNo: '91110000MA01234567',
  legalPerson: '王小二',
  callbackUrl: 'https://example.test/notice',
  closeButton: 'false',
  modifyFields: 'corpName,license',
  license: PNG,
}

function formOf(fields: Fields): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value)
    else if (value)
      form.append(name, new Blob([new Uint8Array(value)], { type: 'image/png' }), '营业执照.png')
  }
  return form
}

async function post(
  body: FormData | string | Blob,
  headers: Record<string, string> = {},
  path = LICENCE_PATH,
) {
  const response = await fetch(simulator.url + path, {
    method: 'POST',
    headers: { ...signedHeaders(), ...headers },
    body,
  })
  const parsed: unknown = await response.json()
  return isRecord(parsed) ? parsed : {}
}
const send = (fields: Fields) => post(formOf(fields))
const ticketOf = (answer: Record<string, unknown>) =>
  isRecord(answer.result) ? String(answer.result.ticket) : 'none'
const pageOf = async (fields: Fields) =>
  simulator.page(ticketOf(await send(fields)), 'env=cn', 'enterprise-auth')

describe('a company token with licence', () => {
  test('takes every field of the SDK', async () => {
    expect(await send(FIELDS)).toEqual({
      code: 0,
      message: 'SUCCESS',
      result: { ticket: expect.stringMatching(/^[\w-]{32}$/) },
    })
  })

  test.each([
    ['jpg', JPG],
    ['png', PNG],
    ['pdf', PDF],
  ])('takes a %s, whatever it is called', async (type, license) => {
    const { companyName, applicantInfo } = FIELDS
    expect((await send({ companyName, applicantInfo, license })).code).toBe(0)
    const { body } = await simulator.control('GET', 'companies')
    expect(body.companies).toEqual([expect.objectContaining({ licence: { type, size: license.length } })])
  })

  test.each<[Fields, string]>([
    [{ license: undefined }, 'license is required'],
    [{ license: 'text' }, 'license must be a file, with a filename'],
    [{ license: Buffer.alloc(0) }, 'license is an empty file'],
    [{ license: Buffer.from('GIF89a') }, 'license is no JPEG, PNG or PDF'],
    [{ license: PNG.subarray(0, 7) }, 'license is no JPEG, PNG or PDF'],
    [{ license: Buffer.concat([Buffer.from([0]), JPG]) }, 'license is no JPEG, PNG or PDF'],
    [{ companyName: undefined }, 'companyName is required'],
    [{ companyName: PNG }, 'companyName must be a string, not an object'],
    [{ applicantInfo: undefined }, 'applicantInfo is required'],
    [{ applicantInfo: '{' }, 'applicantInfo must be a JSON text'],
    [{ applicantInfo: '"13900000000"' }, 'applicantInfo must be an object, not a string'],
    [{ applicantInfo: '{"contact":"13900000000"}' }, 'applicantInfo.contactType is required'],
    [{ applicantInfo: JSON.stringify({ ...APPLICANT, contact: '1' }) }, 'is not a mobile number'],
    [{ applicant: JSON.stringify(APPLICANT) }, 'unknown key "applicant"'],
    [{ closeButton: 'yes' }, 'closeButton must be one of true, false'],
    [{ modifyFields: 'licence' }, 'modifyFields must be names of corpName, registerNo, legalPerson, license'],
    [{ modifyFields: '["corpName"]' }, 'modifyFields must be names of'],
    [{ callbackUrl: 'notice' }, 'callbackUrl must be an absolute http or https URL'],
    [{ other: PNG }, 'unknown key "other"'],
  ])('is refused with %j', async (spoilt, reason) => {
    const answer = await send({ ...FIELDS, ...spoilt })
    expect(answer).toMatchObject({ code: 1005, responseCode: '11990005' })
    expect(answer.message).toContain(reason)
  })

  test('takes up to 5 MB', async () => {
    const largest = Buffer.alloc(MAX_LICENCE_BYTES)
    JPG.copy(largest)
    expect((await send({ ...FIELDS, license: largest })).code).toBe(0)
    const answer = await send({ ...FIELDS, license: Buffer.concat([largest, Buffer.from([0])]) })
    expect(answer).toMatchObject({
      code: 1005,
      message: expect.stringContaining('the sandbox takes 5242880'),
    })
  })

  test('far too large is refused before it is read', async () => {
    const response = await fetch(simulator.url + LICENCE_PATH, {
      method: 'POST',
      headers: signedHeaders(),
      body: formOf({ ...FIELDS, license: Buffer.alloc(9 * 1024 * 1024) }),
    })
    expect(response.status).toBe(413)
  })

  test.each([
    ['application/json', 'must be multipart/form-data'],
    ['application/x-www-form-urlencoded', 'must be multipart/form-data'],
    ['multipart/form-data', 'names no boundary'],
    ['multipart/form-data; boundary=abc', 'does not begin with its boundary'],
  ])('sent as %s is refused', async (type, reason) => {
    const answer = await post('companyName=x', { 'content-type': type })
    expect(answer).toMatchObject({ code: 1005, message: expect.stringContaining(`SANDBOX: `) })
    expect(answer.message).toContain(reason)
  })

  test('of a verified company is 1605', async () => {
    await (await simulator.company()).act('pass')
    expect(await send(FIELDS)).toEqual({ message: 'COMPANY ALREADY AUTHED', code: 1605 })
  })

  test('leads to the same page, which says that the licence is there', async () => {
    const html = await pageOf({ ...FIELDS, modifyFields: undefined })
    expect(html).toContain('data-locked="license"')
    expect(html).toContain('已上传')
    expect(html).not.toContain('id="close"')
    const free = await pageOf({ ...FIELDS, modifyFields: 'license', closeButton: 'true' })
    expect(free).not.toContain('data-locked="license"')
    expect(free).toContain('已上传')
    expect(free).toContain('id="close"')
  })
})

describe('the log', () => {
  const entries = async () => {
    const { body } = await simulator.control('GET', 'log')
    return Array.isArray(body.entries) ? body.entries.filter(isRecord) : []
  }

  test('keeps a file’s name, size and type, never its bytes', async () => {
    await send({ ...FIELDS, license: PDF })
    const [entry] = await entries()
    expect(entry?.body).toEqual({
      ...FIELDS,
      license: { file: '营业执照.png', size: PDF.length, type: 'image/png' },
    })
    expect(JSON.stringify(entry)).not.toContain('CANARY')
  })

  test.each([['multipart/form-data; boundary=abc'], ['application/octet-stream']])(
    'shows no bytes of a body of type %s that it cannot read',
    async type => {
      await post(new Blob([new Uint8Array([...PDF, 0xff])]), { 'content-type': type })
      expect(JSON.stringify(await entries())).not.toContain('CANARY')
    },
  )
})

describe.each(['/companyauth/h5pagewithlicense', '/companyauth/pcpagewithlicense'])('the link %s', path => {
  const link = (more: Fields = {}) => {
    const style = { legalContact: '13900000001', lang: 'cn', pageStyleInfo: '{"themeColor":"#1677ff"}' }
    return post(formOf({ ...FIELDS, ...style, ...more }), {}, path)
  }

  test('takes every field of the SDK and opens with the licence', async () => {
    const answer = await link()
    expect(answer).toMatchObject({ code: 0, result: { requestId: expect.stringMatching(/^\d{19}$/) } })
    const { authUrl } = isRecord(answer.result) ? answer.result : {}
    expect(await (await fetch(String(authUrl))).text()).toContain('营业执照')
  })

  test('needs the licence', async () => {
    expect(await link({ license: undefined })).toMatchObject({
      message: expect.stringContaining('license is required'),
    })
  })
})
