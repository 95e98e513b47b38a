import { mount } from '../../../../test/support/hooks'
import { phone } from '../../../../test/support/taro'

import { useVendor } from '../shared/use-vendor'
import { linkText } from './texts'
import { useShare } from './use-share'
import { validityText } from './validity'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const links = [
  { rows: 2, link: { page: 'packages/a?token=1' } },
  { rows: 5, link: null },
  { rows: 7, link: { page: 'packages/a?token=3' } },
]
const card = (from: string, id?: string) =>
  phone.happens('share', { from, target: id === undefined ? undefined : { id } })
const ofApp = { title: linkText('share.app'), path: '/pages/home/index', imageUrl: '/assets/share.png' }

test('the card is that of the button that was pressed, and otherwise only the app’s', async () => {
  phone.reset()
  phone.answers('config.get', () => ({
    policy: { controller: '示例公司' },
    vendorNames: { one: { zh: '一号', en: 'One' }, two: { zh: '二号', en: 'Two' } },
    vendors: [
      { id: 'one', batch: false },
      { id: 'two', batch: true },
    ],
  }))
  const page = mount(() => {
    useShare(Object(links))
    return useVendor()
  })
  const title = (controller: string, n: number) => linkText('share.title', { controller, n })
  const imageUrl = '/assets/share.png'
  expect(await card('button', 'link-send-1')).toEqual({
    title: title('', 2),
    path: '/packages/a?token=1',
    imageUrl,
  })
  expect(await page.settled()).toBe('二号')
  expect(await card('button', 'link-send-3')).toEqual({
    title: title('示例公司', 7),
    path: '/packages/a?token=3',
    imageUrl,
  })
  for (const [from, id] of [
    ['button', 'link-send-2'],
    ['button', 'link-send-4'],
    ['button', 'my-link-send-1'],
    ['button', 'link-send-1x'],
    ['button'],
    ['menu', 'link-send-1'],
    ['menu'],
  ] as const)
    expect(await card(from, id)).toEqual(ofApp)
})

const minute = 60_000
test.each([
  [0, ['valid.over']],
  [30_000, ['valid.lastMinute']],
  [5 * minute, ['valid.minutes', { minutes: 5 }]],
  [3 * 60 * minute, ['valid.hours', { hours: 3 }]],
  [48 * 60 * minute, ['valid.wholeDays', { days: 2 }]],
  [51 * 60 * minute, ['valid.days', { days: 2, hours: 3 }]],
] as const)('with %s ms left it is said how long a link is good', (left, [key, params]) => {
  const now = Date.UTC(2026, 0, 1)
  const text = validityText(now + left, now)
  expect(text).toContain(linkText(key, params))
  expect(/\d\d:\d\d/.test(text)).toBe(left > 0)
})
