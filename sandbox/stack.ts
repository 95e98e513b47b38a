import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type LocalCloud, startLocalCloud } from './cloud'
import { startConsole } from './console'
import type { CloudCall } from './console/traffic'
import { type SandboxSettings, sandboxCredentials, sandboxKeys } from './settings'
import { createPhone } from './simulator/phone'
import {
  type QiyuesuoSimulator,
  type QiyuesuoSimulatorOptions,
  startQiyuesuoSimulator,
} from './vendors/qiyuesuo'

export interface Stack {
  /** The console's address. */
  url: string
  cloud: LocalCloud
  qiyuesuo: QiyuesuoSimulator
  close(): Promise<void>
}

export interface StackOptions {
  /** Settings of the functions that differ from the sandbox's own. */
  env?: Record<string, string>
  /** Run the sweep by its timer; default true. */
  timers?: boolean
  qiyuesuo?: Partial<QiyuesuoSimulatorOptions>
  /** Plugin alias → address; default: the simulators. Empty plays an account whose plugins are not approved. */
  plugins?: Record<string, string>
  /** Lines the functions print; default: this process's output. */
  onLog?: (entry: { function: string; line: string }) => void
}

/** A server could not be started; `service` and `variable` say which and how to move it. */
export class StartError extends Error {
  constructor(
    readonly service: string,
    readonly variable: string,
    readonly port: number,
    override readonly cause: unknown,
  ) {
    super(
      `${service} could not start on port ${port}: ${cause instanceof Error ? cause.message : String(cause)}`,
    )
    this.name = 'StartError'
  }
}

const trafficKept = 500

/** The whole local world: vendor simulators, local cloud with the built functions, phone and console. */
export async function startStack(settings: SandboxSettings, options: StackOptions = {}): Promise<Stack> {
  const { host } = settings
  const closers: (() => Promise<void>)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const qiyuesuo = await placed('契约锁 simulator', 'QIYUESUO_SANDBOX_PORT', settings.qiyuesuoPort, port =>
      startQiyuesuoSimulator({ host, port, ...sandboxCredentials.qiyuesuo, ...options.qiyuesuo }),
    )
    closers.push(() => qiyuesuo.close())

    const traffic: CloudCall[] = []
    let entries = 0
    const cloud = await placed('local cloud', 'CLOUD_PORT', settings.cloudPort, port =>
      startLocalCloud({
        host,
        port,
        dataDir: settings.dataDir,
        functionsDir: path.resolve('dist/cloudfunctions'),
        functions: declaredFunctions(),
        env: url => ({ ...functionSettings(url, qiyuesuo.url), ...options.env }),
        pages: declaredPages(),
        ...(options.timers !== undefined && { timers: options.timers }),
        ...(options.onLog && { onLog: options.onLog }),
        onTraffic: ({ errorCode, ...entry }) => {
          entries += 1
          const code = errorCode !== undefined && { errorCode: String(errorCode) }
          traffic.push({ ...entry, ...code, id: entries, at: Date.now() })
          if (traffic.length > trafficKept) traffic.shift()
        },
      }),
    )
    closers.push(() => cloud.close())
    // The first run creates the collections, here as in a new cloud environment.
    await cloud.fireTimer('sweep')
    // What it found missing on the way is no traffic a developer should wonder about.
    traffic.length = 0

    const phone = createPhone({
      weappDir: path.resolve('dist/weapp'),
      cloudUrl: cloud.url,
      plugins: options.plugins ?? { 'qyssdk-plugin': `${qiyuesuo.url}/plugin` },
      miniPrograms: {},
      upload: async (_openid, cloudPath, content) => cloud.upload(cloudPath, content),
    })
    const page = await placed('console', 'PORT', settings.consolePort, port =>
      startConsole({
        host,
        port,
        phone,
        vendors: [{ id: 'qiyuesuo', name: '契约锁', url: qiyuesuo.url }],
        cloudUrl: cloud.url,
        cloudTraffic: () => traffic,
      }),
    )
    closers.push(() => page.close())
    return { url: page.url, cloud, qiyuesuo, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What an operator would set on the functions, with the sandbox's fictitious values. */
export function functionSettings(cloudUrl: string, qiyuesuoUrl: string): Record<string, string> {
  const { appToken, appSecret, callbackKey } = sandboxCredentials.qiyuesuo
  return {
    ...sandboxKeys,
    CALLBACK_BASE_URL: `${cloudUrl}/http/callback`,
    POLICY_VERSION: '2026-11',
    POLICY_CONTROLLER: '示例科技有限公司(演示)',
    SUPPORT_PHONE: '400-000-0000',
    QIYUESUO_ENVIRONMENT: 'test',
    QIYUESUO_BASE_URL: qiyuesuoUrl,
    QIYUESUO_APP_TOKEN: appToken,
    QIYUESUO_APP_SECRET: appSecret,
    QIYUESUO_CALLBACK_KEY: callbackKey,
  }
}

/** Names and time-outs as they are deployed. */
function declaredFunctions(): { name: string; timeoutSeconds: number }[] {
  const { functions } = JSON.parse(readFileSync('cloudbaserc.json', 'utf8')) as {
    functions: { name: string; timeout: number }[]
  }
  return functions.map(({ name, timeout }) => ({ name, timeoutSeconds: timeout }))
}

function declaredPages(): string[] {
  const app = JSON.parse(readFileSync('dist/weapp/app.json', 'utf8')) as {
    pages: string[]
    subPackages?: { root: string; pages: string[] }[]
  }
  const nested = (app.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map(page => path.posix.join(root, page)),
  )
  return [...app.pages, ...nested]
}

async function placed<T>(
  service: string,
  variable: string,
  port: number,
  start: (port: number) => Promise<T>,
): Promise<T> {
  try {
    return await start(port)
  } catch (error) {
    throw new StartError(service, variable, port, error)
  }
}
