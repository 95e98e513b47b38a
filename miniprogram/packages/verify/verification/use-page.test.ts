import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { leaveHandoff } from '../../../handoff/pending'
import { organizationDraft } from '../organization/draft'
import { personDraft } from '../person/draft'
import { changingDraft } from '../start/given'
import { usePage } from './use-page'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

let view: object
const config = Object({
  pollSeconds: 2,
  vendors: [
    { id: 'one', links: true },
    { id: 'two', links: false },
  ],
})
const app = Object({ kind: 'miniProgram', appId: 'wx1', path: 'a', envVersion: 'release', embedded: false })
const link = Object({
  kind: 'webUrl',
  url: 'https://vendor.example/a',
  qrImage: '',
  singleUse: true,
  expiresAt: null,
})
let at: number
const of = (own: object = {}) => {
  at += 1
  return {
    id: 'v_1',
    vendor: 'one',
    subject: 'person',
    state: 'ready',
    phase: 'act',
    attempt: 2,
    updatedAt: at,
    ...own,
  }
}
beforeEach(() => {
  jest.useFakeTimers()
  phone.reset()
  at = 0
  view = of()
  for (const action of ['get', 'refresh', 'cancel', 'confirmNumber'])
    phone.answers(`verification.${action}`, () => ({ verification: view }))
  phone.answers('config.get', () => ({ jumps: { appIds: ['wx1'], plugins: [], hosts: ['vendor.example'] } }))
  phone.can('getDeviceInfo', () => ({ platform: 'ios' }))
})
afterEach(() => jest.useRealTimers())

async function passed(page: () => unknown, ms = 0) {
  for (let round = 0; round < 3; round++) {
    page()
    await jest.advanceTimersByTimeAsync(round === 0 ? ms : 0)
  }
}
async function opened(known: typeof config | null = config, invitation: string | null = null) {
  const page = mount(() => usePage('v_1', known, invitation))
  await passed(page)
  return page
}
const refreshes = () => phone.inputs('verification.refresh')

describe('what is shown', () => {
  test('the verification as the server tells it, and why it cannot', async () => {
    const page = await opened()
    expect(phone.inputs('verification.get')).toEqual([{ id: 'v_1' }])
    expect(page()).toMatchObject({
      view,
      failure: null,
      busy: null,
      emptyHanded: false,
      complaint: null,
      asked: 0,
    })
    phone.answers('verification.get', () => refused('NOT_FOUND'))
    expect((await opened())().failure?.code).toBe('NOT_FOUND')
  })

  test('links only where this vendor gives them', async () => {
    expect((await opened())().links).toBe(true)
    view = of({ vendor: 'two' })
    expect((await opened())().links).toBe(false)
    expect((await opened(null))().links).toBe(false)
  })

  test('what waits is asked about again and again, what somebody must do only once the way was gone', async () => {
    view = of({ phase: 'wait' })
    const waiting = await opened()
    await passed(waiting, 2000)
    expect(refreshes()).toEqual([{ id: 'v_1' }])
    waiting.unmount()
    view = of()
    const page = await opened()
    await passed(page, 60_000)
    expect(refreshes()).toHaveLength(1)
    await page().handoff.open(link)
    await passed(page, 2000)
    expect(refreshes()).toHaveLength(2)
    view = of({ phase: 'done', state: 'verified' })
    await passed(page, 3000)
    const before = refreshes().length
    await passed(page, 60_000)
    expect(refreshes()).toHaveLength(before)
  })

  test('without settings it is asked about every three seconds', async () => {
    view = of({ phase: 'wait' })
    const page = await opened(null)
    await passed(page, 2999)
    expect(refreshes()).toHaveLength(0)
    await passed(page, 1)
    expect(refreshes()).toHaveLength(1)
  })

  test.each([
    ['done', 1],
    ['failed', 1],
    ['act', 0],
    ['wait', 0],
  ])('at %s the way is put away, and the top shown %s times', async (phase, times) => {
    const page = await opened()
    await page().handoff.open(link)
    expect(page().handoff.held).toEqual(link)
    phone.did = []
    view = of({ phase })
    await page().ask()
    await passed(page)
    expect(page().handoff.held).toEqual(times === 1 ? null : link)
    expect(phone.given('pageScrollTo')).toEqual(Array(times).fill({ scrollTop: 0, duration: 0 }))
  })

  test('a page that is gone does not scroll', async () => {
    phone.can('pageScrollTo', () => Promise.reject(new Error('no page')))
    view = of({ phase: 'done' })
    await opened()
    expect(phone.given('pageScrollTo')).toHaveLength(1)
  })
})

describe('drafts', () => {
  const typed = (store: typeof personDraft | typeof organizationDraft, invitation: string | null) =>
    mount(() => (store as typeof personDraft).useDraft(invitation))
  const nameOf = (store: typeof personDraft | typeof organizationDraft, invitation: string | null) =>
    typed(store, invitation)()[0].name

  test.each([
    ['person', 'verified', 'T', ['', '甲', '甲']],
    ['organization', 'verified', null, ['甲', '甲', '']],
    ['person', 'rejected', 'T', ['甲', '甲', '甲']],
  ] as const)(
    'of a %s that is %s what was typed is forgotten, and nothing else',
    async (subject, state, invitation, left) => {
      const places = [
        [personDraft, 'T'],
        [personDraft, null],
        [organizationDraft, null],
      ] as const
      for (const [store, of] of places) typed(store, of)()[1]({ name: '甲' })
      mount(() => changingDraft.useDraft(invitation))()[1]({ fields: ['name'] })
      view = of({ phase: state === 'verified' ? 'done' : 'failed', state, subject })
      await opened(config, invitation)
      expect(places.map(([store, of]) => nameOf(store, of))).toEqual(left)
      expect(mount(() => changingDraft.useDraft(invitation))()[0].fields).toEqual(
        state === 'verified' ? [] : ['name'],
      )
    },
  )
})

