import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sandboxKeys } from '../../sandbox/settings'
import { render } from '../../setup/plan'
import { deploySteps } from '../../shipping/deploy/steps'
import { readBench } from '../../shipping/doctor/bench'
import type { Bench } from '../../shipping/doctor/finding'
import { examineOffline } from '../../shipping/doctor/offline'
import { calledIn, guideWords, readWeapp, type Weapp } from '../../shipping/doctor/weapp'
import { readEnvironment } from '../../shipping/environment'
import { emptyDeployment } from '../../shipping/offline'

const key = (letter: string) => Buffer.alloc(32, letter).toString('base64')
const variables: Record<string, string> = {
  SEAL_KEYS: `k1:${key('a')}`,
  LOOKUP_KEY: key('b'),
  CALLBACK_BASE_URL: 'https://hub.example.com/callback',
  POLICY_VERSION: '2026-11',
  POLICY_CONTROLLER: '示例科技有限公司',
}
const vendor = (environment: string) => ({
  QIYUESUO_APP_TOKEN: 'a-token',
  QIYUESUO_APP_SECRET: 'a-secret',
  QIYUESUO_ENVIRONMENT: environment,
})
/** Of production nothing weaker is taken. */
const strong = {
  SEAL_KEYS: `k1:${Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('base64')}`,
  LOOKUP_KEY: Buffer.from(Array.from({ length: 32 }, (_, at) => 255 - at)).toString('base64'),
}
const calls = ['phonenumber.getPhoneNumber']
const plugin = { alias: 'qyssdk-plugin', version: '1.2.26', provider: 'wxaf8f505686ddf66a' }
const weapp: Weapp = {
  packages: [{ name: '主包', bytes: 2 * 1024 * 1024 }],
  plugins: [plugin],
  usesPrivacyCheck: true,
  privateCalls: ['setClipboardData', 'getPhoneNumber'],
}
const clean: Bench = {
  variables,
  functions: [{ name: 'api', handler: 'index.main', runtime: 'Nodejs20.19', timeout: 20 }],
  envId: 'hub-1a2b3c',
  openapi: { api: calls },
  crons: ['0 */5 * * * * *'],
  appId: 'wx0123456789abcdef',
  production: false,
  versions: ['release'],
  isSettingsInTree: false,
  usedOpenapi: calls,
  isBuilt: true,
  rcCrons: ['0 */5 * * * * *'],
  hasPlan: false,
  weapp,
  wantedPlugins: [{ vendor: 'qiyuesuo', ...plugin }],
  privacyGuide: '| 用户隐私保护指引:手机号、剪切板 |',
}
const withWeapp = (change: Partial<Weapp>): Bench => ({ ...clean, weapp: { ...weapp, ...change } })
const codesOf = (bench: Bench) => examineOffline(bench).map(({ code }) => code)
const withVariables = (changes: Record<string, string>): Bench => ({
  ...clean,
  variables: { ...variables, ...changes },
})
const withVendor = withVariables(vendor('test'))
const withApi = (changes: Partial<Bench['functions'][number]>): Bench => ({
  ...clean,
  functions: clean.functions.map(each => ({ ...each, ...changes })),
})

const elevenPackages = Array.from({ length: 11 }, (_, at) => ({ name: `p${at}`, bytes: 2 * 1024 * 1024 }))

test('nothing is found where nothing is wrong', () => {
  expect(codesOf(clean)).toEqual([])
})

test.each<[string, Bench]>([
  ['SETTINGS_MISSING', { ...clean, variables: null }],
  ['CONFIG_LOOKUP_KEY', withVariables({ LOOKUP_KEY: 'short' })],
  ['CONFIG_POLICY_VERSION', withVariables({ POLICY_VERSION: '' })],
  ['ENV_SIZE', withVariables({ POLICY_CONTROLLER: 'x'.repeat(4096) })],
  ['KEY_REUSED', withVariables({ LOOKUP_KEY: key('a') })],
  ['CALLBACK_URL', withVariables({ CALLBACK_BASE_URL: 'http://hub.example.com/callback' })],
  ['CALLBACK_URL', withVariables({ CALLBACK_BASE_URL: 'https://10.0.0.1/callback' })],
  ['TIMEOUT_MATH', withApi({ timeout: 16 })],
  ['ENVIRONMENT_MIX', { ...withVendor, production: true, hasPlan: true }],
  ['ENVIRONMENT_MIX', withVariables({ ...vendor('production'), ...strong })],
  ['CODE_VERSION', withVariables({ CODE_VERSION: 'trial' })],
  ['SETTINGS_IN_TREE', { ...clean, isSettingsInTree: true }],
  ['ENV_ID', { ...clean, envId: 'your-env-id' }],
  ['APPID', { ...clean, appId: 'touristappid' }],
  ['NOT_BUILT', { ...clean, isBuilt: false }],
  ['RUNTIME', withApi({ runtime: 'Nodejs12.16' })],
  ['RC_SCHEMA', withApi({ handler: 'index.handler' })],
  ['CRON', { ...clean, crons: ['*/5 * * * *'], rcCrons: ['*/5 * * * *'] }],
  ['RC_DRIFT', { ...clean, rcCrons: ['*/30 * * * * * *'] }],
  ['KEY_IS_EXAMPLE', withVariables({ LOOKUP_KEY: sandboxKeys.LOOKUP_KEY })],
  ['KEY_IS_EXAMPLE', withVariables({ SEAL_KEYS: `k2:${key('c')},${sandboxKeys.SEAL_KEYS}` })],
  ['PLAN_UNKNOWN', { ...clean, production: true }],
  ['PACKAGE_SIZE', withWeapp({ packages: [{ name: '主包', bytes: 2 * 1024 * 1024 + 1 }] })],
  ['PACKAGE_SIZE', withWeapp({ packages: elevenPackages })],
  ['PLUGIN', { ...withVendor, weapp: { ...weapp, plugins: [] } }],
  ['PLUGIN', withWeapp({ plugins: [plugin, { ...plugin, alias: 'again' }] })],
  ['PLUGIN_VERSION', withWeapp({ plugins: [{ ...plugin, version: 'latest' }] })],
  ['PRIVACY_CHECK', withWeapp({ usesPrivacyCheck: false })],
  ['PRIVACY_LIST', withWeapp({ privateCalls: ['chooseMedia'] })],
  ['OPENAPI_LIST', { ...clean, usedOpenapi: [...calls, 'wxacode.getUnlimited'] }],
  ['OPENAPI_LIST', { ...clean, openapi: { api: [...calls, 'wxacode.get'] } }],
])('%s is found, alone, and says how it is mended', (code, bench) => {
  const found = examineOffline(bench)
  expect(found.map(each => each.code)).toEqual([code])
  for (const { wrong, mend } of found) expect([wrong, mend].every(text => text.length > 5)).toBe(true)
})

