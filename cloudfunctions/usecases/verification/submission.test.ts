import { createWorld, testOrganization, testPerson } from '../../../test/support/world'
import type { StartInput } from '../../contract/verification'
import { ActionError } from '../../domain/errors'
import type { Capabilities } from '../../vendors/driver'
import { checked, findableBy, publicName, readable, slotKey } from './submission'

const [driver] = createWorld().deps.drivers.values()
const offered = (changes: Partial<Capabilities>): Capabilities => {
  if (!driver) throw new Error('no driver')
  return { ...driver.capabilities, ...changes }
}
const head = {
  ...{ clientKey: 'key-0000000000000001', vendor: 'qiyuesuo', purpose: 'general', consentId: 'c_1' },
  way: 'app',
} as const
const person = (changes: object = {}, way: 'app' | 'link' = 'app'): StartInput => ({
  ...{ ...head, way, subject: 'person', person: { ...testPerson, ...changes } },
})
const organization = (changes: object = {}): StartInput => ({
  ...{ ...head, subject: 'organization', organization: { ...testOrganization, ...changes } },
})
const now = 1_700_000_000_000
const outcome = (input: StartInput, changes: Partial<Capabilities> = {}) => {
  try {
    checked(input, offered(changes), now)
    return 'taken'
  } catch (error) {
    return error instanceof ActionError ? `${error.code} ${error.field}` : error
  }
}
const nameless = { name: undefined, idNumber: undefined }

test.each<[string, StartInput, Partial<Capabilities>, string]>([
  ['a person', person(), {}, 'taken'],
  ['of whom little was said', person(nameless), {}, 'taken'],
  ['where the vendor takes organizations only', person(), { subjects: ['organization'] }, 'subject'],
  ['by a link', person({}, 'link'), {}, 'taken'],
  ['by a link where there is none', person({}, 'link'), { handoffs: ['plugin'] }, 'way'],
  ['in the app where there is no link', person(), { handoffs: ['plugin'] }, 'taken'],
  ['checked in a way there is not', person({ mode: 'alipay' }), {}, 'person.mode'],
  ['with papers that are not taken', person({ idType: 'passport' }), {}, 'person.idType'],
  ['with an account where there are none', person({ account: 'a' }), {}, 'person.account'],
  ['with an account', person({ account: 'a' }), { accounts: true }, 'taken'],
  [
    'without a name that the vendor needs',
    person(nameless),
    { requires: { person: ['name'], organization: [] } },
    'person.name',
  ],
  [
    'with all that the vendor needs',
    person(),
    { requires: { person: ['name', 'idNumber'], organization: [] } },
    'taken',
  ],
  ['with a number that cannot be', person({ idNumber: '110101199001010016' }), {}, 'person.idNumber'],
  ['an organization', organization(), {}, 'taken'],
  ['with an account where there are none', organization({ account: 'a' }), {}, 'organization.account'],
  [
    'whose applicant has an account where there are none',
    organization({ applicant: { ...testOrganization.applicant, account: 'a' } }),
    {},
    'organization.account',
  ],
  ['with an account', organization({ account: 'a' }), { accounts: true }, 'taken'],
  [
    'without what the vendor needs',
    organization({ registerNumber: undefined }),
    { requires: { person: [], organization: ['registerNumber'] } },
    'organization.registerNumber',
  ],
  [
    'with what the vendor needs',
    organization(),
    { requires: { person: [], organization: ['registerNumber'] } },
    'taken',
  ],
  ['with a licence', organization({ licenceFileId: 'f' }), {}, 'taken'],
  [
    'with a licence that nobody takes',
    organization({ licenceFileId: 'f' }),
    { licence: null },
    'organization.licenceFileId',
  ],
  ['where nobody takes a licence', organization(), { licence: null }, 'taken'],
  ['without a code', organization({ registerNumber: undefined }), {}, 'taken'],
  [
    'with a code that cannot be',
    organization({ registerNumber: '91110000MA0TEA001D' }),
    {},
    'organization.registerNumber',
  ],
])('%s', (_what, input, changes, expected) => {
  expect(outcome(input, changes)).toBe(expected === 'taken' ? expected : `INVALID_INPUT ${expected}`)
})

test('a number is kept in its one right form, where there is one, and of a licence nothing', () => {
  const { name: _n, idNumber: _i, ...contact } = testPerson
  const input = { ...head, subject: 'person' as const, person: contact }
  expect(checked(input, offered({}), now)).toEqual({ subject: 'person', person: contact })
  expect(checked(person({ idNumber: '11010119900101004x' }), offered({}), now)).toMatchObject({
    person: { ...testPerson, idNumber: '11010119900101004X' },
  })
  expect(checked(organization({ licenceFileId: 'f' }), offered({}), now)).toEqual({
    ...{ subject: 'organization', organization: testOrganization },
  })
})

const one = { subject: 'person', person: testPerson } as const
const company = { subject: 'organization', organization: testOrganization } as const

test('of a person it stays readable in part, of an organization its name', () => {
  expect(readable(one)).toEqual({ mode: 'any', maskedName: '测试**', maskedContact: '138****8000' })
  const { name: _, ...unnamed } = testPerson
  expect(readable({ subject: 'person', person: unnamed }).maskedName).toBeNull()
  expect(readable(company)).toEqual({
    ...{ mode: null, maskedName: '测试甲有限公司', maskedContact: '138****8000' },
  })
})

test('it is found by whole names, numbers and contacts, and by a part only of what is public', () => {
  expect(findableBy(one)).toEqual(['测试员甲', '110101199001010015', '13800138000'])
  expect(findableBy(company)).toEqual([
    ...['测试甲有限公司', '91110000MA0TEA001C', '测试员甲', '13800138000'],
  ])
  expect([publicName(one), publicName(company)]).toEqual([undefined, '测试甲有限公司'])
})

test('a person may have one open, and of each organization one', () => {
  expect([slotKey(one), slotKey(company)]).toEqual(['person', 'organization 测试甲有限公司'])
})
