import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startTencentCloud, type TencentCloud } from '../../sandbox/tencent'
import { deployedFunctions, healthy } from '../../sandbox/tencent/deployed'
import { account, appId, envId, variables, writeBuild } from './shipped'

/** `npm run setup`, `deploy` and `doctor` as they are typed, in a folder of their own, over the network to the fake. */
const folder = mkdtempSync(path.join(os.tmpdir(), 'shipping 部署 '))
const settings = path.join(folder, '..', `${path.basename(folder)}.settings`)
const given = [
  'package.json',
  'cloudbaserc.json',
  'cloudfunctions',
  'docs',
  'miniprogram',
  'node_modules',
  'setup',
  'shipping',
  'tsconfig.json',
]
const credentials = {
  TENCENTCLOUD_SECRETID: account.secretId,
  TENCENTCLOUD_SECRETKEY: account.secretKey,
  WECHAT_APPSECRET: account.appSecret,
}
/** ms; each command is a process or two of its own, which take their time on a machine that has much to do. */
const patience = 240_000
let cloud: TencentCloud
/** All that was ever printed. */
let printed = ''

beforeAll(async () => {
  cloud = await startTencentCloud({
    envId,
    ...account,
    wechat: { appId, secret: account.appSecret, allowedIps: [], mayConfigure: true },
    upstream: deployedFunctions(() => healthy(Date.now())),
  })
  for (const name of given) symlinkSync(path.resolve(name), path.join(folder, name))
  writeBuild(path.join(folder, 'dist'), '0.1.0+aaaaaaaaaaaa')
  mkdirSync(path.join(folder, 'deploy'))
  const environment = { envId, appId, production: false, versions: ['release'] }
  writeFileSync(path.join(folder, 'deploy/shop.json'), JSON.stringify(environment))
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`)
  writeFileSync(settings, lines.join(''), { mode: 0o600 })
})
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
  rmSync(settings)
})

async function npmRun(
  command: string,
  env: Record<string, string> = {},
): Promise<{ code: number | null; said: string }> {
  const child = spawn(`npm run --silent ${command} --settings "$SETTINGS"`, {
    cwd: folder,
    shell: true,
    env: { ...process.env, SHIPPING_STAND_IN: cloud.url, SETTINGS: settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  printed += said
  return { code, said }
}

test('before there is a cloud, the plan of everything', async () => {
  const plan = await npmRun('deploy -- shop --dry-run')
  expect(plan).toEqual({ code: 0, said: expect.stringContaining('+ verifications  ADMINONLY') })
  expect(cloud.calls).toEqual([])
})

test(
  'deployed, deployed again with nothing to do, examined; opened by somebody, found, and closed by set-up',
  async () => {
    const first = await npmRun('deploy -- shop --yes --built', credentials)
    expect(first).toEqual({ code: 0, said: expect.stringContaining('已部署 deployed: 0.1.0+aaaaaaaaaaaa') })
    expect([...cloud.state.functions.keys()].sort()).toEqual(['api', 'callback', 'server', 'sweep'])
    const second = await npmRun('deploy -- shop --yes --built', credentials)
    expect(second).toEqual({ code: 0, said: expect.stringContaining('没有要改的 nothing to change') })

    const operators = cloud.state.collections.get('operators')
    if (operators) operators.acl = 'READONLY'
    const found = await npmRun('doctor -- shop --live --json', credentials)
    expect([found.code, JSON.parse(found.said).findings.map((each: { code: string }) => each.code)]).toEqual([
      1,
      ['COLLECTION_OPEN'],
    ])
    expect((await npmRun('setup -- shop', credentials)).code).toBe(0)
    expect(await npmRun('doctor -- shop --live', credentials)).toEqual({
      code: 0,
      said: '没有发现问题 no faults found\n',
    })
  },
  patience,
)

test(
  'a wrong key ends it before anything is done',
  async () => {
    cloud.calls.length = 0
    const wrong = await npmRun('deploy -- shop --yes --built', {
      ...credentials,
      TENCENTCLOUD_SECRETKEY: 'x',
    })
    expect(wrong).toEqual({ code: 2, said: expect.stringContaining('AuthFailure.SignatureFailure') })
    expect(cloud.calls.filter(call => !/^(Describe|Get)/.test(call))).toEqual([])
  },
  patience,
)

test('nothing secret was printed by any of them', () => {
  expect(printed).toContain('•••(')
  const { SEAL_KEYS, LOOKUP_KEY, OPERATOR_SETUP_CODE } = variables
  for (const secret of [account.secretKey, account.appSecret, SEAL_KEYS, LOOKUP_KEY, OPERATOR_SETUP_CODE])
    expect(printed).not.toContain(secret)
})
