import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import type { Redirect } from '../../../cloud/types'
import { startText } from '../start/texts'
import { labelOf } from './labels'
import { invitationOf, rememberInvitation } from './of-verification'
import { useOffer } from './use-offer'
import { useWayOn } from './use-way-on'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

beforeEach(() => phone.reset())

test('an offer is asked for by its token, and the server is told that it is done with', async () => {
  phone.answers('invitation.open', ({ token }: { token: string }) => ({ of: token }))
  phone.answers('invitation.finish', ({ token }: { token: string }) => ({ finished: token }))
  const page = mount(() => useOffer('t_1'))
  await page().load()
  expect(page()).toMatchObject({ offer: { of: 't_1' }, failure: null })
  await page().finish()
  expect(page().offer).toEqual({ finished: 't_1' })
  phone.answers('invitation.open', () => refused('NETWORK'))
  await page().load()
  expect(page()).toMatchObject({ offer: { finished: 't_1' }, failure: { code: 'NETWORK' } })
  const without = mount(() => useOffer(null))
  await without().load()
  await without().finish()
  expect(phone.asked).toHaveLength(3)
})

describe('the way on', () => {
  const app: Redirect = { kind: 'miniProgram', appId: 'wx1', path: 'pages/a' }
  const web: Redirect = { kind: 'webUrl', url: 'https://shop.example/a' }
  const finish = jest.fn(async () => {})
  beforeEach(() => {
    finish.mockClear()
    phone.answers('config.get', () => ({ jumps: { redirects: ['wx1', 'shop.example'] } }))
  })

  async function gone(redirect: Redirect | null, how: object = {}, finished = false) {
    for (const [name, work] of Object.entries(how)) phone.can(name, work)
    const page = mount(() => useWayOn(redirect, finish, finished))
    await page.settled()
    page().go()
    await page.settled()
    return page
  }
  const jumped = { navigateToMiniProgram: ({ success }: { success: () => void }) => success() }
  const failing = (errMsg: string) => ({
    navigateToMiniProgram: ({ fail }: { fail: (reason: object) => void }) => fail({ errMsg }),
  })

  test('nowhere, as long as nobody knows of it', async () => {
    phone.answers('config.get', () => refused('NETWORK'))
    const page = await gone(app, jumped)
    expect([page().seen, phone.given('navigateToMiniProgram'), finish.mock.calls]).toEqual([
      'unavailable',
      [],
      [],
    ])
  })

  test('into another mini-program; the server is told, and once more when the call may have been cut off', async () => {
    const page = await gone(app, jumped)
    expect(phone.given('navigateToMiniProgram')).toMatchObject([
      { appId: 'wx1', path: 'pages/a', extraData: {}, envVersion: 'release' },
    ])
    expect([page().seen, finish.mock.calls.length]).toEqual([null, 1])
    await phone.happens('show')
    expect(finish).toHaveBeenCalledTimes(2)
  })

  test('back where the server knows already, it is not told again; nor of who has not left', async () => {
    await gone(app, jumped, true)
    expect(finish).toHaveBeenCalledTimes(1)
    await phone.happens('show')
    expect(finish).toHaveBeenCalledTimes(1)
    phone.reset()
    await gone(null)
    await phone.happens('show')
    expect(finish).toHaveBeenCalledTimes(1)
  })

  test.each([
    ['navigateToMiniProgram:fail cancel', 'canceled'],
    ['navigateToMiniProgram:fail', 'unavailable'],
  ])('%s is %s, and nothing is told', async (errMsg, seen) => {
    const page = await gone(app, failing(errMsg))
    expect([page().seen, finish.mock.calls]).toEqual([seen, []])
    await phone.happens('show')
    expect(finish).not.toHaveBeenCalled()
    phone.can('navigateToMiniProgram', () => undefined)
    page().go()
    expect(page().seen).toBeNull()
  })

  test('an address is copied, for no mini-program may open it', async () => {
    const page = await gone(web)
    expect(phone.given('setClipboardData')).toEqual([{ data: 'https://shop.example/a' }])
    expect([page().seen, finish.mock.calls.length]).toEqual(['copied', 1])
    expect(phone.given('navigateToMiniProgram')).toEqual([])
    finish.mockClear()
    const not = await gone(web, { setClipboardData: () => Promise.reject(new Error('no')) })
    expect([not().seen, finish.mock.calls]).toEqual(['notCopied', []])
    const unknown = await gone({ kind: 'webUrl', url: 'https://evil.example/a' })
    expect(unknown().seen).toBe('unavailable')
  })
})

test('a verification remembers which invitation it answers, while the app lives', () => {
  rememberInvitation('v_1', 't_1')
  expect([invitationOf('v_1'), invitationOf('v_2')]).toEqual(['t_1', null])
})

test('fields of an invitee go by the names of the form; what only a newer server names by none', () => {
  expect(labelOf('person', 'mobile')).toBe(startText('contact'))
  expect(labelOf('organization', 'name')).toBe(startText('organization.name'))
  expect(labelOf('organization', 'bankNumber')).toBeNull()
})
