import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type LocalCloud, startLocalCloud } from './cloud'
import { startConsole } from './console'
import { shownText } from './console/shown'
import type { CloudCall } from './console/traffic'
import { placed } from './placed'
import { prepareCloud } from './prepare'
import {
  type SandboxSettings,
  sandboxKeys,
  sandboxMessages,
  sandboxOperatorCode,
  sandboxTemplates,
} from './settings'
import { createPhone } from './simulator/phone'
import {
  connectVendors,
  type SimulatorOptions,
  type Simulators,
  simulatedVendors,
  startVendors,
  type VendorUrls,
  vendorSettings,
} from './vendors/registry'

export interface Stack {
  /** The console's address. */
  url: string
  cloud: LocalCloud
  vendors: Simulators
  close(): Promise<void>
}

export interface StackOptions {
  /** Settings of the functions that differ from the sandbox's own. */
  env?: Record<string, string>
  /** Run the sweep by its timer; default true. */
  timers?: boolean
  vendors?: SimulatorOptions
  /** Plugin alias → address; default: the simulators. Empty plays an account whose plugins are not approved. */
  plugins?: Record<string, string>
  /** Lines the functions print; default: this process's output. */
  onLog?: (entry: { function: string; line: string }) => void
  /** Where the example of a business system is, once it runs. */
  businessSystem?: () => string | null
}

const trafficKept = 500
/** Quicker than in the cloud, where every run costs something, and looking after everything each time. */
export const localTimer = { cron: '*/30 * * * * * *', message: 'all' }

/** The whole local world: vendor simulators, local cloud with the built functions, phone and console. */
export async function startStack(settings: SandboxSettings, options: StackOptions = {}): Promise<Stack> {
  const { host } = settings
  const closers: (() => Promise<void>)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const running = await startVendors(host, settings.vendorPorts, options.vendors)
    closers.push(() => running.close())
    const vendors = running.simulators
    const urls = urlsOf(vendors)

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
          ...functionSettings(url, urls),
          ...options.env,
        }),
        timer: localTimer,
        pages: declaredPages(),
        messageTemplates: sandboxTemplates,
        // The console starts last, and may get its port only then.
        codeUrl: () => `${consoleUrl}/scan`,
        ...(options.timers !== undefined && { timers: options.timers }),
        ...(options.onLog && { onLog: options.onLog }),
        contents: true,
        onTraffic: ({ errorCode, event, answer, ...entry }) => {
          entries += 1
          const code = errorCode !== undefined && { errorCode: String(errorCode) }
          const said = {
            ...(event && { asked: shownText(event) }),
            ...(answer && { answered: shownText(answer) }),
          }
          traffic.push({ ...entry, ...code, ...said, id: entries, at: Date.now() })
          if (traffic.length > trafficKept) traffic.shift()
        },
      }),
    )
    closers.push(() => cloud.close())
    await prepareCloud(cloud)
    await connectVendors(vendors, `${cloud.url}/http/callback`)

    const phone = createPhone({
      weappDir: path.resolve('dist/weapp'),
      cloudUrl: cloud.url,
      ...phoneApps(urls),
      ...(options.plugins && { plugins: options.plugins }),
      // The files of the cloud have addresses of the cloud.
      downloadDomains: [...downloads(urls), cloud.url],
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
        vendors: simulatedVendors.map(({ id, name, orders, switches }) => ({
          id,
          name,
          url: urls[id],
          orders,
          ...(switches && { switches }),
        })),
        settings: { read: cloud.setting, change: cloud.changeSettings },
        operatorCode: sandboxOperatorCode,
        ...(options.businessSystem && { businessSystem: options.businessSystem }),
        cloudUrl: cloud.url,
        cloudTraffic: () => traffic,
        codes: () => cloud.codes(),
        messages: () => cloud.messages(),
      }),
    )
    consoleUrl = page.url
    closers.push(() => page.close())
    return { url: page.url, cloud, vendors, close }
  } catch (error) {
    await close()
    throw error
  }
}

export function urlsOf(simulators: Simulators): Record<keyof Simulators, string> {
  return Object.fromEntries(simulatedVendors.map(({ id }) => [id, simulators[id].url])) as Record<
    keyof Simulators,
    string
  >
}

/** The plugins and mini-programs of the vendors, as addresses of their simulators. */
function phoneApps(urls: Record<keyof Simulators, string>) {
  const plugins: Record<string, string> = {}
  const miniPrograms: Record<string, string> = {}
  const miniProgramNames: Record<string, string> = {}
  for (const { id, onPhone = {} } of simulatedVendors) {
    for (const [alias, place] of Object.entries(onPhone.plugins ?? {})) plugins[alias] = urls[id] + place
    for (const { appId, name, path: place } of onPhone.miniPrograms ?? []) {
      miniPrograms[appId] = urls[id] + place
      miniProgramNames[appId] = name
    }
  }
  return { plugins, miniPrograms, miniProgramNames }
}

function downloads(urls: Record<keyof Simulators, string>): string[] {
  return simulatedVendors.flatMap(({ id, onPhone }) => (onPhone?.downloads ? [urls[id]] : []))
}

/** What an operator would set on the functions, with the sandbox's fictitious values. */
export function functionSettings(cloudUrl: string, vendorUrls: VendorUrls): Record<string, string> {
  return {
    ...sandboxKeys,
    CALLBACK_BASE_URL: `${cloudUrl}/http/callback`,
    POLICY_VERSION: '2026-11',
    POLICY_CONTROLLER: '示例科技有限公司(演示)',
    SUPPORT_PHONE: '400-000-0000',
    OPERATOR_SETUP_CODE: sandboxOperatorCode,
    INVITATION_LINK: 'https://invite.example.com/i',
    MESSAGE_TEMPLATES: sandboxMessages,
    WEBHOOK_LOOPBACK: '1',
    REDIRECT_TARGETS: 'wx0123456789abcdef,example.com,www.example.com',
    ...vendorSettings(vendorUrls),
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
