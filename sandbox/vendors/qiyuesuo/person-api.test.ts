import {
  LINK_PATH,
  PERSON,
  RESULT_PATH,
  startTestSimulator,
  type TestSimulator,
  TOKEN_PATH,
  USER,
} from './test-support'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const EVERYTHING = {
  ...PERSON,
  mode: 'BANK',
  otherModes: ['IVS', 'FACE', 'ALIPAY', 'BANK', 'MANUAL'],
  paperType: 'IDCARD',
  bankNo: '6222020000000000000',
  bankMobile: '13800000000',
  modifyFields: ['USERNAME', 'IDCARDNO', 'BANKNO', 'BANKMOBILE'],
  callbackUrl: 'https://example.test/notice?k=v',
}

describe('a token request', () => {
  test('with every documented field gets a ticket and nothing else', async () => {
    const { body } = await simulator.api('POST', TOKEN_PATH, EVERYTHING)
    expect(body).toEqual({
      code: 0,
      message: 'SUCCESS',
      result: { ticket: expect.stringMatching(/^[\w-]{32}$/) },
    })
  })

  test.each([
    { user: USER },
    { user: { contact: 'a@example.test', contactType: 'EMAIL' } },
    { ...PERSON, mode: 'DEFAULT', paperType: 'PASSPORT' },
  ])('is accepted: %j', async request => {
    expect((await simulator.api('POST', TOKEN_PATH, request)).body.code).toBe(0)
  })

  test.each<[Record<string, unknown>, string]>([
    [{ user: undefined }, 'user is required'],
    [{ user: '13800000000' }, 'user must be an object, not a string'],
    [{ user: { contactType: 'MOBILE' } }, 'user.contact is required'],
    [{ user: { contact: '13800000000' } }, 'user.contactType is required'],
    [{ user: { ...USER, contactType: 'EMPLOYEEID' } }, 'user.contactType must be one of MOBILE, EMAIL'],
    [{ user: { ...USER, contactType: 'mobile' } }, 'user.contactType must be one of'],
    [{ user: { ...USER, contact: 13800000000 } }, 'user.contact must be a string, not a number'],
    [{ user: { ...USER, contact: '2380000000' } }, 'is not a mobile number'],
    [{ user: { ...USER, contact: '+8613800000000' } }, 'is not a mobile number'],
    [{ user: { contact: 'nobody', contactType: 'EMAIL' } }, 'is not an e-mail address'],
    [{ user: { ...USER, nickname: '张三' } }, 'unknown key "nickname" in user'],
    [{ mode: 'MANUAL' }, 'mode must be one of DEFAULT, IVS, FACE, BANK, ALIPAY, not "MANUAL"'],
    [{ mode: 'FACEID' }, 'mode must be one of'],
    [{ mode: null }, 'mode must be one of DEFAULT, IVS, FACE, BANK, ALIPAY, not null'],
    [{ otherModes: 'IVS' }, 'otherModes must be an array, not a string'],
    [{ otherModes: ['IVS', 'DEFAULT'] }, 'otherModes[1] must be one of'],
    [{ paperType: 'ID' }, 'paperType must be one of IDCARD, PASSPORT, HKMP, MTPS'],
    [{ username: 7 }, 'username must be a string'],
    [{ username: '' }, 'username must not be empty'],
    [{ idCardNo: 110101 }, 'idCardNo must be a string'],
    [{ bankNo: 6222 }, 'bankNo must be a string'],
    [{ bankMobile: {} }, 'bankMobile must be a string, not an object'],
    [{ modifyFields: 'USERNAME,IDCARDNO' }, 'modifyFields must be an array'],
    [
      { modifyFields: ['USERNAME', 'IDCARDNO', 'EMAIL'] },
      'modifyFields[2] must be one of USERNAME, IDCARDNO, BANKNO, BANKMOBILE, MOBILE, not "EMAIL"',
    ],
    [{ callbackUrl: '/notice' }, 'callbackUrl must be an absolute http or https URL'],
    [{ callbackUrl: 'ftp://example.test/' }, 'callbackUrl must be an absolute http or https URL'],
    [{ contact: '13800000000' }, 'unknown key "contact" in the body'],
    [{ callbackPage: 'https://example.test/' }, 'unknown key "callbackPage"'],
    [{ lang: 'cn' }, 'unknown key "lang"'],
    [{ pageStyle: {} }, 'unknown key "pageStyle"'],
  ])('is refused: %j', async (spoilt, reason) => {
    const answer = await simulator.api('POST', TOKEN_PATH, { ...PERSON, ...spoilt })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ code: 1005, responseCode: '11990005' })
    expect(answer.body.message).toContain(`INVALID PARAM,`)
    expect(answer.body.message).toContain(reason)
  })

  test.each([
    ['text/plain', 'Content-Type must be application/json'],
    ['application/x-www-form-urlencoded', 'Content-Type must be application/json'],
    ['application/json;charset=gbk', 'the charset must be UTF-8'],
  ])('of content type %s is refused', async (contentType, reason) => {
    const answer = await simulator.api('POST', TOKEN_PATH, PERSON, { 'content-type': contentType })
    expect(answer.body).toMatchObject({ code: 1005, message: expect.stringContaining(`SANDBOX: ${reason}`) })
  })

  test('with the charset the vendor documents is accepted', async () => {
    const headers = { 'content-type': 'application/json;charset=UTF-8' }
    expect((await simulator.api('POST', TOKEN_PATH, PERSON, headers)).body.code).toBe(0)
  })

  test.each(['{"user":', '[]', '"text"'])('with the body %s is refused', async body => {
    expect((await simulator.api('POST', TOKEN_PATH, body)).body.code).toBe(1005)
  })

  test('is a POST', async () => {
    expect((await simulator.api('GET', TOKEN_PATH)).status).toBe(404)
  })
})

