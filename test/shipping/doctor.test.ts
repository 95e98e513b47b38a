import { render } from '../../setup/plan'
import { deploySteps } from '../../shipping/deploy/steps'
import type { Bench } from '../../shipping/doctor/finding'
import { project } from '../../shipping/doctor/project'
import { settings } from '../../shipping/doctor/settings'
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
}
const codesOf = (bench: Bench) => [project, settings].flatMap(check => check(bench)).map(({ code }) => code)
const withVariables = (changes: Record<string, string>): Bench => ({
  ...clean,
  variables: { ...variables, ...changes },
})
const withApi = (changes: Partial<Bench['functions'][number]>): Bench => ({
  ...clean,
  functions: clean.functions.map(each => ({ ...each, ...changes })),
})

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
  ['ENVIRONMENT_MIX', { ...clean, production: true, variables: { ...variables, ...vendor('test') } }],
  ['ENVIRONMENT_MIX', withVariables({ ...vendor('production'), ...strong })],
  ['CODE_VERSION', withVariables({ CODE_VERSION: 'trial' })],
  ['SETTINGS_IN_TREE', { ...clean, isSettingsInTree: true }],
  ['ENV_ID', { ...clean, envId: 'your-env-id' }],
  ['APPID', { ...clean, appId: 'touristappid' }],
  ['NOT_BUILT', { ...clean, isBuilt: false }],
  ['RUNTIME', withApi({ runtime: 'Nodejs12.16' })],
  ['RC_SCHEMA', withApi({ handler: 'index.handler' })],
  ['CRON', { ...clean, crons: ['*/5 * * * *'] }],
  ['OPENAPI_LIST', { ...clean, usedOpenapi: [...calls, 'wxacode.getUnlimited'] }],
  ['OPENAPI_LIST', { ...clean, openapi: { api: [...calls, 'wxacode.get'] } }],
])('%s is found, alone, and says how it is mended', (code, bench) => {
  const found = [project, settings].flatMap(check => check(bench))
  expect(found.map(each => each.code)).toEqual([code])
  for (const { wrong, mend } of found) expect([wrong, mend].every(text => text.length > 5)).toBe(true)
})

test('no value of a setting is in what the doctor or the plan prints', async () => {
  const secret = 'a-value-nobody-may-read'
  const bench = withVariables({ LOOKUP_KEY: secret, SEAL_KEYS: secret, CALLBACK_BASE_URL: secret })
  const printed = JSON.stringify([project, settings].flatMap(check => check(bench)))
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
