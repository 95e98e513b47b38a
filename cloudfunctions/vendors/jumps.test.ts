import type { Handoff } from '../contract/handoff'
import type { Driver } from './driver'
import { jumps as ofEsign } from './esign/jumps'
import { jumps as ofEss } from './ess/jumps'
import { guarded, isKnown, isKnownUrl, localHost } from './jumps'
import { jumps as ofQiyuesuo } from './qiyuesuo/jumps'

const production = { environment: 'production', baseUrl: null, linkHosts: [] } as const
const vendors = { qiyuesuo: ofQiyuesuo, ess: ofEss, esign: ofEsign }
type Row = [what: string, vendor: keyof typeof vendors, handoff: Handoff]
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

const known: Row[] = [
  ['契约锁 plugin', 'qiyuesuo', plugin('plugin://qyssdk-plugin/personal-auth?ticket=t')],
  ['契约锁 link', 'qiyuesuo', web('https://auth.qiyuesuo.com/x?y=z')],
  ['电子签 mini-program', 'ess', miniProgram('wxa023b292fd19d41d')],
  ['电子签 short link', 'ess', web('https://essurl.cn/abc')],
  ['电子签 long link', 'ess', web('https://res.ess.tencent.cn/cdn/h5-activity/jump-mp.html?to=X')],
  ['电子签 link for computers', 'ess', web('https://qian.tencent.com/console/batch-register?token=t')],
  ['电子签 code', 'ess', { kind: 'qrImage', url: 'https://dyn.ess.tencent.cn/imgs/a.png', expiresAt: null }],
  ['e签宝 mini-program', 'esign', miniProgram('wx1cf2708c2de46337')],
  ['e签宝 short link', 'esign', web('https://t.tsign.cn/abc')],
  ['e签宝 long link', 'esign', web('https://idverify.esign.cn/identity?param=x')],
  ['契约锁 plugin for companies', 'qiyuesuo', plugin('plugin://qyssdk-plugin/enterprise-auth?ticket=t')],
  ['契约锁 plugin for contracts', 'qiyuesuo', plugin('plugin://qyssdk-plugin/doc')],
]
test.each(known)('%s is known', (_what, vendor, handoff) => {
  expect(isKnown(handoff, vendors[vendor](production))).toBe(true)
})

test('a host that was added is known, of every vendor', () => {
  for (const jumps of Object.values(vendors))
    expect(
      isKnownUrl('https://own.example.com/a', jumps({ ...production, linkHosts: ['own.example.com'] })),
    ).toBe(true)
})

test.each([
  ['another appId', 'ess', miniProgram('wx0000000000000000')],
  ['the appId of the test world', 'ess', miniProgram('wx371151823f6f3edf')],
  ['the appId of another vendor', 'ess', miniProgram('wx1cf2708c2de46337')],
  ['another plugin', 'qiyuesuo', plugin('plugin://other/personal-auth?ticket=t')],
  ['a page whose name only begins alike', 'qiyuesuo', plugin('plugin://qyssdk-plugin/document?ticket=t')],
  ['a user name', 'ess', web('https://somebody@essurl.cn/abc')],
  ['a password', 'ess', web('https://:secret@essurl.cn/abc')],
  ['another page of the plugin', 'qiyuesuo', plugin('plugin://qyssdk-plugin/other')],
  ['a page of ours', 'qiyuesuo', plugin('/packages/verify/start/index')],
  ['plain http', 'ess', web('http://essurl.cn/abc')],
  ['a port', 'ess', web('https://essurl.cn:8443/abc')],
  ['a host that only ends alike', 'ess', web('https://evilessurl.cn/abc')],
  ['a host that only begins alike', 'ess', web('https://essurl.cn.evil.example/abc')],
  ['a user name that looks like the host', 'ess', web('https://essurl.cn@evil.example/')],
  ['a backslash', 'ess', web('https://evil.example\\@essurl.cn/')],
  ['a script', 'ess', web('javascript:alert(1)//essurl.cn')],
  ['no address', 'ess', web('')],
] satisfies Row[])('%s is not', (_what, vendor, handoff) => {
  expect(isKnown(handoff, vendors[vendor as Row[1]](production))).toBe(false)
})

