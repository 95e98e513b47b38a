import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { useContract } from './use-contract'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const locator = Object({ contractId: 'c_1' })
const vendor = Object({ id: 'one' })
const config = Object({ policy: { version: '3' } })
const app = { kind: 'miniProgram', appId: 'wx1', path: 'a', envVersion: 'release', embedded: false }
const agreed = { code: 'phone-code', errMsg: 'ok' }
beforeEach(() => {
  phone.reset()
  phone.answers('consent.record', () => ({ consentId: 'consent_1' }))
  phone.answers('contract.open', () => ({ handoff: app }))
  phone.answers('config.get', () => ({ jumps: { appIds: ['wx1'], plugins: [], hosts: [] } }))
  phone.can('navigateToMiniProgram', ({ success }: { success: () => void }) => success())
})
const opened = (known: typeof config | null = config) => mount(() => useContract(locator, vendor, known))
const inputs = () => phone.inputs('contract.open')

test('a contract is opened with the number and a consent that is recorded once', async () => {
  const page = opened()
  const opening = page().onPhone(agreed, 'sign' as never)
  expect(page().busy).toBe(true)
  await opening
  await page().onPhone({ ...agreed, code: 'another' }, 'sign' as never)
  expect(phone.inputs('consent.record')).toMatchObject([
    { vendor: 'one', purpose: 'contract', policyVersion: '3', accepted: true },
  ])
  const input = { vendor: 'one', contractId: 'c_1', consentId: 'consent_1', intent: 'sign' }
  expect(inputs()).toEqual([
    { ...input, phoneCode: 'phone-code' },
    { ...input, phoneCode: 'another' },
  ])
  expect((await page.settled()).handoff.held).toEqual(app)
  expect(page()).toMatchObject({ busy: false, refusal: null, seen: null })
})

test('what was seen on the way back is told, until the contract is opened again', async () => {
  const page = opened()
  await page().onPhone(agreed, 'sign' as never)
  await page.settled()
  await page().handoff.open(Object(app))
  await phone.happens('hide')
  page()
  await phone.happens('show')
  expect(page().seen).toBe('returned')
  await page().onPhone({ errMsg: 'getPhoneNumber:fail user deny' }, 'sign' as never)
  expect(page()).toMatchObject({ seen: 'returned', refusal: { kind: 'phoneRefused' } })
  await page().onPhone(agreed, 'sign' as never)
  expect(page()).toMatchObject({ seen: null, refusal: null })
})

test('without a number nothing is asked, and whose doing it was is said', async () => {
  const page = opened()
  await page().onPhone({ errMsg: 'getPhoneNumber:fail no permission' }, 'sign' as never)
  expect(page().refusal).toEqual({ kind: 'phoneUnavailable' })
  expect(phone.asked).toEqual([])
  const unknown = opened(null)
  await unknown().onPhone(agreed, 'sign' as never)
  const nobody = mount(() => useContract(locator, null, config))
  await nobody().onPhone(agreed, 'sign' as never)
  expect([phone.asked, unknown().refusal]).toEqual([[], null])
})

test('a failure is shown; only a consent the server does not take is given anew', async () => {
  const page = opened()
  phone.answers('contract.open', () => refused('BUSY'))
  await page().onPhone(agreed, 'sign' as never)
  expect(page().refusal).toMatchObject({ kind: 'failure', failure: { code: 'BUSY' } })
  phone.answers('contract.open', () => refused('CONSENT_REQUIRED'))
  await page().onPhone(agreed, 'sign' as never)
  expect(phone.inputs('consent.record')).toHaveLength(1)
  await page().onPhone(agreed, 'sign' as never)
  expect(phone.inputs('consent.record')).toHaveLength(2)
})
