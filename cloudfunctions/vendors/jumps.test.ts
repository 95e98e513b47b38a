import type { Handoff } from '../contract/handoff'
import type { Driver, Jumps } from './driver'
import { jumps as ofEsign } from './esign/jumps'
import { jumps as ofEss } from './ess/jumps'
import { guarded, isKnown, isKnownUrl } from './jumps'
import { jumps as ofQiyuesuo } from './qiyuesuo/jumps'

const production = { environment: 'production', baseUrl: null, linkHosts: [] } as const
const web = (url: string): Handoff => ({
  kind: 'webUrl',
  url,
  qrImage: '',
  singleUse: false,
  expiresAt: null,
})
const miniProgram = (appId: string): Handoff => ({
  kind: 'miniProgram',
  appId,
  path: 'p',
  envVersion: 'release',
  embedded: false,
})
const plugin = (url: string): Handoff => ({ kind: 'plugin', url, events: {}, leaveEvent: 'leave' })

const known: [string, Jumps, Handoff][] = [
  ['契约锁 plugin', ofQiyuesuo(production), plugin('plugin://qyssdk-plugin/personal-auth?ticket=t')],
  ['契约锁 link', ofQiyuesuo(production), web('https://auth.qiyuesuo.com/x?y=z')],
  ['电子签 mini-program', ofEss(production), miniProgram('wxa023b292fd19d41d')],
  ['电子签 short link', ofEss(production), web('https://essurl.cn/abc')],
  [
    '电子签 long link',
    ofEss(production),
    web('https://res.ess.tencent.cn/cdn/h5-activity/jump-mp.html?to=X'),
  ],
  [
    '电子签 link for computers',
    ofEss(production),
    web('https://qian.tencent.com/console/batch-register?token=t'),
  ],
  [
    '电子签 code',
    ofEss(production),
    { kind: 'qrImage', url: 'https://dyn.ess.tencent.cn/imgs/a.png', expiresAt: null },
  ],
  ['e签宝 mini-program', ofEsign(production), miniProgram('wx1cf2708c2de46337')],
  ['e签宝 short link', ofEsign(production), web('https://t.tsign.cn/abc')],
  ['e签宝 long link', ofEsign(production), web('https://idverify.esign.cn/identity?param=x')],
  [
    'a host that was added',
    ofEsign({ ...production, linkHosts: ['own.example.com'] }),
    web('https://own.example.com/a'),
  ],
]
test.each(known)('%s is known', (_what, jumps, handoff) => {
  expect(isKnown(handoff, jumps)).toBe(true)
})

test.each([
  ['another appId', ofEss(production), miniProgram('wx0000000000000000')],
  ['the appId of the test world', ofEss(production), miniProgram('wx371151823f6f3edf')],
  ['the appId of another vendor', ofEss(production), miniProgram('wx1cf2708c2de46337')],
  ['another plugin', ofQiyuesuo(production), plugin('plugin://other/personal-auth?ticket=t')],
  ['another page of the plugin', ofQiyuesuo(production), plugin('plugin://qyssdk-plugin/other')],
  ['a page of ours', ofQiyuesuo(production), plugin('/packages/verify/start/index')],
  ['plain http', ofEss(production), web('http://essurl.cn/abc')],
  ['a port', ofEss(production), web('https://essurl.cn:8443/abc')],
  ['a host that only ends alike', ofEss(production), web('https://evilessurl.cn/abc')],
  ['a host that only begins alike', ofEss(production), web('https://essurl.cn.evil.example/abc')],
  ['a user name that looks like the host', ofEss(production), web('https://essurl.cn@evil.example/')],
  ['a backslash', ofEss(production), web('https://evil.example\\@essurl.cn/')],
  ['a script', ofEss(production), web('javascript:alert(1)//essurl.cn')],
  ['no address', ofEss(production), web('')],
  [
    'the local world',
    ofEss({ ...production, baseUrl: 'http://127.0.0.1:8688' }),
    web('http://127.0.0.1:8688/a'),
  ],
] as [string, Jumps, Handoff][])('%s is not', (_what, jumps, handoff) => {
  expect(isKnown(handoff, jumps)).toBe(false)
})

test('the local world shows pages of its own, of exactly its place', () => {
  const local = ofEss({ environment: 'test', baseUrl: 'http://127.0.0.1:8688', linkHosts: [] })
  expect(isKnownUrl('http://127.0.0.1:8688/a', local)).toBe(true)
  expect(isKnownUrl('http://127.0.0.1:8689/a', local)).toBe(false)
})

test('a vendor that names another host, or another mini-program, is an error and nothing is handed on', async () => {
  const jumps = ofEss(production)
  const evil = web('https://evil.example/')
  const driver = {
    start: async () => ({ kind: 'ok', value: { kind: 'handoff', handoff: evil, refs: {} } }),
    openContract: async () => ({ kind: 'ok', value: miniProgram('wx0000000000000000') }),
    batch: {
      prepared: async () => ({ kind: 'ok', value: [{ url: '' }, { url: 'https://evil.example/' }] }),
      link: async () => ({
        kind: 'ok',
        value: {
          app: miniProgram('wxa023b292fd19d41d'),
          qrImage: 'https://dyn.ess.tencent.cn/a.png',
          url: 'https://essurl.cn/a',
          shortUrl: 'https://evil.example/b',
        },
      }),
    },
  }
  const careful = guarded(driver as object as Driver, jumps)
  const answers = [
    await careful.start({} as never),
    await careful.openContract?.({} as never),
    await careful.batch?.prepared('t'),
    await careful.batch?.link({} as never),
  ]
  for (const answer of answers) {
    expect(answer).toMatchObject({ kind: 'misconfigured', code: 'JUMP_UNKNOWN' })
    expect(JSON.stringify(answer)).not.toContain('evil')
  }
})
