import type { LinkView } from '../../../cloud/types'
import { situationOf, toFetch, withLink } from './situation'

const now = 1000
const link = (part: Partial<LinkView> = {}): LinkView => ({
  group: '0123456789abcdef_1',
  administrator: { name: '王*', mobile: '138****8000' },
  rows: 3,
  state: 'live',
  link: {
    app: { kind: 'miniProgram', appId: 'wx1', path: 'p', envVersion: 'release', embedded: true },
    qrImage: 'https://vendor.example/qr.png',
    url: 'https://vendor.example/long',
    shortUrl: 'https://vendor.example/s',
    page: 'packages/verify/link/index?id=x&t=y',
    expiresAt: 2000,
  },
  unasked: 0,
  leftOut: [],
  notCovered: 0,
  failures: [],
  ...part,
})

test.each([
  ['live', link(), 'live'],
  ['stale', link({ state: 'stale' }), 'stale'],
  ['expired as the server says', link({ state: 'expired' }), 'over'],
  ['expired without an address', link({ state: 'expired', link: null }), 'over'],
  ['never made', link({ state: 'none', link: null }), 'none'],
] as const)('a link that is %s', (_name, view, expected) => {
  expect(situationOf(view, now)).toBe(expected)
})

test('a link whose time ran out on the screen is over', () => {
  expect(situationOf(link(), 2000)).toBe('over')
  expect(situationOf(link({ state: 'stale' }), 2000)).toBe('over')
})

test('only what was never made, and has rows, is fetched by itself', () => {
  const none = { state: 'none', link: null } as const
  expect(
    toFetch([link({ group: 'a' }), link({ group: 'b', ...none }), link({ group: 'c', rows: 0, ...none })]),
  ).toEqual(['b'])
})

test('a fresh link takes the place of the old one', () => {
  const fresh = link({ group: 'b', rows: 9 })
  expect(withLink([link({ group: 'a' }), link({ group: 'b' })], fresh).map(each => each.rows)).toEqual([3, 9])
})
