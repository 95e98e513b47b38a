import type { Keys } from './crypto'

/** What an operator sets, read once at cold start from environment variables. docs/operations.md lists them. */
export interface Config {
  keys: Keys
  /** Base of the address vendors send notices to: the `callback` function's HTTP access. No trailing slash. */
  callbackBaseUrl: string
  policy: { version: string; controller: string; retentionDays: number }
  supportPhone: string | null
  /** `REQUIRE_ATTEMPT_PROOF=1`: that an account is verified, perhaps somebody else's, is not enough for `verified`. */
  requireAttemptProof: boolean
  pollSeconds: number
  vendorTimeoutMs: number
  qiyuesuo: QiyuesuoConfig | null
}

export interface QiyuesuoConfig {
  /** Decides the API host and the plugin's `env` together, so that test and production cannot be mixed. */
  environment: 'production' | 'test'
  /** An egress proxy with a fixed address, if the vendor's host is not called directly. */
  baseUrl: string | null
  appToken: string
  appSecret: string
  /** `callbackSecretKey` of the app, for signed or encrypted notices. */
  callbackKey: string | null
}

/** Lists every setting that is missing or malformed, by name and never by value. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`configuration: ${problems.join('; ')}`)
    this.name = 'ConfigError'
  }
}

export function readConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = []
  const text = (name: string): string => {
    const value = env[name]
    if (!value) problems.push(`${name} is missing`)
    return value ?? ''
  }
  const number = (name: string, fallback: number, least: number): number => {
    const value = env[name] ? Number(env[name]) : fallback
    if (!Number.isFinite(value) || value < least)
      problems.push(`${name} must be a number of at least ${least}`)
    return value
  }
  const key = (name: string, value: string): Buffer => {
    const bytes = Buffer.from(value, 'base64')
    if (value && bytes.length !== 32) problems.push(`${name} must be 32 bytes in base64`)
    return bytes
  }

  const seal = text('SEAL_KEYS')
    .split(',')
    .filter(Boolean)
    .map(entry => {
      const at = entry.indexOf(':')
      const id = entry.slice(0, at)
      if (!/^[A-Za-z0-9]{1,16}$/.test(id)) problems.push('SEAL_KEYS must look like id:base64,id:base64')
      return { id, key: key('SEAL_KEYS', entry.slice(at + 1)) }
    })
  const config: Config = {
    keys: { seal, lookup: key('LOOKUP_KEY', text('LOOKUP_KEY')) },
    callbackBaseUrl: text('CALLBACK_BASE_URL').replace(/\/+$/, ''),
    policy: {
      version: text('POLICY_VERSION'),
      controller: text('POLICY_CONTROLLER'),
      retentionDays: number('RETENTION_DAYS', 30, 1),
    },
    supportPhone: env.SUPPORT_PHONE || null,
    requireAttemptProof: env.REQUIRE_ATTEMPT_PROOF === '1',
    pollSeconds: number('POLL_SECONDS', 3, 1),
    vendorTimeoutMs: number('VENDOR_TIMEOUT_MS', 8000, 100),
    qiyuesuo: readQiyuesuo(env, problems),
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

/** The vendor is on when its token is set. */
function readQiyuesuo(env: Record<string, string | undefined>, problems: string[]): QiyuesuoConfig | null {
  const appToken = env.QIYUESUO_APP_TOKEN
  if (!appToken) return null
  const environment = env.QIYUESUO_ENVIRONMENT
  if (environment !== 'production' && environment !== 'test') {
    problems.push('QIYUESUO_ENVIRONMENT must be "production" or "test"')
  }
  if (!env.QIYUESUO_APP_SECRET) problems.push('QIYUESUO_APP_SECRET is missing')
  const baseUrl = env.QIYUESUO_BASE_URL ? env.QIYUESUO_BASE_URL.replace(/\/+$/, '') : null
  if (environment === 'production' && baseUrl !== null && !baseUrl.startsWith('https://')) {
    problems.push('QIYUESUO_BASE_URL must be https in production')
  }
  const callbackKey = env.QIYUESUO_CALLBACK_KEY ?? ''
  if (callbackKey && Buffer.byteLength(callbackKey) !== 16)
    problems.push('QIYUESUO_CALLBACK_KEY must be 16 characters')
  return {
    environment: environment === 'production' ? 'production' : 'test',
    baseUrl,
    appToken,
    appSecret: env.QIYUESUO_APP_SECRET ?? '',
    callbackKey: callbackKey || null,
  }
}
