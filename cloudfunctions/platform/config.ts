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
  /** How often one person may ask a vendor to begin. */
  attemptsPerHour: number
  /** Makes its bearer the first owner, once; null: nobody can become an owner. */
  operatorSetupCode: string | null
  /** Which version of the mini-program codes and links lead to. */
  codeVersion: 'release' | 'trial' | 'develop'
  /** Where plain links to an invitation begin, for WeChat's rule for ordinary links; null: there are none. */
  invitationLink: string | null
  qiyuesuo: QiyuesuoConfig | null
  ess: EssConfig | null
  esign: EsignConfig | null
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

export interface EssConfig {
  /** Decides the API host and the appId of the vendor's mini-program together. `test` is the vendor's 联调. */
  environment: 'production' | 'test'
  /** Another address of the API, host included in what is signed. */
  baseUrl: string | null
  secretId: string
  secretKey: string
  /** The employee of our enterprise in whose name everything is done. */
  operatorUserId: string
  /** Only for a group's parent that acts for a subsidiary. */
  proxyOrganizationId: string | null
  callbackToken: string | null
  /** 32 characters. */
  callbackKey: string | null
  /** Jump by half screen; the vendor must have approved it. */
  halfScreen: boolean
  /** Rows a day for the whole enterprise. */
  rowsPerDay: number
  /** Rows of one link; null: all of an administrator's. */
  rowsPerLink: number | null
}

export interface EsignConfig {
  /** Decides the API host and the `env` of the vendor's mini-program together. `test` is the vendor's 沙箱. */
  environment: 'production' | 'test'
  /** An egress proxy with a fixed address: the vendor takes calls from listed addresses only. */
  baseUrl: string | null
  appId: string
  appSecret: string
  /** Which of the vendor's two products the enterprise has bought. */
  product: 'v2' | 'v3'
  /** How calls are authenticated. */
  authentication: 'signature' | 'token'
  /** The vendor's own invitations, closed since 2022: only for operators who still hold old ids. */
  legacyInvitations: boolean
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
    attemptsPerHour: number('ATTEMPTS_PER_HOUR', 30, 1),
    operatorSetupCode: env.OPERATOR_SETUP_CODE || null,
    codeVersion: readCodeVersion(env, problems),
    invitationLink: readInvitationLink(env, problems),
    qiyuesuo: readQiyuesuo(env, problems),
    ess: readEss(env, problems, number),
    esign: readEsign(env, problems),
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

function readCodeVersion(env: Record<string, string | undefined>, problems: string[]): Config['codeVersion'] {
  const version = env.CODE_VERSION || 'release'
  if (version === 'release' || version === 'trial' || version === 'develop') return version
  problems.push('CODE_VERSION must be "release", "trial" or "develop"')
  return 'release'
}

function readInvitationLink(env: Record<string, string | undefined>, problems: string[]): string | null {
  const link = env.INVITATION_LINK
  if (!link) return null
  if (!/^https:\/\/[^\s?#]+$/.test(link)) problems.push('INVITATION_LINK must be https, without ? and #')
  return link
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

type ReadNumber = (name: string, fallback: number, least: number) => number

/** The vendor is on when its SecretId is set. */
function readEss(
  env: Record<string, string | undefined>,
  problems: string[],
  number: ReadNumber,
): EssConfig | null {
  const secretId = env.ESS_SECRET_ID
  if (!secretId) return null
  const environment = env.ESS_ENVIRONMENT
  if (environment !== 'production' && environment !== 'test') {
    problems.push('ESS_ENVIRONMENT must be "production" or "test"')
  }
  for (const name of ['ESS_SECRET_KEY', 'ESS_OPERATOR_USER_ID']) {
    if (!env[name]) problems.push(`${name} is missing`)
  }
  const baseUrl = env.ESS_BASE_URL ? env.ESS_BASE_URL.replace(/\/+$/, '') : null
  if (environment === 'production' && baseUrl !== null && !baseUrl.startsWith('https://')) {
    problems.push('ESS_BASE_URL must be https in production')
  }
  const callbackKey = env.ESS_CALLBACK_KEY || null
  if (callbackKey && Buffer.byteLength(callbackKey) !== 32)
    problems.push('ESS_CALLBACK_KEY must be 32 characters')
  return {
    environment: environment === 'production' ? 'production' : 'test',
    baseUrl,
    secretId,
    secretKey: env.ESS_SECRET_KEY ?? '',
    operatorUserId: env.ESS_OPERATOR_USER_ID ?? '',
    proxyOrganizationId: env.ESS_PROXY_ORGANIZATION_ID || null,
    callbackToken: env.ESS_CALLBACK_TOKEN || null,
    callbackKey,
    halfScreen: env.ESS_HALF_SCREEN === '1',
    rowsPerDay: number('ESS_ROWS_PER_DAY', 8000, 1),
    rowsPerLink: env.ESS_ROWS_PER_LINK ? number('ESS_ROWS_PER_LINK', 10, 1) : null,
  }
}

/** The vendor is on when its AppId is set. */
function readEsign(env: Record<string, string | undefined>, problems: string[]): EsignConfig | null {
  const appId = env.ESIGN_APP_ID
  if (!appId) return null
  const environment = env.ESIGN_ENVIRONMENT
  if (environment !== 'production' && environment !== 'test') {
    problems.push('ESIGN_ENVIRONMENT must be "production" or "test"')
  }
  if (!env.ESIGN_APP_SECRET) problems.push('ESIGN_APP_SECRET is missing')
  const product = env.ESIGN_PRODUCT || 'v3'
  if (product !== 'v2' && product !== 'v3') problems.push('ESIGN_PRODUCT must be "v2" or "v3"')
  const authentication = env.ESIGN_AUTHENTICATION || 'signature'
  if (authentication !== 'signature' && authentication !== 'token') {
    problems.push('ESIGN_AUTHENTICATION must be "signature" or "token"')
  }
  const baseUrl = env.ESIGN_BASE_URL ? env.ESIGN_BASE_URL.replace(/\/+$/, '') : null
  if (environment === 'production' && baseUrl !== null && !baseUrl.startsWith('https://')) {
    problems.push('ESIGN_BASE_URL must be https in production')
  }
  return {
    environment: environment === 'production' ? 'production' : 'test',
    baseUrl,
    appId,
    appSecret: env.ESIGN_APP_SECRET ?? '',
    product: product === 'v2' ? 'v2' : 'v3',
    authentication: authentication === 'token' ? 'token' : 'signature',
    legacyInvitations: env.ESIGN_LEGACY_INVITATIONS === '1',
  }
}
