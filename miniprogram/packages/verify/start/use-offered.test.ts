import { mount } from '../../../../test/support/hooks'
import { phone } from '../../../../test/support/taro'
import type { InvitationTerms, Subject, VendorId } from '../../../cloud/types'
import { vendorText } from '../../../i18n/vendors'
import { useOffered } from './use-offered'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const vendor = (id: string, subjects: string[]) => ({
  id,
  subjects,
  personModes: ['any'],
  idTypes: ['residentId'],
})
const one = vendor('qiyuesuo', ['person', 'organization'])
const other = vendor('ess', ['organization'])
const config = {
  vendors: [one, other],
  vendorNames: { qiyuesuo: { zh: '契约锁', en: '' }, ess: { zh: '腾讯电子签', en: '' } },
}
const terms: InvitationTerms = { note: '', vendors: ['ess'], mode: null, filledIn: [], redirect: null }

async function offered(subject: Subject, only: InvitationTerms | null, chosen: VendorId | null) {
  const page = mount(() => useOffered(subject, only, chosen))
  return { first: page(), now: await page.settled() }
}

test('who may verify, and who is going to, is known with the settings', async () => {
  phone.reset()
  phone.answers('config.get', () => config)
  const { first, now } = await offered('organization', null, 'ess')
  expect(first).toMatchObject({ config: null, offers: [], offered: null, vendor: vendorText('unknown') })
  expect(now).toMatchObject({
    config,
    failure: null,
    offers: [one, other],
    offered: other,
    vendor: '腾讯电子签',
  })
  expect((await offered('person', null, 'ess')).now).toMatchObject({ offers: [one], vendor: '契约锁' })
  expect((await offered('organization', terms, null)).now).toMatchObject({ offers: [other], offered: other })
})