test('a plugin of a vendor that is not used need not be there', () => {
  expect(codesOf({ ...clean, weapp: { ...weapp, plugins: [] } })).toEqual([])
  expect(codesOf(withVendor)).toEqual([])
})

describe('what was built', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'weapp-'))
  afterAll(() => rmSync(root, { recursive: true }))
  const files: Record<string, string> = {
    'app.json': JSON.stringify({
      __usePrivacyCheck__: true,
      subPackages: [{ root: 'packages/verify', plugins: { a: { version: '1.0.0', provider: 'wx1' } } }],
    }),
    'app.js': 'n().chooseMedia({count:1})',
    'taro.js': 'e.getLocation()',
    'packages/verifying.js': 'beside the package',
    'packages/verify/index.js': 'jsx(B,{openType:"getPhoneNumber"})',
  }

  test('is weighed by its packages and searched for what the guide must name, frameworks left out', () => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
      writeFileSync(path.join(root, name), text)
    }
    const bytes = (...names: string[]) => names.reduce((sum, name) => sum + (files[name] ?? '').length, 0)
    expect(readWeapp(root)).toEqual({
      packages: [
        { name: '主包', bytes: bytes('app.json', 'app.js', 'taro.js', 'packages/verifying.js') },
        { name: 'packages/verify', bytes: bytes('packages/verify/index.js') },
      ],
      plugins: [{ alias: 'a', version: '1.0.0', provider: 'wx1' }],
      usesPrivacyCheck: true,
      privateCalls: ['getPhoneNumber', 'chooseMedia'],
    })
  })

  test('or is not there', () => {
    expect(readWeapp(path.join(root, 'elsewhere'))).toBeNull()
  })
})

test('the checklist names what the sources of the mini-program use, and no other interface of WeChat’s', () => {
  const sources = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map(file => readFileSync(path.join('miniprogram', file), 'utf8'))
  const used = new Set(calledIn(sources).map(call => guideWords[call] ?? call))
  expect(used.size).toBeGreaterThan(3)
  const { privacyGuide } = readBench(undefined, readEnvironment('example'))
  expect([...used].filter(word => !privacyGuide.includes(word))).toEqual([])
  // The plugin's own needs, said as such.
  const idle = Object.values(guideWords).filter(word => !used.has(word) && word !== '摄像头')
  expect(idle.filter(word => privacyGuide.includes(word))).toEqual([])
  expect(privacyGuide).toContain('摄像头(插件)')
})

test('the checklist asks for the base library the mini-program needs', () => {
  const source = readFileSync('miniprogram/entry/library.ts', 'utf8')
  const [, least] = /leastLibrary = '([\d.]+)'/.exec(source) ?? []
  expect(readFileSync('docs/deployment.md', 'utf8')).toContain(`基础库最低版本 ${least}`)
})

test('no value of a setting is in what the doctor or the plan prints', async () => {
  const secret = 'a-value-nobody-may-read'
  const bench = withVariables({ LOOKUP_KEY: secret, SEAL_KEYS: secret, CALLBACK_BASE_URL: secret })
  const printed = JSON.stringify(examineOffline(bench))
  const plan = await planOf(bench.variables ?? {})
  expect(printed + plan.join('\n')).not.toContain(secret)
  expect(plan.join('\n')).toContain('+ LOOKUP_KEY  •••(')
})

test('offline, everything is planned, in its order: closed before the functions come, the timer after everything they need', async () => {
  const names = (await planOf(variables)).map(text => text.split('\n')[0])
  expect(names).toEqual([
    '集合和权限 collections',
    '索引 indexes',
    '云存储权限 storage',
    '日志服务 logs',
    '云函数和变量 functions',
    '云调用权限 permissions.openapi',
    '函数安全规则 rule',
    'HTTP 访问 route',
    '定时器 timer(最后 last)',
    '小程序 mini-program',
  ])
})

async function planOf(settingsOfFunctions: Readonly<Record<string, string>>): Promise<string[]> {
  const steps = deploySteps(emptyDeployment(readEnvironment('example'), settingsOfFunctions), null)
  return Promise.all(steps.map(async ({ name, look }) => render(name, await look())))
}
