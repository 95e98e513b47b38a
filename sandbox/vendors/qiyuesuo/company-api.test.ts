import {
  APPLICANT,
  COMPANY,
  COMPANY_PATH,
  H5_PATH,
  LICENCE_PATH,
  PC_PATH,
  startTestSimulator,
  type TestSimulator,
} from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const EVERYTHING = {
  ...COMPANY,
  callbackUrl: 'https://example.test/notice?k=v',
  closeButton: true,
  modifyFields: 'corpName,registerNo,legalPerson',
}
const name = encodeURIComponent(COMPANY.companyName)
const verify = async () => (await simulator.company()).act('pass')
const detail = async (query: string) => (await simulator.api('GET', `/v2/company/detail?${query}`)).body

describe('a company token request', () => {
  test('with every documented field gets a ticket and nothing else', async () => {
    const { body } = await simulator.api('POST', COMPANY_PATH, EVERYTHING)
    expect(body).toEqual({
      code: 0,
      message: 'SUCCESS',
      result: { ticket: expect.stringMatching(/^[\w-]{32}$/) },
    })
  })

  test('needs a name and an applicant only', async () => {
    const applicant = { contact: 'boss@example.test', contactType: 'EMAIL' }
    const { body } = await simulator.api('POST', COMPANY_PATH, { companyName: '甲公司', applicant })
    expect(body.code).toBe(0)
  })

  test.each<[Record<string, unknown>, string]>([
    [{ companyName: undefined }, 'companyName is required'],
    [{ companyName: '' }, 'companyName must not be empty'],
    [{ companyName: 7 }, 'companyName must be a string'],
    [{ applicant: undefined }, 'applicant is required'],
    [{ applicant: JSON.stringify(APPLICANT) }, 'applicant must be an object, not a string'],
    [{ applicant: { contact: '13900000000' } }, 'applicant.contactType is required'],
    [{ applicant: { contactType: 'MOBILE' } }, 'applicant.contact is required'],
    [
      { applicant: { ...APPLICANT, contactType: 'NUMBER' } },
      'applicant.contactType must be one of MOBILE, EMAIL',
    ],
    [{ applicant: { ...APPLICANT, contact: '1' } }, 'is not a mobile number'],
    [{ applicant: { ...APPLICANT, mobile: '1' } }, 'unknown key "mobile" in applicant'],
    [{ 'applicant\t': APPLICANT }, 'unknown key "applicant\t" in the body'],
    [{ registerNo: 91 }, 'registerNo must be a string'],
    [{ legalPerson: null }, 'legalPerson must be a string, not null'],
    [{ callbackUrl: '/notice' }, 'callbackUrl must be an absolute http or https URL'],
    [{ closeButton: 'true' }, 'closeButton must be true or false, not a string'],
    [{ modifyFields: ['corpName'] }, 'modifyFields must be a string, not an array'],
    [{ modifyFields: 'corpName,license' }, 'modifyFields must be names of corpName, registerNo, legalPerson'],
    [{ modifyFields: 'corpName, registerNo' }, 'separated by commas alone, not " registerNo"'],
    [{ modifyFields: 'corpName,' }, 'separated by commas alone, not ""'],
    [{ modifyFields: 'USERNAME' }, 'modifyFields must be names of'],
    [{ user: APPLICANT }, 'unknown key "user"'],
    [{ applicantInfo: '{}' }, 'unknown key "applicantInfo"'],
    [{ license: 'x' }, 'unknown key "license"'],
    [{ legalContact: 'x' }, 'unknown key "legalContact"'],
    [{ lang: 'cn' }, 'unknown key "lang"'],
  ])('is refused: %j', async (spoilt, reason) => {
    const { body } = await simulator.api('POST', COMPANY_PATH, { ...EVERYTHING, ...spoilt })
    expect(body).toMatchObject({ code: 1005, responseCode: '11990005' })
    expect(body.message).toContain('INVALID PARAM,')
    expect(body.message).toContain(reason)
  })

  test('is JSON', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const { body } = await simulator.api('POST', COMPANY_PATH, EVERYTHING, headers)
    expect(body).toMatchObject({ code: 1005, message: expect.stringContaining('must be application/json') })
  })

  test.each([COMPANY_PATH, LICENCE_PATH, H5_PATH, PC_PATH])('to %s is a signed POST', async path => {
    expect((await fetch(simulator.url + path, { method: 'POST', body: '{}' })).status).toBe(441)
    expect((await simulator.api('GET', path)).status).toBe(404)
  })
})

describe('a company link request', () => {
  test.each([H5_PATH, PC_PATH])('to %s takes more fields and names the request', async path => {
    const { body } = await simulator.api('POST', path, {
      ...EVERYTHING,
      legalContact: '13700000000',
      lang: 'en',
      pageStyle: { themeColor: '#1677ff' },
    })
    expect(body).toEqual({
      code: 0,
      message: 'SUCCESS',
      result: {
        authUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/h5\/enterprise-auth\/[\w-]{32}$/),
        requestId: expect.stringMatching(/^[1-9]\d{18}$/),
      },
    })
  })

  test.each([
    { lang: 'fr' },
    { pageStyle: { themeColor: 'red;}' } },
    { callbackPage: 'https://example.test/' },
  ])('is refused: %j', async spoilt => {
    expect((await simulator.api('POST', H5_PATH, { ...COMPANY, ...spoilt })).body.code).toBe(1005)
  })
})

