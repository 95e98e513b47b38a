import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type LocalCloud, startLocalCloud } from './cloud'
import { startConsole } from './console'
import type { CloudCall } from './console/traffic'
import { type SandboxSettings, sandboxCredentials, sandboxKeys, sandboxOperatorCode } from './settings'
import { createPhone } from './simulator/phone'
import { type EsignSimulator, type EsignSimulatorOptions, startEsignSimulator } from './vendors/esign'
import { type EssSimulator, type EssSimulatorOptions, startEssSimulator } from './vendors/ess'
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
  ess: EssSimulator
  esign: EsignSimulator
  close(): Promise<void>
}

export interface StackOptions {
  /** Settings of the functions that differ from the sandbox's own. */
  env?: Record<string, string>
  /** Run the sweep by its timer; default true. */
  timers?: boolean
  qiyuesuo?: Partial<QiyuesuoSimulatorOptions>
  ess?: Partial<EssSimulatorOptions>
  esign?: Partial<EsignSimulatorOptions>
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
      startQiyuesuoSimulator({
        host,
        port,
        ...sandboxCredentials.qiyuesuo,
        // The operator of this world has set a key, so what is not signed with it is refused.
        callbackMode: 'encrypted',
        ...options.qiyuesuo,
      }),
    )
    closers.push(() => qiyuesuo.close())
    const ess = await placed('腾讯电子签 simulator', 'ESS_SANDBOX_PORT', settings.essPort, port =>
      startEssSimulator({ host, port, ...sandboxCredentials.ess, ...options.ess }),
    )
    closers.push(() => ess.close())
    const esign = await placed('e签宝 simulator', 'ESIGN_SANDBOX_PORT', settings.esignPort, port =>
      startEsignSimulator({ host, port, ...sandboxCredentials.esign, ...options.esign }),
    )
    closers.push(() => esign.close())

    let consoleUrl = `http://${host}:${settings.consolePort}`
    const traffic: CloudCall[] = []
    let entries = 0
    const cloud = await placed('local cloud', 'CLOUD_PORT', settings.cloudPort, port =>
      startLocalCloud({
        host,
        port,
        dataDir: settings.dataDir,
        functionsDir: path.resolve('dist/cloudfunctions'),
        functions: declaredFunctions(),
        env: url => ({
          ...functionSettings({ cloud: url, qiyuesuo: qiyuesuo.url, ess: ess.url, esign: esign.url }),
          ...options.env,
        }),
        pages: declaredPages(),
        // The console starts last, and may get its port only then.
        codeUrl: () => `${consoleUrl}/scan`,
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
    // As an operator would at the vendor's console, which tries the address before it keeps it.
    await ess.setCallbackUrl(`${cloud.url}/http/callback/ess`)
    // What it found missing on the way is no traffic a developer should wonder about.
    traffic.length = 0

    const phone = createPhone({
      weappDir: path.resolve('dist/weapp'),
      cloudUrl: cloud.url,
      plugins: options.plugins ?? { 'qyssdk-plugin': `${qiyuesuo.url}/plugin` },
      miniPrograms: {
        [essMiniProgram]: `${ess.url}/mini-program`,
        [esignMiniProgram]: `${esign.url}/mini-program`,
      },
      miniProgramNames: { [essMiniProgram]: '腾讯电子签', [esignMiniProgram]: '上链公证签' },
      // The files of the cloud have addresses of the cloud.
      downloadDomains: [ess.url, cloud.url],
      upload: async (_openid, cloudPath, content) => cloud.upload(cloudPath, content),
      fileUrl: fileID => cloud.fileUrl(fileID) ?? null,
      removeFiles: async (_openid, fileIDs) =>
        fileIDs.map(fileID =>
          cloud.remove(fileID)
            ? { fileID, status: 0, errMsg: 'ok' }
            : { fileID, status: -503003, errMsg: 'file not exist' },
        ),
    })
    const page = await placed('console', 'PORT', settings.consolePort, port =>
      startConsole({
        host,
        port,
        phone,
        vendors: [
          { id: 'qiyuesuo', name: '契约锁', url: qiyuesuo.url },
          { id: 'ess', name: '腾讯电子签', url: ess.url },
          { id: 'esign', name: 'e签宝', url: esign.url },
        ],
        operatorCode: sandboxOperatorCode,
        cloudUrl: cloud.url,
        cloudTraffic: () => traffic,
        codes: () => cloud.codes(),
      }),
    )
    consoleUrl = page.url
    closers.push(() => page.close())
    return { url: page.url, cloud, qiyuesuo, ess, esign, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The vendor's mini-program for integration (its Demo). */
const essMiniProgram = 'wx371151823f6f3edf'
const esignMiniProgram = 'wx1cf2708c2de46337'

/** What an operator would set on the functions, with the sandbox's fictitious values. */
export function functionSettings(urls: {
  cloud: string
  qiyuesuo: string
  ess: string
  esign: string
}): Record<string, string> {
  const { qiyuesuo, ess, esign } = sandboxCredentials
  return {
    ...sandboxKeys,
    CALLBACK_BASE_URL: `${urls.cloud}/http/callback`,
    POLICY_VERSION: '2026-11',
    POLICY_CONTROLLER: '示例科技有限公司(演示)',
    SUPPORT_PHONE: '400-000-0000',
    OPERATOR_SETUP_CODE: sandboxOperatorCode,
    INVITATION_LINK: 'https://invite.example.com/i',
    WEBHOOK_LOOPBACK: '1',
    QIYUESUO_ENVIRONMENT: 'test',
    QIYUESUO_BASE_URL: urls.qiyuesuo,
    QIYUESUO_APP_TOKEN: qiyuesuo.appToken,
    QIYUESUO_APP_SECRET: qiyuesuo.appSecret,
    QIYUESUO_CALLBACK_KEY: qiyuesuo.callbackKey,
    ESS_ENVIRONMENT: 'test',
    ESS_BASE_URL: urls.ess,
    ESS_SECRET_ID: ess.secretId,
    ESS_SECRET_KEY: ess.secretKey,
    ESS_OPERATOR_USER_ID: ess.operatorUserId,
    ESS_CALLBACK_TOKEN: ess.callbackToken,
    ESS_CALLBACK_KEY: ess.callbackKey,
    ESIGN_ENVIRONMENT: 'test',
    ESIGN_BASE_URL: urls.esign,
    ESIGN_APP_ID: esign.appId,
    ESIGN_APP_SECRET: esign.secret,
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
