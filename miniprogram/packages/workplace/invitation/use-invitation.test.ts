import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { useInvitation } from './use-invitation'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

beforeEach(() => {
  phone.reset()
  phone.answers('invitation.get', ({ id }: { id: string }) => ({ invitation: { id, state: 'ready' } }))
})

async function opened() {
  const page = mount(() => useInvitation('i_1'))
  expect(page()).toMatchObject({ view: null, came: null })
  await page().load()
  expect(page()).toMatchObject({ view: { id: 'i_1', state: 'ready' }, lost: null })
  return page
}

test('what came of reminding is kept to be shown', async () => {
  const page = await opened()
  phone.answers('invitation.remind', () => ({ reminded: ['i_1'] }))
  await page().remind()
  expect(phone.inputs('invitation.remind')).toEqual([{ ids: ['i_1'] }])
  expect(page().came).toEqual({ reminded: ['i_1'] })
})

test('after it was sent anew it is as the server says', async () => {
  const page = await opened()
  phone.answers('invitation.resend', () => ({ invitation: { id: 'i_1', state: 'resent' } }))
  await page().resend(30, true)
  expect(phone.inputs('invitation.resend')).toMatchObject([{ id: 'i_1', days: 30, newCode: true }])
  expect(page().view).toMatchObject({ state: 'resent' })
  expect(phone.given('showToast')).toEqual([{ title: expect.stringMatching(/./), icon: 'none' }])
})

test('revoking says whether it came too late, and in either case how it stands', async () => {
  const page = await opened()
  phone.answers('invitation.revoke', () => ({ revoked: ['i_1'] }))
  await page().revoke()
  phone.answers('invitation.revoke', () => ({ revoked: [] }))
  await page().revoke()
  expect(phone.inputs('invitation.revoke')).toEqual([{ ids: ['i_1'] }, { ids: ['i_1'] }])
  const [done, late] = phone.given('showToast')
  expect(done).toEqual({ title: expect.stringMatching(/./), icon: 'none' })
  expect(late).toEqual({ title: expect.stringMatching(/./), icon: 'none' })
  expect(late).not.toEqual(done)
  expect(phone.inputs('invitation.get')).toHaveLength(3)
})

test.each(['remind', 'resend', 'revoke'] as const)('what goes wrong at %s is said of it', async kind => {
  const page = await opened()
  phone.answers(`invitation.${kind}`, () => refused('BUSY'))
  await { ...page(), resend: () => page().resend(7, false) }[kind]()
  expect(page()).toMatchObject({ failure: { kind, error: { code: 'BUSY' } }, lost: null, came: null })
  expect(phone.given('showToast')).toEqual([])
})
