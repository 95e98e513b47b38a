import type { LegacyInvitationState, LegacyInvitationView } from '../../../cloud/types'
import { cleaned, isInvitationId, linesOf, tagOf, titleOf } from './invitation'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const person: LegacyInvitationView = {
  subject: 'person',
  bizId: '123456',
  state: 'verified',
  rawStatus: '1',
  notifyType: null,
  maskedName: '测**',
  maskedContact: '138****0000',
  maskedIdNumber: '1101****15',
  paper: 'residentId',
  redirectUrl: '',
  callbackUrl: '',
  organization: null,
}
const company: LegacyInvitationView = {
  ...person,
  subject: 'organization',
  notifyType: 'email',
  redirectUrl: 'https://example.com/done',
  callbackUrl: 'https://example.com/esign',
  organization: {
    name: '杭州云上贸易有限公司',
    creditCode: '91330100MA2XXXXX0A',
    paper: 'creditCode',
    maskedLegalName: '王*',
    maskedLegalIdNumber: '1101****16',
  },
}

test('a person is called by the masked name, and no line says it twice', () => {
  expect(titleOf(person)).toBe('测**')
  expect(linesOf(person)).toEqual([
    { key: 'line.contact', value: '138****0000' },
    { key: 'line.residentId', value: '1101****15' },
    { key: 'line.bizId', value: '123456' },
    { key: 'line.rawStatus', value: '1' },
  ])
})

test('an organization is called by its name; who was invited for it stands below', () => {
  expect(titleOf(company)).toBe('杭州云上贸易有限公司')
  expect(linesOf(company)).toEqual([
    { key: 'line.creditCode', value: '91330100MA2XXXXX0A' },
    { key: 'line.legalName', value: '王*' },
    { key: 'line.legalIdNumber', value: '1101****16' },
    { key: 'line.name', value: '测**' },
    { key: 'line.contact', value: '138****0000' },
    { key: 'line.residentId', value: '1101****15' },
    { key: 'line.notify', value: '邮件' },
    { key: 'line.bizId', value: '123456' },
    { key: 'line.redirect', value: 'https://example.com/done' },
    { key: 'line.callback', value: 'https://example.com/esign' },
    { key: 'line.rawStatus', value: '1' },
  ])
})

test.each([
  ['creditCode', 'line.creditCode'],
  ['organizationCode', 'line.organizationCode'],
  [null, 'line.organizationNumber'],
] as const)('the number of an organization with the paper %s is its %s', (paper, key) => {
  const organization = company.organization && { ...company.organization, paper }
  expect(linesOf({ ...company, organization })[0]).toEqual({ key, value: '91330100MA2XXXXX0A' })
})

test('one of which hardly anything is known still has a title', () => {
  const bare = { ...person, bizId: '', rawStatus: '', maskedName: '', maskedContact: '', maskedIdNumber: '' }
  expect(titleOf(bare)).toBe('个人')
  expect(linesOf(bare)).toEqual([])
})

test('a name is that of the subject, and what the title says is left out of the lines of names only', () => {
  const { organization } = company
  expect(titleOf({ ...person, organization })).toBe('测**')
  expect(titleOf({ ...company, organization: null })).toBe('测**')
  expect(linesOf({ ...person, bizId: '测**' })).toContainEqual({ key: 'line.bizId', value: '测**' })
})

test('a number of another paper is not said to be that of a resident', () => {
  expect(linesOf({ ...person, paper: null })).toContainEqual({ key: 'line.idNumber', value: '1101****15' })
})

test.each([
  ['started', '进行中', 'busy'],
  ['verified', '已认证', 'good'],
  ['finished', '已认证并完成', 'good'],
  ['unknown', '状态未知', 'idle'],
  ['withdrawn' as LegacyInvitationState, '状态未知', 'idle'],
] as const)('the state %s reads %s', (state, text, kind) => {
  expect(tagOf({ state })).toEqual({ kind, text })
})

test.each([
  [' iudi0989ad79 \n', true],
  ['a-b_C9', true],
  ['', false],
  ['邀请一', false],
  ['a b', false],
  ['a'.repeat(65), false],
])('%j is an id: %s', (typed, valid) => {
  expect(isInvitationId(cleaned(typed))).toBe(valid)
})
