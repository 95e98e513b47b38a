import { DAY_S, errorOf, type Json, NOW, startTestSimulator, type TestSimulator } from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const PERSON = { Name: '钱小六', IdCardNumber: '11010119900307002X', Mobile: '+8613600000000' }
const link = (more: Json = {}) =>
  simulator.api('CreateUserVerifyUrl', { ...PERSON, Endpoint: 'APP', ...more })
const isVerified = async (more: Json = {}) => {
  const { Name, IdCardNumber } = PERSON
  return simulator.api('DescribeUserVerifyStatus', { Name, IdCardNumber, IdCardType: 'ID_CARD', ...more })
}

test('a person goes over a link of seven days to being verified', async () => {
  const answer = await link()
  expect(answer).toEqual({
    UserVerifyUrl: expect.stringMatching(/^pages\/guide\/index\?to=MP_PERSONAL_VERIFY&shortKey=yD\w{18}$/),
    ExpireTime: NOW / 1000 + 7 * DAY_S,
    MiniAppId: 'wx371151823f6f3edf',
    RequestId: expect.any(String),
  })
  expect(await isVerified()).toMatchObject({ VerifyStatus: false })
  const page = await simulator.enter(String(answer.UserVerifyUrl))
  expect((await page.press('verify')).body).toEqual({ ok: true })
  expect(await isVerified()).toMatchObject({ VerifyStatus: true })
  expect((await page.press('verify')).status).toBe(409)
})

test('a failure can be tried again', async () => {
  const page = await simulator.enter(String((await link()).UserVerifyUrl))
  await page.press('failPerson')
  expect(await isVerified()).toMatchObject({ VerifyStatus: false })
  expect((await page.press('verify')).body).toEqual({ ok: true })
})

test('only those are verified who came over our link, under this very name and number', async () => {
  const page = await simulator.enter(String((await link()).UserVerifyUrl))
  await page.press('verify')
  expect(await isVerified({ Name: '钱小七' })).toMatchObject({ VerifyStatus: false })
  expect(await isVerified({ IdCardNumber: '110101199003070003' })).toMatchObject({ VerifyStatus: false })
})

test.each([
  ['HTTP', /\/cdn\/h5-activity-dev\/jump-mp\.html\?to=TAG_VERIFY&shortKey=yD\w{18}$/],
  ['HTTP_SHORT_URL', /\/s\/\w{10}$/],
  ['H5', /\/guide\?Code=yD\w{30}&CodeType=QUICK&shortKey=yD\w{18}$/],
  ['H5_SHORT_URL', /\/s\/\w{10}$/],
])('%s opens in a browser and has no appId', async (Endpoint, form) => {
  const answer = await link({ Endpoint })
  expect(answer).not.toHaveProperty('MiniAppId')
  expect(answer.UserVerifyUrl).toMatch(form)
  expect((await simulator.open(String(answer.UserVerifyUrl))).status).toBe(200)
})

test.each<[string, Json, string]>([
  ['an endpoint of an organization', { Endpoint: 'SHORT_URL' }, 'InvalidParameterValue'],
  ['an id number with a small x', { IdCardNumber: '11010119900307002x' }, 'InvalidParameterValue'],
  ['another document', { IdCardType: 'HONGKONG_AND_MACAO' }, 'InvalidParameterValue'],
  ['a wrong mobile', { Mobile: '136' }, 'InvalidParameterValue'],
  ['jumping back from a browser', { Endpoint: 'H5', AutoJumpBack: true }, 'InvalidParameter'],
  ['an address to jump to in the mini program', { JumpUrl: 'https://a.example' }, 'InvalidParameter'],
  ['an address of 1,001 characters', { Endpoint: 'H5', JumpUrl: 'a'.repeat(1001) }, 'InvalidParameterValue'],
  ['user data that is not base64', { UserData: '序号' }, 'InvalidParameterValue'],
  ['user data of 1,004 characters', { UserData: 'YWJj'.repeat(251) }, 'InvalidParameterValue'],
])('the link is refused with %s', async (_, more, code) => {
  expect(errorOf(await link(more)).code).toBe(code)
})

test('the state is asked by name, number and type', async () => {
  expect(errorOf(await isVerified({ IdCardType: undefined })).code).toBe('MissingParameter')
  expect(errorOf(await isVerified({ IdCardNumber: '11010119900307002x' })).code).toBe('InvalidParameterValue')
})

test('the page and the list mask the person', async () => {
  const { UserVerifyUrl } = await link({ AutoJumpBack: true })
  const { markup } = await simulator.enter(String(UserVerifyUrl))
  const people = await simulator.control('GET', 'people')
  for (const text of [markup, JSON.stringify(people.body)]) {
    for (const value of ['钱小六', '11010119900307002X', '13600000000']) expect(text).not.toContain(value)
  }
  expect(people.body.people).toMatchObject([{ name: '钱*六', state: 'waiting' }])
})

test('a person can be acted on without a page', async () => {
  await link()
  const { body } = await simulator.control('GET', 'people')
  const [person] = body.people as { id: string }[]
  const acted = await simulator.control('POST', 'act', { personId: person?.id, action: 'verify' })
  expect(acted.body).toEqual({ id: person?.id, state: 'verified' })
  expect(await isVerified()).toMatchObject({ VerifyStatus: true })
  expect((await simulator.control('POST', 'act', { personId: 'x', action: 'verify' })).status).toBe(404)
})
