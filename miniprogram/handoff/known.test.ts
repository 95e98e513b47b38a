import type { Handoff, Redirect } from '../cloud/types'
import { knownConfig } from '../cloud/use-config'
import { isKnownHandoff, isKnownRedirect, leadsToKnown } from './known'

jest.mock('../cloud/use-config', () => ({ knownConfig: jest.fn() }))

const jumps = {
  appIds: ['wxa023b292fd19d41d'],
  plugins: ['plugin://alias/page', 'plugin://second/page'],
  hosts: ['vendor.example', '127.0.0.1:8687'],
  redirects: ['wx0123456789abcdef', 'www.example.com'],
}
const web = (url: string): Handoff => ({
  kind: 'webUrl',
  url,
  qrImage: '',
  singleUse: false,
  expiresAt: null,
})
const app = (appId: string): Handoff => ({
  kind: 'miniProgram',
  appId,
  path: '',
  envVersion: 'release',
  embedded: false,
})
const plugin = (url: string): Handoff => ({ kind: 'plugin', url, events: {}, leaveEvent: 'x' })

test.each([
  [true, app('wxa023b292fd19d41d')],
  [false, app('wx0000000000000000')],
  [true, plugin('plugin://alias/page?ticket=t')],
  [true, plugin('plugin://alias/page')],
  [false, plugin('plugin://other/page?ticket=t')],
  [false, plugin('plugin://alias/pages?ticket=t')],
  [true, web('https://vendor.example/a')],
  [true, web('https://link.vendor.example?a')],
  [true, web('HTTPS://Vendor.example#a')],
  [true, web('https://vendor.example')],
  [false, web('https://vendor.example\\@evil.example')],
  [false, web('evil:https://vendor.example/a')],
  [true, web('http://127.0.0.1:8687/a')],
  [false, web('http://vendor.example/a')],
  [false, web('https://evilvendor.example/a')],
  [false, web('https://vendor.example.evil/a')],
  [false, web('https://vendor.example@evil/a')],
  [false, web('https://vendor.example:99/a')],
  [false, web('javascript:vendor.example')],
  [true, { kind: 'qrImage', url: 'https://vendor.example/a.png', expiresAt: null }],
  [false, { kind: 'qrImage', url: 'https://evil.example/a.png', expiresAt: null }],
  [false, { kind: 'newer', url: 'https://vendor.example' } as never],
] as [boolean, Handoff][])('%s: %j', (expected, handoff) => {
  expect(leadsToKnown(handoff, jumps)).toBe(expected)
})

test.each([
  [true, { kind: 'miniProgram', appId: 'wx0123456789abcdef', path: '' }],
  [false, { kind: 'miniProgram', appId: 'wxa023b292fd19d41d', path: '' }],
  [true, { kind: 'webUrl', url: 'https://www.example.com/a' }],
  [false, { kind: 'webUrl', url: 'https://evil.example/www.example.com' }],
  [false, { kind: 'webUrl', url: 'javascript:alert(1)' }],
] as [boolean, Redirect][])('%s: %j', (expected, redirect) => {
  expect(isKnownRedirect(redirect, jumps)).toBe(expected)
})

test('what is known is what the set-up says; as long as it says nothing, nothing is', async () => {
  jest.mocked(knownConfig).mockResolvedValueOnce(Object({ jumps }))
  expect(await isKnownHandoff(app('wxa023b292fd19d41d'))).toBe(true)
  jest.mocked(knownConfig).mockRejectedValueOnce(new Error('no network'))
  expect(await isKnownHandoff(app('wxa023b292fd19d41d'))).toBe(false)
})
