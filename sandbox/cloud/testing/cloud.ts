import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { partsLeftOut } from '../../../scripts/functions/leftOut'
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../index'
import type { Database, Sdk } from './sdk'

/**
 * Clouds for tests: temporary folders, fixture functions bundled as the real ones are (without the parts of the SDK that
 * those leave out), one call to end it all.
 */
export interface TestCloud extends LocalCloud {
  dataDir: string
  functionsDir: string
  /** Lines the functions printed. */
  log: string[]
  traffic: Parameters<NonNullable<LocalCloudOptions['onTraffic']>>[0][]
}

export interface TestFunction {
  name: string
  /** A file of __fixtures__. */
  fixture: 'sdk' | 'plain'
  config?: Record<string, unknown>
  timeoutSeconds?: number
}

const folders: string[] = []
const clouds: TestCloud[] = []

export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'local-cloud-'))
  folders.push(folder)
  return folder
}

/** Call it in afterAll. */
export async function cleanUp(): Promise<void> {
  const ended = clouds.splice(0)
  await Promise.all(ended.map(cloud => cloud.close()))
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true })
  // The SDK may swallow what such a part throws; the log has it.
  const reached = ended.flatMap(({ log }) => log).find(line => line.includes('SDK_PART_LEFT_OUT'))
  if (reached) throw new Error(`a call reaches what the bundles leave out: ${reached}`)
}

export async function startTestCloud(
  functions: TestFunction[],
  overrides: Partial<LocalCloudOptions> = {},
): Promise<TestCloud> {
  const functionsDir = overrides.functionsDir ?? (await buildFixtures(functions))
  const dataDir = overrides.dataDir ?? path.join(temporaryFolder(), 'data')
  const log: string[] = []
  const traffic: TestCloud['traffic'] = []
  const cloud = await startLocalCloud({
    host: '127.0.0.1',
    port: 0,
    dataDir,
    functionsDir,
    functions: functions.map(({ name, timeoutSeconds = 20 }) => ({ name, timeoutSeconds })),
    env: {},
    timers: false,
    concurrency: 2,
    onLog: ({ function: name, stream, line }) => log.push(`${name} ${stream} ${line}`),
    onTraffic: entry => traffic.push(entry),
    ...overrides,
  })
  const opened = { ...cloud, dataDir, functionsDir, log, traffic }
  clouds.push(opened)
  for (const { name, openapi } of cloud.declaredCalls()) grant(cloud, name, openapi)
  return opened
}

/** As a deployment does: until then every cloud call of a function is refused. */
export function grant(cloud: LocalCloud, functionName: string, openapi: readonly string[]): void {
  const config = JSON.stringify({ permissions: { openapi } })
  const given = { type: 1, env: cloud.envId, function_name: functionName, config }
  const { errcode, errmsg } = cloud.administerWeChat('/tcb/uploadfuncconfig', given)
  if (errcode !== 0) throw new Error(String(errmsg))
}

export async function buildFixtures(functions: TestFunction[]): Promise<string> {
  const functionsDir = path.join(temporaryFolder(), 'functions')
  for (const { name, fixture, config } of functions) {
    const folder = path.join(functionsDir, name)
    fs.mkdirSync(folder, { recursive: true })
    fs.copyFileSync(await bundleOf(fixture), path.join(folder, 'index.js'))
    if (config) fs.writeFileSync(path.join(folder, 'config.json'), JSON.stringify(config))
  }
  return functionsDir
}

const bundles = new Map<string, string>()

async function bundleOf(fixture: TestFunction['fixture']): Promise<string> {
  const known = bundles.get(fixture)
  if (known !== undefined && fs.existsSync(known)) return known
  const outfile = path.join(temporaryFolder(), `${fixture}.js`)
  await build({
    entryPoints: [path.resolve(`sandbox/cloud/__fixtures__/${fixture}.js`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    logLevel: 'error',
    plugins: fixture === 'sdk' ? [partsLeftOut()] : [],
  })
  bundles.set(fixture, outfile)
  return outfile
}

/** What the code of a test finds inside the function. */
export interface Inside<Input> {
  cloud: Sdk
  db: Database
  _: Database['command']
  $: Database['command']['aggregate']
  input: Input
}

/** Runs `code` inside the function `sdk`, through the real wx-server-sdk. It may use nothing of the test around it. */
export function inFunction(
  cloud: LocalCloud,
  caller: { openid?: string; unionid?: string } = { openid: 'o-test' },
) {
  return <Input = undefined>(
    code: (inside: Inside<Input>) => unknown,
    ...[input]: Input extends undefined ? [] : [Input]
  ): Promise<unknown> => cloud.invoke('sdk', { code: code.toString(), input }, caller)
}