describe('acts', () => {
  test('the way that came with the start is gone on, but not on a computer that cannot', async () => {
    leaveHandoff('v_1', app)
    expect((await opened())().handoff.held).toEqual(app)
    phone.can('getDeviceInfo', () => ({ platform: 'windows' }))
    leaveHandoff('v_1', app)
    expect((await opened())().handoff.held).toBeNull()
    leaveHandoff('v_1', link)
    expect((await opened())().handoff.held).toEqual(link)
    phone.can('getDeviceInfo', () => ({ platform: 'ios' }))
    leaveHandoff('v_2', app)
    expect((await opened())().handoff.held).toBeNull()
  })

  test.each([
    ['open', 'app', 'open'],
    ['openLink', 'link', 'link'],
  ] as const)('%s asks for another way and goes it', async (act, way, kind) => {
    const page = await opened()
    let begun: unknown
    phone.answers('verification.renew', () => {
      begun = page().busy
      return { verification: view, handoff: link }
    })
    await page()[act]()
    await passed(page)
    expect([begun, phone.inputs('verification.renew')]).toEqual([kind, [{ id: 'v_1', attempt: 2, way }]])
    expect(page()).toMatchObject({ handoff: { held: link }, emptyHanded: false })
  })

  test('who comes away with nothing is told so, until the next time', async () => {
    const page = await opened()
    const renewed = (nextStep: string | null) => () => ({ verification: of({ nextStep }), handoff: null })
    phone.answers('verification.renew', renewed('open'))
    await page().open()
    expect(page().emptyHanded).toBe(true)
    phone.answers('verification.renew', renewed(null))
    await page().open()
    expect(page().emptyHanded).toBe(false)
    phone.answers('verification.renew', () => refused('BUSY'))
    await page().open()
    expect(page()).toMatchObject({ emptyHanded: false, failure: { code: 'BUSY' } })
  })

  test('before anything is known there is no way to open but the one that came along', async () => {
    phone.answers('verification.get', () => refused('NETWORK'))
    const page = await opened()
    await page().handoff.open(link)
    expect(page().handoff.held).toEqual(link)
    await page().open()
    await page().openLink()
    expect(phone.inputs('verification.renew')).toEqual([])
  })

  test('asked by hand, or pulled down, it is refreshed, or loaded where nothing is known', async () => {
    const page = await opened()
    await page().ask()
    expect([refreshes(), page().asked]).toEqual([[{ id: 'v_1' }], 1])
    await phone.happens('pullDown')
    expect([refreshes().length, page().asked, phone.given('stopPullDownRefresh').length]).toEqual([2, 2, 1])
    phone.answers('verification.get', () => refused('NETWORK'))
    const lost = await opened()
    await lost().ask()
    expect([refreshes().length, phone.inputs('verification.get').length]).toEqual([2, 3])
  })

  test.each(['ask', 'cancel'] as const)('while %s goes on it is said', async act => {
    const page = await opened()
    let begun: unknown
    phone.answers(act === 'ask' ? 'verification.refresh' : 'verification.cancel', () => {
      begun = page().busy
      return { verification: view }
    })
    await page()[act]()
    expect([begun, page().busy]).toEqual([act === 'ask' ? 'refresh' : 'cancel', null])
    expect(phone.asked[phone.asked.length - 1]?.[1]).toEqual({ id: 'v_1' })
  })

  test('a number is confirmed with the code WeChat gives, and why there is none is said', async () => {
    const page = await opened()
    let begun: unknown
    phone.answers('verification.confirmNumber', () => {
      begun = page().busy
      return { verification: view }
    })
    await page().confirmNumber({ errMsg: 'getPhoneNumber:fail user deny' })
    expect(page().complaint).toBe('refused')
    await page().confirmNumber({ errMsg: 'getPhoneNumber:fail' })
    expect(page().complaint).toBe('unavailable')
    expect(phone.inputs('verification.confirmNumber')).toEqual([])
    await page().confirmNumber({ code: 'phone-code', errMsg: 'ok' })
    expect(page().complaint).toBeNull()
    expect([begun, phone.inputs('verification.confirmNumber')]).toEqual([
      'confirm',
      [{ id: 'v_1', phoneCode: 'phone-code' }],
    ])
  })

  test('what was seen on the way back is passed on to the server', async () => {
    const page = await opened()
    await page().handoff.open(link)
    await phone.happens('hide')
    page()
    await phone.happens('show')
    await passed(page)
    expect(refreshes()).toEqual([{ id: 'v_1', hint: 'returned' }])
  })

  test('an older state never takes the place of a newer one', async () => {
    const page = await opened()
    view = of({ state: 'processing' })
    await page().ask()
    view = { ...of(), updatedAt: 1 }
    await page().ask()
    expect(page().view?.state).toBe('processing')
  })
})
