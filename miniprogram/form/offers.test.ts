jest.mock('@tarojs/taro', () => ({}))

import type { ConfigResult, InvitationTerms, Subject, VendorView } from '../cloud/types'
import { chosenOf, invitedOffers, offersOf } from './offers'

function vendor(id: string, subjects: Subject[]): VendorView {
  return {
    id: id as VendorView['id'],
    note: { zh: '', en: '' },
    subjects,
    personModes: ['any'],
    idTypes: ['residentId'],
    licence: null,
    links: false,
    contracts: false,
    batch: false,
    outline: false,
    legacyInvitations: false,
    requires: { person: [], organization: [] },
  }
}
const qiyuesuo = vendor('qiyuesuo', ['person', 'organization'])
const ess = vendor('ess', ['organization'])
const config = (vendors: VendorView[]): ConfigResult => ({
  vendors,
  vendorNames: {
    qiyuesuo: { zh: '契约锁', en: '' },
    ess: { zh: '腾讯电子签', en: '' },
    esign: { zh: 'e签宝', en: '' },
  },
  policy: { version: '1', controller: '某公司', retentionDays: 30 },
  jumps: { appIds: [], plugins: [], hosts: [], redirects: [] },
  support: null,
  pollSeconds: 3,
})

test('only those that verify the subject are offered, in the order of the server', () => {
  expect(offersOf(config([ess, qiyuesuo]), 'organization')).toEqual([ess, qiyuesuo])
  expect(offersOf(config([ess, qiyuesuo]), 'person')).toEqual([qiyuesuo])
  expect(offersOf(null, 'person')).toEqual([])
})

test('a vendor that has no name is not offered', () => {
  expect(offersOf(config([vendor('tomorrow', ['person']), qiyuesuo]), 'person')).toEqual([qiyuesuo])
})

test('the chosen one counts while it is offered, else the first', () => {
  expect(chosenOf([qiyuesuo, ess], null)).toBe(qiyuesuo)
  expect(chosenOf([qiyuesuo, ess], 'ess')).toBe(ess)
  expect(chosenOf([qiyuesuo], 'ess')).toBe(qiyuesuo)
  expect(chosenOf([], 'ess')).toBeNull()
})

const terms: InvitationTerms = {
  note: '',
  vendors: ['ess', 'qiyuesuo'],
  mode: null,
  filledIn: [],
  redirect: null,
}

test('an invitation leaves the vendors of its terms, in their order, and the resident id card', () => {
  const passports: VendorView = { ...qiyuesuo, idTypes: ['passport', 'residentId'] }
  const more: InvitationTerms = { ...terms, vendors: ['tomorrow' as VendorView['id'], ...terms.vendors] }
  const offered = invitedOffers([passports, ess, vendor('esign', ['person'])], more)
  expect(offered).toEqual([ess, { ...qiyuesuo, idTypes: ['residentId'] }])
})

test('a mode of the terms is fixed where the vendor offers it, and only there', () => {
  const withFace: VendorView = { ...ess, personModes: ['any', 'face', 'threeFactor'] }
  const modes = invitedOffers([withFace, qiyuesuo], { ...terms, mode: 'face' }).map(each => each.personModes)
  expect(modes).toEqual([['face'], ['any']])
})
