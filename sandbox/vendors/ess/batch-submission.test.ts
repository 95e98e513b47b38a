import { ADMIN, errorOf, type Json, PNG, row, startTestSimulator, type TestSimulator } from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const wrong = (problem: string, index = 0) => `第【${index}】条注册信息参数错误，${problem},请确认后再试`
const tasks = async () => (await simulator.control('GET', 'tasks')).body.tasks
const LETTER = PNG.toString('base64')
const base64 = (text: string) => Buffer.from(text).toString('base64')

test('an accepted submission is answered with one empty text', async () => {
  expect(await simulator.submit([row(0), row(1), row(2)])).toEqual({
    TaskId: expect.stringMatching(/^yD\w{30}$/),
    ErrorMessages: [''],
    RequestId: expect.any(String),
  })
})

test('one wrong row refuses all, counted from zero', async () => {
  const rows = [row(0), row(1), row(2, { Address: '测试地址' })]
  expect(await simulator.submit(rows)).toEqual({
    TaskId: '',
    ErrorMessages: ['', '', wrong('地址参数不正确', 2)],
    RequestId: expect.any(String),
  })
  expect(await tasks()).toEqual([])
})

test('every wrong row is told', async () => {
  const rows = [row(0, { AdminMobile: '1' }), row(1), row(2, { Address: '测试地址' })]
  expect(await simulator.submit(rows)).toMatchObject({
    ErrorMessages: [wrong('超管手机号不正确', 0), '', wrong('地址参数不正确', 2)],
  })
})

const WITH_LETTER: Json = { AuthorizationTypes: [1], PowerOfAttorneys: [LETTER] }

test.each<[string, Json, string]>([
  [
    'a credit code with a wrong check sign',
    { UniformSocialCreditCode: '91350100M000100Y44' },
    '统一社会信用代码不正确',
  ],
  ['a mobile number of ten digits', { AdminMobile: '1390000000' }, '超管手机号不正确'],
  ['an id number with a wrong check digit', { AdminIdCardNumber: '110101199003070004' }, '超管证件号不正确'],
  ['an id number of another type', { AdminIdCardType: 'HONGKONG_AND_MACAO' }, '超管证件号不正确'],
  ['two ways to authorize', { AuthorizationTypes: [1, 2] }, '授权方式只支持1、2、5中的一种'],
  ['no way to authorize', { AuthorizationTypes: [] }, '授权方式只支持1、2、5中的一种'],
  ['an unknown way to authorize', { AuthorizationTypes: [3] }, '授权方式只支持1、2、5中的一种'],
  ['an empty list of letters', { ...WITH_LETTER, PowerOfAttorneys: [] }, '授权书不能为空'],
  ['a letter with another way', { ...WITH_LETTER, AuthorizationTypes: [5] }, '上传授权书时授权方式只能是1'],
  [
    'a letter without a way',
    { PowerOfAttorneys: [LETTER], AuthorizationTypes: undefined },
    '上传授权书时授权方式只能是1',
  ],
  [
    'a letter without an administrator',
    { ...WITH_LETTER, AdminIdCardNumber: undefined },
    '上传授权书时超管姓名、手机号、证件号不能为空',
  ],
  [
    'a letter that is no picture',
    { ...WITH_LETTER, PowerOfAttorneys: [base64('GIF89a')] },
    '授权书格式不是PNG、JPG、PDF',
  ],
  ['a letter that is not base64', { ...WITH_LETTER, PowerOfAttorneys: ['data:'] }, '授权书不是base64编码'],
  ['a licence that is a PDF', { BusinessLicense: base64('%PDF-1.7') }, '营业执照格式不是PNG、JPG'],
])('%s is a wrong row', async (_, more, problem) => {
  expect(await simulator.submit([row(0, more)])).toMatchObject({
    TaskId: '',
    ErrorMessages: [wrong(problem)],
  })
})

test.each<[string, Json]>([
  ['an address left out', { Address: undefined }],
  ['no administrator', { AdminName: undefined, AdminMobile: undefined, AdminIdCardNumber: undefined }],
  ['no way to authorize', { AuthorizationTypes: undefined }],
  ['bank transfer', { AuthorizationTypes: [5] }],
  ['a letter', WITH_LETTER],
  ['a licence', { BusinessLicense: LETTER }],
  ['a permit', { AdminIdCardType: 'HONGKONG_AND_MACAO', AdminIdCardNumber: 'H1234567890' }],
])('a row may have %s', async (_, more) => {
  expect(await simulator.submit([row(0, more)])).toMatchObject({ ErrorMessages: [''] })
})

test('with one link for all a letter must come along', async () => {
  const byLetter = row(0, { AuthorizationTypes: [1] })
  expect(await simulator.submit([byLetter], { BatchAuthMethod: 1 })).toMatchObject({
    ErrorMessages: [wrong('单链接方式使用授权书时必须上传授权书')],
  })
  expect(await simulator.submit([byLetter], { BatchAuthMethod: 0 })).toMatchObject({ ErrorMessages: [''] })
})

test.each([0, 11])('a call with %s organizations is refused', async count => {
  const rows = Array.from({ length: count }, () => row())
  expect(errorOf(await simulator.submit(rows))).toEqual({
    code: 'InvalidParameterValue',
    message: '企业注册信息个数必须在1到10之间',
  })
})

test('a name or a code may come once in a call', async () => {
  const sameName = row(1, { OrganizationName: row().OrganizationName })
  expect(errorOf(await simulator.submit([row(), sameName]))).toEqual({
    code: 'InvalidParameterValue',
    message: '企业名称[示例第1科技有限公司]重复',
  })
  const sameCode = row(1, { UniformSocialCreditCode: row().UniformSocialCreditCode })
  expect(errorOf(await simulator.submit([row(), sameCode])).code).toBe('InvalidParameterValue')
})

test('a repeated call is another submission, which the list of tasks shows', async () => {
  await simulator.submit([row()])
  await simulator.submit([row()])
  expect(await tasks()).toMatchObject([
    { rows: [{ organizationName: '示例第1科技有限公司', deleted: false }] },
    { rows: [{ organizationName: '示例第1科技有限公司', deleted: false }] },
  ])
})

test.each(['HTTP', 'HTTP_SHORT_URL', 'QR_CODE', 'WEIXINAPP', 'PC_SHORT_URL', 'app'])(
  'making tasks has no endpoint %s',
  async Endpoint => {
    expect(errorOf(await simulator.submit([row()], { Endpoint })).code).toBe('InvalidParameterValue')
  },
)

test.each(['PC', 'SHORT_URL', 'H5', 'SHORT_H5', 'WEIXINAPP'])(
  'the link of many flows has no endpoint %s',
  async Endpoint => {
    const rows = await simulator.batch()
    expect(errorOf(await simulator.link(rows, { Endpoint })).code).toBe('InvalidParameterValue')
  },
)

test('a way of linking is 0 or 1', async () => {
  expect(errorOf(await simulator.submit([row()], { BatchAuthMethod: 2 })).code).toBe('InvalidParameterValue')
})

test('the list of tasks masks persons', async () => {
  await simulator.submit([row()])
  const text = JSON.stringify(await tasks())
  for (const value of Object.values(ADMIN)) expect(text).not.toContain(value)
})
