import type { Registration, RegistrationRow } from '../batch'
import { refusedWith, registeredOf, registrationFields } from './registration'

const administrator = {
  name: '李小四',
  mobile: '13900000000',
  idType: 'residentId',
  idNumber: '110101199003070003',
} as const
const bare: RegistrationRow = {
  name: '示例一有限公司',
  creditCode: '91110000MA0123456P',
  legalName: '王小二',
  address: '',
  administrator: null,
  authorization: null,
  licence: null,
  letters: [],
}
const file = (text: string) => ({ type: 'png' as const, bytes: Buffer.from(text) })
const only = (row: RegistrationRow, linkMode: Registration['linkMode'] = 'single') =>
  registrationFields({ linkMode, rows: [row] }) as { RegistrationOrganizations: Record<string, unknown>[] }

test('every field goes where the documentation says, files in base64', () => {
  const row: RegistrationRow = {
    ...bare,
    address: '深圳市南山区1000号示例大厦',
    administrator,
    authorization: 'letter',
    licence: file('licence'),
    letters: [file('letter one'), file('letter two')],
  }
  expect(only(row)).toEqual({
    RegistrationOrganizations: [
      {
        OrganizationName: '示例一有限公司',
        UniformSocialCreditCode: '91110000MA0123456P',
        LegalName: '王小二',
        Address: '深圳市南山区1000号示例大厦',
        AdminName: '李小四',
        AdminMobile: '13900000000',
        AdminIdCardType: 'ID_CARD',
        AdminIdCardNumber: '110101199003070003',
        AuthorizationTypes: [1],
        BusinessLicense: 'bGljZW5jZQ==',
        PowerOfAttorneys: ['bGV0dGVyIG9uZQ==', 'bGV0dGVyIHR3bw=='],
      },
    ],
    BatchAuthMethod: 1,
    Endpoint: 'APP',
  })
})

test('what was not said is not sent; rows with links of their own get short ones', () => {
  expect(only(bare, 'perRow')).toEqual({
    RegistrationOrganizations: [
      {
        OrganizationName: '示例一有限公司',
        UniformSocialCreditCode: '91110000MA0123456P',
        LegalName: '王小二',
      },
    ],
    BatchAuthMethod: 0,
    Endpoint: 'SHORT_URL',
  })
  const { RegistrationOrganizations: rows } = only({
    ...bare,
    administrator: { ...administrator, idNumber: '' },
  })
  expect(rows[0]).not.toHaveProperty('AdminIdCardNumber')
})

test.each([
  ['residentId', 'ID_CARD'],
  ['hkMacauPermit', 'HONGKONG_AND_MACAO'],
  ['hkMacauTaiwanResidence', 'HONGKONG_MACAO_AND_TAIWAN'],
] as const)('document %s of the administrator is %s', (idType, expected) => {
  const { RegistrationOrganizations: rows } = only({ ...bare, administrator: { ...administrator, idType } })
  expect(rows[0]).toMatchObject({ AdminIdCardType: expected })
})

test.each([
  ['legalPerson', [2]],
  ['letter', [1]],
  ['letterAndTransfer', [5]],
] as const)('authorization by %s is %j', (authorization, expected) => {
  const { RegistrationOrganizations: rows } = only({ ...bare, authorization })
  expect(rows[0]).toMatchObject({ AuthorizationTypes: expected })
})

const rows = [
  { name: '示例有限公司', creditCode: '91110000MA0123456P' },
  { name: '示例有限公司北京分公司', creditCode: '91110000MA0123457T' },
  { name: '样本有限公司', creditCode: '91350100M000100Y43' },
]
const wrongAddress = '第【2】条注册信息参数错误，地址参数不正确,请确认后再试'
const textsOf = (registered: ReturnType<typeof registeredOf>) =>
  registered.kind === 'refused' ? registered.texts : registered.kind

test.each([
  ['one empty text, as in the official example', ['']],
  ['none', []],
  ['a text for every row', ['', '', '']],
  ['texts all the same', ['', '', wrongAddress]],
])('a task is accepted, whatever comes with it: %s', (_what, ErrorMessages) => {
  expect(registeredOf({ TaskId: 'yDtask', ErrorMessages }, rows)).toEqual({
    kind: 'accepted',
    taskId: 'yDtask',
  })
})

test.each([
  ['a text for every row', ['', wrongAddress, ''], ['', wrongAddress, '']],
  ['fewer texts, numbered from zero', [wrongAddress], ['', '', wrongAddress]],
  ['more texts than rows', ['', '', '', wrongAddress], ['', '', wrongAddress]],
  ['a number that is no row', ['第【7】条注册信息参数错误'], ['', '', '']],
  ['a sentence that names a row', ['样本有限公司的地址不正确'], ['', '', '样本有限公司的地址不正确']],
  ['a sentence that names nobody', ['系统繁忙'], ['', '', '']],
  ['one empty text', [''], ['', '', '']],
  ['nothing', [], ['', '', '']],
])('without a task nothing was created: %s', (_what, ErrorMessages, expected) => {
  expect(textsOf(registeredOf({ TaskId: '', ErrorMessages }, rows))).toEqual(expected)
})

test.each([
  ['the name of one is part of another’s', '企业名称[示例有限公司北京分公司]重复', [1]],
  ['the shorter name', '企业名称[示例有限公司]重复', [0]],
  ['a credit code', '统一社会信用代码[91350100M000100Y43]重复', [2]],
  ['nobody', '参数错误', []],
] as const)('one sentence about the whole call, naming %s', (_what, text, places) => {
  const expected = rows.map((_, index) => ((places as readonly number[]).includes(index) ? text : ''))
  expect(textsOf(refusedWith(text, rows))).toEqual(expected)
})

test('a row without a name or a code is named by no sentence', () => {
  const nameless = [
    { name: '', creditCode: '' },
    { name: '示例有限公司', creditCode: '' },
    { name: '', creditCode: '91350100M000100Y43' },
  ]
  const [byName, byCode] = ['企业名称[示例有限公司]重复', '统一社会信用代码[91350100M000100Y43]重复']
  expect(textsOf(refusedWith(byName, nameless))).toEqual(['', byName, ''])
  expect(textsOf(refusedWith(byCode, nameless))).toEqual(['', '', byCode])
  expect(textsOf(refusedWith('参数错误', nameless))).toEqual(['', '', ''])
})

test('a name that came twice is at fault twice', () => {
  const twice = [rows[0], rows[2], rows[0]].flatMap(row => row ?? []).map(row => ({ ...row }))
  const text = '企业名称[示例有限公司]重复'
  expect(textsOf(refusedWith(text, twice))).toEqual([text, '', text])
})

test('of a single row every sentence is its own', () => {
  expect(textsOf(refusedWith('参数错误', rows.slice(0, 1)))).toEqual(['参数错误'])
  expect(textsOf(registeredOf({ TaskId: '', ErrorMessages: ['a', 'b'] }, rows.slice(0, 1)))).toEqual(['a'])
})
