import { mount } from '../../test/support/hooks'
import type { Handoff, Hint } from '../cloud/types'
import type { FollowListener, FollowResult } from './follow'
import { useHandoff } from './use-handoff'

const mockPage = { show: () => {}, hide: () => {} }
const mockFollow = jest.fn<Promise<FollowResult>, [Handoff, FollowListener]>()
const mockKnown = jest.fn(async () => true)
jest.mock('@tarojs/taro', () => ({
  useDidShow: (work: () => void) => {
    mockPage.show = work
  },
  useDidHide: (work: () => void) => {
    mockPage.hide = work
  },
}))
jest.mock('react', () => jest.requireActual('../../test/support/hooks'))
jest.mock('./follow', () => ({ follow: (...given: [Handoff, FollowListener]) => mockFollow(...given) }))
jest.mock('./known', () => ({ isKnownHandoff: () => mockKnown() }))

const plugin: Handoff = { kind: 'plugin', url: 'plugin://alias/page', events: {}, leaveEvent: 'leave' }
const link: Handoff = {
  kind: 'webUrl',
  url: 'https://vendor.example/a',
  qrImage: '',
  singleUse: false,
  expiresAt: null,
}
const jump: Handoff = {
  kind: 'miniProgram',
  appId: 'wx1',
  path: 'pages/a',
  envVersion: 'release',
  embedded: false,
}

beforeEach(() => {
  mockFollow.mockReset()
  mockKnown.mockReset().mockResolvedValue(true)
})

/** A page that has got a handoff; `report` is the plugin's word, `letGo` what lets go of the plugin. */
async function received(handoff: Handoff, result: FollowResult) {
  const hints: Hint[] = []
  const letGo = jest.fn()
  let report = (_hint: Hint) => {}
  mockFollow.mockImplementation(async (_handoff, { onHint, onOpened }) => {
    report = onHint
    if (result === 'opened') onOpened?.(letGo)
    return result
  })
  const onHint = (hint: Hint) => hints.push(hint)
  const page = mount(() => useHandoff(onHint))
  await page().receive(handoff)
  page()
  return {
    page,
    hints,
    letGo,
    report: (hint: Hint) => report(hint),
    /** Away to the other side and back again; WeChat tells the page of both. */
    leaves: () => mockPage.hide(),
    returns: () => {
      page()
      mockPage.show()
    },
  }
}

test('the word of the plugin that comes before the return is passed on once, with the return', async () => {
  const { hints, report, leaves, returns } = await received(plugin, 'opened')
  expect(hints).toEqual(['opened'])
  leaves()
  report('passed')
  expect(hints).toEqual(['opened'])
  returns()
  expect(hints).toEqual(['opened', 'passed'])
})

test('the word of the plugin that comes after the return is passed on too', async () => {
  const { hints, report, leaves, returns } = await received(plugin, 'opened')
  leaves()
  returns()
  report('failed')
  expect(hints).toEqual(['opened', 'returned', 'failed'])
})

test('who comes back has let go of the plugin, once', async () => {
  const { letGo, leaves, returns } = await received(plugin, 'opened')
  leaves()
  expect(letGo).not.toHaveBeenCalled()
  returns()
  leaves()
  returns()
  expect(letGo).toHaveBeenCalledTimes(1)
})

test('a page that shows a link tells every return; one that has opened something tells one', async () => {
  const shown = await received(link, 'show')
  expect(shown.page()).toMatchObject({ held: link, followed: true, trouble: null })
  for (const _time of [1, 2]) {
    shown.leaves()
    shown.returns()
  }
  expect(shown.hints).toEqual(['returned', 'returned'])

  const opened = await received(plugin, 'opened')
  for (const _time of [1, 2]) {
    opened.leaves()
    opened.returns()
  }
  expect(opened.hints).toEqual(['opened', 'returned'])
})

test('a page that was only covered for a moment, before anything was opened, tells nothing', async () => {
  const { hints, leaves, returns } = await received(jump, 'opened')
  leaves()
  returns()
  expect(hints).toEqual([])
})

test('another mini-program is opened by a tap, not by itself', async () => {
  const { page, hints } = await received(jump, 'opened')
  expect(mockFollow).not.toHaveBeenCalled()
  expect(page()).toMatchObject({ held: jump, followed: false })
  await page().open(jump)
  expect(page()).toMatchObject({ held: jump, followed: true })
  expect(hints).toEqual(['opened'])
})

test.each([
  ['canceled', 'jumpCanceled'],
  ['unavailable', 'unavailable'],
] as const)('what ends %s says so, and nobody waits for a return', async (result, trouble) => {
  const { page, hints, report, leaves, returns } = await received(plugin, result)
  expect(page()).toMatchObject({ trouble, followed: false, held: null })
  leaves()
  returns()
  expect(hints).toEqual([])
  // Of one that was not opened nothing is expected, but nothing is lost either.
  report('passed')
  expect(hints).toEqual(['passed'])
})

test('what was said of the first way is not said of the second', async () => {
  const { page, hints, report, leaves, returns } = await received(plugin, 'opened')
  report('failed')
  leaves()
  returns()
  await page().open(plugin)
  leaves()
  returns()
  expect(hints).toEqual(['opened', 'failed', 'opened', 'returned'])
})

test('the trouble of before is gone with the next way, or when the page is reset', async () => {
  const { page } = await received(jump, 'canceled')
  await page().open(jump)
  expect(page()).toMatchObject({ trouble: 'jumpCanceled', held: jump })
  mockFollow.mockResolvedValue('opened')
  await page().open(jump)
  expect(page().trouble).toBeNull()
  mockFollow.mockResolvedValue('unavailable')
  await page().open(jump)
  page().reset()
  expect(page()).toMatchObject({ trouble: null, held: null })
})

test('where the set-up knows of nothing is not followed, and what was held before is gone', async () => {
  const { page } = await received(jump, 'opened')
  mockKnown.mockResolvedValue(false)
  await page().receive(plugin)
  expect(mockFollow).not.toHaveBeenCalled()
  expect(page()).toMatchObject({ trouble: 'unavailable', held: null, followed: false })
})

test('whoever listens by now is told', async () => {
  mockFollow.mockResolvedValue('opened')
  const told: string[] = []
  let who = 'first'
  const page = mount(() => {
    const name = who
    return useHandoff(hint => told.push(`${name} ${hint}`))
  })
  who = 'second'
  await page().receive(plugin)
  expect(told).toEqual(['second opened'])
})