describe('a link request', () => {
  test('takes callbackPage, lang and pageStyle too and names the attempt', async () => {
    const { body } = await simulator.api('POST', LINK_PATH, {
      ...EVERYTHING,
      callbackPage: 'https://example.test/back',
      lang: 'cn',
      pageStyle: { themeColor: '#1677ff' },
    })
    expect(body).toMatchObject({
      code: 0,
      result: {
        authId: expect.stringMatching(/^[1-9]\d{18}$/),
        authUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/h5\/personal-auth\/[\w-]{32}$/),
      },
    })
  })

  test.each([
    { lang: 'fr' },
    { pageStyle: 'blue' },
    { pageStyle: { themeColor: 'red;}' } },
    { pageStyle: { color: '#fff' } },
    { callbackPage: 'javascript:alert(1)' },
  ])('is refused: %j', async spoilt => {
    expect((await simulator.api('POST', LINK_PATH, { ...PERSON, ...spoilt })).body.code).toBe(1005)
  })
})

describe('a result query', () => {
  test('by an unknown authId is 1604', async () => {
    const { body } = await simulator.result('authId=1000000000000000001')
    expect(body).toEqual({ message: 'INVALID_AUTHID', code: 1604 })
  })

  test.each([
    ['', 'needs authId, or contact with contactType'],
    ['contact=13800000000', 'contact without contactType'],
    ['contactType=MOBILE', 'contactType without contact'],
    ['contact=13800000000&contactType=PHONE', 'contactType must be one of'],
    ['contact=abc&contactType=MOBILE', 'is not a mobile number'],
    ['authid=1', 'unknown key "authid"'],
  ])('with "%s" is 1005', async (query, reason) => {
    const { body } = await simulator.result(query)
    expect(body).toMatchObject({ code: 1005, message: expect.stringContaining(reason) })
  })

  test('tells of one attempt by authId, with its mode', async () => {
    const { authId, authUrl } = await simulator.link()
    expect((await simulator.result(`authId=${authId}`)).body.result).toEqual({ realName: false })
    const html = await (await fetch(authUrl)).text()
    const session = /"session":"([\w-]+)"/.exec(html)?.[1] ?? ''
    await simulator.act(session, 'pass', { mode: 'FACE' })
    expect((await simulator.result(`authId=${authId}`)).body.result).toEqual({
      realName: true,
      mode: 'FACEID',
    })
  })

  test('tells of the account by contact, which stays verified after a later failure', async () => {
    const user = { contact: '13900000001', contactType: 'MOBILE' }
    const query = 'contact=13900000001&contactType=MOBILE'
    expect((await simulator.result(query)).body.result).toEqual({ realName: false })
    await simulator.act(await simulator.session(await simulator.ticket({ ...PERSON, user })), 'pass')
    await simulator.act(await simulator.session(await simulator.ticket({ ...PERSON, user })), 'fail')
    expect((await simulator.result(query)).body.result).toEqual({ realName: true })
  })

  test('is a signed call like the others', async () => {
    expect((await fetch(`${simulator.url}${RESULT_PATH}?authId=1`)).status).toBe(441)
  })
})
