import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startTencentCloud, type TencentCloud } from '../../sandbox/tencent'
import { deployedFunctions, type Healthy, healthy } from '../../sandbox/tencent/deployed'
import { createLocalApi } from '../../setup/apis/tencent'
import { findTarget } from '../../setup/target'
import { type Account, readAccount } from '../../shipping/account'
import { readBuild } from '../../shipping/build'
import type { Deployment } from '../../shipping/deploy/deployment'
import { type RunOptions, run, type Surroundings } from '../../shipping/deploy/run'
import type { Finding } from '../../shipping/doctor/finding'
import { examine } from '../../shipping/doctor/live'
import type { ShippingEnvironment } from '../../shipping/environment'
import { wantedFunctions, wantedRules } from '../../shipping/wantedFunctions'

export const envId = 'hub-test-1a2b3c'
export const appId = 'wx0123456789abcdef'
export const account = {
  secretId: 'AKIDsandbox',
  secretKey: 'sandbox-secret',
  appSecret: 'sandbox-app-secret',
}
const key = (letter: string) => Buffer.alloc(32, letter).toString('base64')

export const variables: Record<string, string> = {
  SEAL_KEYS: `k1:${key('a')}`,
  LOOKUP_KEY: key('b'),
  CALLBACK_BASE_URL: `https://${envId}.service.tcloudbase.com/callback`,
  POLICY_VERSION: '2026-11',
  POLICY_CONTROLLER: '示例科技有限公司',
  OPERATOR_SETUP_CODE: 'sixteen-characters',
}

/** An empty account of Tencent's and WeChat's, and a build to deploy there. */
export interface ShippedWorld {
  cloud: TencentCloud
  environment: ShippingEnvironment
  /** What the functions say of themselves; null: they are too old to. */
  inside: { answer: Healthy | null }
  examine(change?: Partial<Deployment>): Promise<Finding[]>
  /** As `npm run deploy` finds its ways there: signed, over the network. */
  account(): Account
  /** As `npm run deploy` puts it together, but without the network between; `change` what differs. */
  deployment(change?: Partial<Deployment>): Promise<Deployment>
  deploy(
    options?: Partial<RunOptions>,
    change?: Partial<Deployment>,
    ask?: Surroundings['ask'],
  ): Promise<{ code: number; said: string }>
  /** Folder of a build that calls itself so. */
  built(release: string): string
  close(): Promise<void>
}

export async function startShippedWorld(): Promise<ShippedWorld> {
  const inside: ShippedWorld['inside'] = { answer: healthy(Date.now()) }
  const cloud = await startTencentCloud({
    envId,
    ...account,
    wechat: { appId, secret: account.appSecret, allowedIps: [], mayConfigure: true },
    upstream: deployedFunctions(() => inside.answer),
  })
  const root = mkdtempSync(path.join(os.tmpdir(), 'shipped-'))
  const environment: ShippingEnvironment = {
    name: 'test',
    envId,
    appId,
    region: 'ap-shanghai',
    production: false,
    versions: ['trial'],
    domain: null,
    fixedEgress: false,
    plan: undefined,
  }
  const folders = new Map<string, string>()
  const built = (release: string) => {
    const folder = folders.get(release) ?? writeBuild(path.join(root, release), release)
    folders.set(release, folder)
    return folder
  }
  const world: ShippedWorld = {
    cloud,
    environment,
    inside,
    built,
    examine: async change => examine(await world.deployment(change), Date.now()),
    account() {
      const ways = readAccount(
        {
          TENCENTCLOUD_SECRETID: account.secretId,
          TENCENTCLOUD_SECRETKEY: account.secretKey,
          WECHAT_APPSECRET: account.appSecret,
          SHIPPING_STAND_IN: cloud.url,
        },
        environment,
      )
      if (!ways) throw new Error('no credentials')
      return ways
    },
    async deployment(change = {}) {
      const ways = world.account()
      const functions = wantedFunctions()
      const tcb = createLocalApi((action, parameters) => cloud.answer('tcb', action, parameters))
      const deployment: Deployment = {
        environment,
        target: await findTarget(tcb, envId),
        scf: createLocalApi((action, parameters) => cloud.answer('scf', action, parameters)),
        wechat: ways.wechat,
        functions,
        variables,
        rules: wantedRules(),
        build: readBuild(
          built('0.1.0+aaaaaaaaaaaa'),
          functions.map(({ name }) => name),
        ),
        uploader: { uploaded: null, upload: null, why: 'no key' },
        fetchText: ways.fetchText,
        certificateEnds: async () => Date.now() + 90 * 24 * 3600_000,
        wait: async () => {},
      }
      return { ...deployment, ...change }
    },
    async deploy(options = {}, change = {}, ask = null) {
      const said: string[] = []
      const deployment = await world.deployment(change)
      const code = await run(
        deployment,
        { only: null, dryRun: false, yes: true, ...options },
        { say: text => said.push(text), ask, examine: () => examine(deployment, Date.now()), keep: () => {} },
      )
      return { code, said: said.join('\n') }
    },
    async close() {
      rmSync(root, { recursive: true, force: true })
      await cloud.close()
    },
  }
  return world
}

/** As small as a build can be. */
export function writeBuild(folder: string, release: string): string {
  for (const { name } of wantedFunctions()) {
    const place = path.join(folder, 'cloudfunctions', name)
    mkdirSync(place, { recursive: true })
    writeFileSync(path.join(place, 'index.js'), `exports.main = () => ${JSON.stringify(release)}`)
    writeFileSync(path.join(place, 'package.json'), JSON.stringify({ name, version: release }))
  }
  mkdirSync(path.join(folder, 'weapp'), { recursive: true })
  writeFileSync(path.join(folder, 'weapp/app.json'), '{"__usePrivacyCheck__":true}')
  return folder
}