test('only 契约锁 has plugins, and it has no mini-program', () => {
  const jumps = Object.values(vendors).map(each => each(production))
  expect(jumps.map(({ plugins }) => plugins.length)).toEqual([3, 0, 0])
  expect(jumps.map(({ appIds }) => appIds.length)).toEqual([0, 1, 1])
})

test('the local world shows pages of its own, of exactly its place', () => {
  const baseUrl = 'http://127.0.0.1:8688'
  for (const jumps of Object.values(vendors)) {
    const local = jumps({ environment: 'test', baseUrl, linkHosts: [] })
    const isLocal = (url: string) => isKnownUrl(url, local)
    expect(['http://127.0.0.1:8688/a', 'https://127.0.0.1:8688/a'].map(isLocal)).toEqual([true, true])
    expect(
      ['http://127.0.0.1:8689/a', 'http://127.0.0.1/a', 'xhttp://127.0.0.1:8688/a'].map(isLocal),
    ).toEqual([false, false, false])
    expect(isKnownUrl(`${baseUrl}/a`, jumps({ ...production, baseUrl }))).toBe(false)
  }
})

test.each([
  ['http://127.0.0.1:8688/x/y', ['127.0.0.1:8688']],
  ['https://proxy.example', ['proxy.example']],
  [null, []],
  ['proxy.example', []],
  ['see https://proxy.example', []],
])('the local host of %j is %j', (baseUrl, hosts) => {
  expect(localHost('test', baseUrl)).toStrictEqual(hosts)
})

/** A driver that answers everything with these. */
const answering = (answers: {
  start: object
  contract: object
  prepared: object
  link: object
}): ReturnType<typeof guarded> => {
  const driver = {
    start: async () => answers.start,
    openContract: async () => answers.contract,
    batch: { prepared: async () => answers.prepared, link: async () => answers.link },
  }
  return guarded(driver as object as Driver, ofEss(production))
}
const ok = (value: unknown) => ({ kind: 'ok', value })
const right = {
  start: ok({ kind: 'handoff', handoff: web('https://essurl.cn/a'), refs: {} }),
  contract: ok(miniProgram('wxa023b292fd19d41d')),
  prepared: ok([{ url: '' }, { url: 'https://essurl.cn/a' }]),
  link: ok({
    app: miniProgram('wxa023b292fd19d41d'),
    qrImage: 'https://dyn.ess.tencent.cn/a.png',
    url: 'https://essurl.cn/a',
    shortUrl: 'https://essurl.cn/b',
  }),
}
const failure = { kind: 'transient', code: 'BUSY', detail: 'later' }
const failing = { start: failure, contract: failure, prepared: failure, link: failure }

async function asked(answers: typeof right | typeof failing) {
  const driver = answering(answers)
  return {
    start: await driver.start({} as never),
    contract: await driver.openContract?.({} as never),
    prepared: await driver.batch?.prepared('t'),
    link: await driver.batch?.link({} as never),
  }
}

test('what leads to known places is handed on as it is, and so is what leads nowhere', async () => {
  const already = ok({ kind: 'already', rawStatus: 'code=1' })
  for (const answers of [right, failing, { ...right, start: already }])
    expect(await asked(answers)).toEqual(answers)
})

test('a driver without contracts or batches is given none', () => {
  const driver = guarded({ start: async () => failure } as object as Driver, ofEss(production))
  expect([driver.openContract, driver.batch]).toEqual([undefined, undefined])
})

test('a vendor that names another host, or another mini-program, is an error and nothing is handed on', async () => {
  const evil = 'https://evil.example/'
  const link = right.link.value as object
  const wrong: Partial<Record<keyof typeof right, object[]>> = {
    start: [{ kind: 'handoff', handoff: web(evil), refs: {} }],
    contract: [miniProgram('wx0000000000000000')],
    prepared: [[{ url: '' }, { url: evil }, { url: 'https://essurl.cn/a' }]],
    link: [
      { ...link, app: miniProgram('wx0000000000000000') },
      ...['qrImage', 'url', 'shortUrl'].map(name => ({ ...link, [name]: evil })),
    ],
  }
  for (const [call, values] of Object.entries(wrong))
    for (const value of values) {
      const answers = await asked({ ...right, [call]: ok(value) })
      expect(answers).toEqual({
        ...right,
        [call]: {
          kind: 'misconfigured',
          code: 'JUMP_UNKNOWN',
          detail: expect.stringContaining('_LINK_HOSTS'),
        },
      })
    }
})