describe('a verified company', () => {
  test.each([COMPANY_PATH, H5_PATH, PC_PATH])('is 1605 at %s', async path => {
    await verify()
    const answer = await simulator.api('POST', path, COMPANY)
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({ message: 'COMPANY ALREADY AUTHED', code: 1605 })
  })

  test.each(['basic-fail', 'basic-pass', 'review'])('is none after %s', async action => {
    await (await simulator.company()).act(action)
    expect((await simulator.api('POST', COMPANY_PATH, COMPANY)).body.code).toBe(0)
  })

  test('leaves other names alone', async () => {
    await verify()
    const { body } = await simulator.api('POST', COMPANY_PATH, { ...COMPANY, companyName: '乙公司' })
    expect(body.code).toBe(0)
  })

  test('is known by the name it ended up with', async () => {
    const company = await simulator.company({ ...COMPANY, modifyFields: 'corpName' })
    await company.act('pass', { corpName: '改名公司' })
    expect((await simulator.api('POST', COMPANY_PATH, COMPANY)).body.code).toBe(0)
    const renamed = { ...COMPANY, companyName: '改名公司' }
    expect((await simulator.api('POST', COMPANY_PATH, renamed)).body.code).toBe(1605)
    expect((await simulator.companyResult(`companyName=${name}`)).result).toMatchObject({ status: 1 })
  })
})

describe('a company result query', () => {
  test.each([
    ['', 'needs requestId or companyName'],
    ['requestid=1', 'unknown key "requestid"'],
    ['requestId=', 'requestId must not be empty'],
    ['registerNo=1', 'unknown key "registerNo"'],
  ])('with "%s" is 1005', async (query, reason) => {
    expect(await simulator.companyResult(query)).toMatchObject({
      code: 1005,
      message: expect.stringContaining(reason),
    })
  })

  test.each(['requestId=1', `companyName=${name}`])('of nobody (%s) is -1', async query => {
    expect(await simulator.companyResult(query)).toMatchObject({ code: 0, result: { status: -1 } })
  })

  const applicantName = APPLICANT.name
  test.each<[string[], Record<string, unknown>]>([
    [[], { status: 1, applicantName }],
    [['review'], { status: 4, basicStatus: 1, applicantName }],
    [['basic-pass'], { status: 4, basicStatus: 3, applicantName }],
    [['basic-pass', 'review'], { status: 4, basicStatus: 3, applicantName }],
    [['basic-fail'], { status: 3, basicStatus: 2, basicReason: expect.any(String), applicantName }],
    [['fail'], { status: 3, basicStatus: 2, basicReason: expect.any(String), applicantName }],
    [
      ['basic-pass', 'letter-fail'],
      { status: 3, basicStatus: 3, operAuthorizationReason: expect.any(String), applicantName },
    ],
    [['pass'], { status: 2, basicStatus: 3, authEndTime: '2024-11-15 06:13:20', applicantName }],
    [
      ['basic-pass', 'letter-pass'],
      { status: 2, basicStatus: 3, authEndTime: '2024-11-15 06:13:20', applicantName },
    ],
  ])('after %j', async (actions, result) => {
    const company = await simulator.company()
    for (const action of actions) expect((await company.act(action)).status).toBe(200)
    const { requestId } = company
    for (const query of [`requestId=${requestId}`, `companyName=${name}`]) {
      expect(await simulator.companyResult(query)).toEqual({ code: 0, message: 'SUCCESS', result })
    }
  })

  test('by name tells of the latest request, unless one is verified', async () => {
    const [first, second] = [await simulator.company(), await simulator.company()]
    await second.act('fail')
    expect((await simulator.companyResult(`companyName=${name}`)).result).toMatchObject({ status: 3 })
    await first.act('pass')
    expect((await simulator.companyResult(`companyName=${name}`)).result).toMatchObject({ status: 2 })
    const both = `requestId=${second.requestId}&companyName=${name}`
    expect((await simulator.companyResult(both)).result).toMatchObject({ status: 3 })
  })
})

describe('company detail', () => {
  test.each([`companyName=${name}`, `registerNo=${COMPANY.registerNo}`])('by %s', async query => {
    const company = await simulator.company()
    expect((await detail(query)).result).toEqual({ status: 'UNREGISTERED' })
    await company.act('pass')
    expect((await detail(query)).result).toEqual({
      status: 'AUTH_SUCCESS',
      id: expect.stringMatching(/^[1-9]\d{18}$/),
      name: COMPANY.companyName,
      legalPerson: COMPANY.legalPerson,
      authEndTime: '2024-11-15 06:13:20',
    })
  })

  test('needs a name or a number', async () => {
    expect(await detail('')).toMatchObject({ code: 1005 })
    expect(await detail('requestId=1')).toMatchObject({ code: 1005 })
  })
})
