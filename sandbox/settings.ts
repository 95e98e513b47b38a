import { type VendorId, vendorPorts } from './vendors/registry'

/**
 * Where the local world listens and which fictitious credentials it honours. Every value can be overridden by
 * the environment variable named beside it. All servers bind to 127.0.0.1 only.
 */
export interface SandboxSettings {
  host: '127.0.0.1'
  /** `PORT`: the console a developer opens. */
  consolePort: number
  /** Of each vendor's simulator; `vendors/<vendor>/local.ts` names the variable. */
  vendorPorts: Readonly<Record<VendorId, number>>
  /** `CLOUD_PORT`: the local WeChat cloud. */
  cloudPort: number
  /** `DATA_DIR`: documents and files of the local cloud. */
  dataDir: string
}

export function readSettings(env: NodeJS.ProcessEnv = process.env): SandboxSettings {
  return {
    host: '127.0.0.1',
    consolePort: port(env.PORT, 8686, 'PORT'),
    vendorPorts: vendorPorts((variable, fallback) => port(env[variable], fallback, variable)),
    cloudPort: port(env.CLOUD_PORT, 8690, 'CLOUD_PORT'),
    dataDir: env.DATA_DIR || '.data',
  }
}

/** `EXAMPLE_PORT`: where the business system of examples/ listens. */
export function readExamplePort(env: NodeJS.ProcessEnv = process.env): number {
  return port(env.EXAMPLE_PORT, 8691, 'EXAMPLE_PORT')
}

/** The same on free ports. */
export function freeSettings(dataDir: string): SandboxSettings {
  return { host: '127.0.0.1', consolePort: 0, vendorPorts: vendorPorts(() => 0), cloudPort: 0, dataDir }
}

/** Makes whoever types it the first owner, once. */
export const sandboxOperatorCode = 'sandbox-operator'

/** Subscription messages, as an operator would add them in 公众平台, and which of our words goes where. */
const messages = [
  {
    kind: 'result',
    title: '认证结果通知',
    places: ['matter=thing1', 'outcome=phrase2', 'time=time3', 'hint=thing4'],
  },
  {
    kind: 'review',
    title: '审核结果通知',
    places: ['matter=thing1', 'outcome=phrase2', 'time=time3', 'hint=thing4'],
  },
  {
    kind: 'reminder',
    title: '待办事项提醒',
    places: ['matter=thing1', 'until=time2', 'from=thing3', 'hint=thing4'],
  },
  {
    kind: 'weekly',
    title: '每周小结',
    places: ['time=time1', 'done=number2', 'waiting=number3', 'failed=number4'],
  },
] as const

export const sandboxTemplates = messages.map(({ kind, title, places }) => ({
  id: `sandbox-template-of-${kind}`,
  title,
  places: places.map(each => each.split('=')[1] ?? ''),
}))

/** The setting `MESSAGE_TEMPLATES` for them. */
export const sandboxMessages = messages
  .map(({ kind, places }) => `${kind}:sandbox-template-of-${kind}:${places.join(',')}`)
  .join(';')

/** Keys of the sandbox's own documents; readable on purpose, for nothing but fictitious data. */
export const sandboxKeys = {
  SEAL_KEYS: `sandbox:${Buffer.from('sandbox-seal-key-for-local-only!').toString('base64')}`,
  LOOKUP_KEY: Buffer.from('sandbox-lookup-key-local-only-!!').toString('base64'),
} as const

function port(value: string | undefined, fallback: number, name: string): number {
  if (value === undefined || value === '') return fallback
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > 65535) {
    throw new Error(`${name} must be a port number between 0 and 65535, not "${value}"`)
  }
  return number
}
