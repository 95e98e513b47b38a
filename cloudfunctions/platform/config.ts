import { defaultLimits, type LimitFigures, limitNames } from '../domain/limits'
import { type MessageTemplates, readTemplates } from '../domain/message/template'
import { type Proof, proofs } from '../domain/words'
import type { Keys } from './crypto'
import { isPublicHost } from './publicAddress'
import { isProduction, weakSettings } from './weakSettings'

/** What an operator sets, read once at cold start from environment variables. docs/operations.md lists them. */
export interface Config {
  keys: Keys
  /** Base of the address vendors send notices to: the `callback` function's HTTP access. No trailing slash. */
  callbackBaseUrl: string
  policy: { version: string; controller: string; retentionDays: number }
  supportPhone: string | null
  /** The id of the vendor that is offered first; null: the usual one. */
  defaultVendor: string | null
  /** What a "verified" must rest on at least. docs/security.md */
  proof: Proof
  pollSeconds: number
  /** Of one call, ms. */
  vendorTimeoutMs: number
  /** How often who may do what. */
  limits: LimitFigures
  /** Makes its bearer the first owner, once; null: nobody can become an owner. */
  operatorSetupCode: string | null
  /** Which version of the mini-program codes and links lead to. */
  codeVersion: 'release' | 'trial' | 'develop'
  /** Where plain links to an invitation begin, for WeChat's rule for ordinary links; null: there are none. */
  invitationLink: string | null
  /** Mini-programs and hosts that invitations may send people to afterwards. */
  redirectTargets: readonly string[]
  /** `WEBHOOK_LOOPBACK=1`: events may be sent to this machine. For the local world; refused in production. */
  webhookLoopback: boolean
  /** What the plan of the cloud holds, for the workplace to compare with; null: not said. */
  planLimits: PlanLimits
  /** What people are told in WeChat, of what they agreed to; empty: nothing. */
  messages: MessageTemplates
  /** Days after a start on an invitation when its person is reminded by itself; null: only before it ends. */
  reminderDays: number | null
}

/** ms one call to a vendor may take, and takes unless less is set: whoever waits for it has no more than a run's 12 s. */
export const longestCall = 5000

interface PlanLimits {
  /** A day. */
  reads: number | null
  writes: number | null
  /** A month. */
  calls: number | null
}

/** Every variable that is read here; those of vendors begin with the name of the vendor. */
export const settingNames: readonly string[] = [
  'SEAL_KEYS',
  'LOOKUP_KEY',
  'CALLBACK_BASE_URL',
  'POLICY_VERSION',
  'POLICY_CONTROLLER',
  'RETENTION_DAYS',
  'SUPPORT_PHONE',
  'DEFAULT_VENDOR',
  'PROOF',
  'REQUIRE_ATTEMPT_PROOF',
  'POLL_SECONDS',
  'VENDOR_TIMEOUT_MS',
  'LIMITS',
  'ATTEMPTS_PER_HOUR',
  'OPERATOR_SETUP_CODE',
  'CODE_VERSION',
  'INVITATION_LINK',
  'REDIRECT_TARGETS',
  'WEBHOOK_LOOPBACK',
  'PLAN_LIMITS',
  'MESSAGE_TEMPLATES',
  'REMINDER_DAYS',
]

/** Lists every setting that is missing or malformed, by name and never by value. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`configuration: ${problems.join('; ')}`)
    this.name = 'ConfigError'
  }
}

/** `others`: what is wrong with the settings of vendors, so that one error names it all. */
export function readConfig(env: Record<string, string | undefined>, others: readonly string[] = []): Config {
  const problems: string[] = []
  const text = (name: string): string => {
    const value = env[name]
    if (!value) problems.push(`${name} is missing`)
    return value ?? ''
  }
  const number = (name: string, fallback: number, least: number, most = Number.MAX_VALUE): number => {
    const value = env[name] ? Number(env[name]) : fallback
    const range = most === Number.MAX_VALUE ? `at least ${least}` : `${least} to ${most}`
    if (!(value >= least && value <= most)) problems.push(`${name} must be a number of ${range}`)
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
    defaultVendor: env.DEFAULT_VENDOR || null,
    proof: readProof(env, problems),
    pollSeconds: number('POLL_SECONDS', 3, 1),
    vendorTimeoutMs: number('VENDOR_TIMEOUT_MS', longestCall, 100, longestCall),
    limits: readLimits(env, problems, number('ATTEMPTS_PER_HOUR', defaultLimits.attempts, 1)),
    operatorSetupCode: env.OPERATOR_SETUP_CODE || null,
    codeVersion: readCodeVersion(env, problems),
    invitationLink: readInvitationLink(env, problems),
    redirectTargets: readRedirectTargets(env, problems),
    webhookLoopback: readWebhookLoopback(env, problems),
    planLimits: readPlanLimits(env, problems),
    messages: readMessages(env, problems),
    reminderDays: env.REMINDER_DAYS ? number('REMINDER_DAYS', 1, 1, 30) : null,
  }
  if (new Set(seal.map(({ id }) => id)).size < seal.length)
    problems.push('SEAL_KEYS names two keys alike: give each an id of its own')
  problems.push(...weakSettings(env), ...others)
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

/** `LIMITS=handovers:100,exports:20`; `ATTEMPTS_PER_HOUR` says the same of `attempts`. */
function readLimits(
  env: Record<string, string | undefined>,
  problems: string[],
  attempts: number,
): LimitFigures {
  const figures = { ...defaultLimits, attempts }
  for (const entry of (env.LIMITS ?? '').split(',').filter(Boolean)) {
    const [, name, figure] = /^\s*(\w+):(\d{1,9})\s*$/.exec(entry) ?? []
    const known = limitNames.find(each => each === name)
    if (!known || Number(figure) < 1)
      problems.push(
        `LIMITS must look like name:figure,name:figure, with figures of at least 1 and names of: ${limitNames.join(' ')}`,
      )
    else figures[known] = Number(figure)
  }
  return figures
}

/** `REQUIRE_ATTEMPT_PROOF=1` is what `PROOF=attempt` was called before. */
function readProof(env: Record<string, string | undefined>, problems: string[]): Proof {
  const isOldName = env.REQUIRE_ATTEMPT_PROOF === '1'
  if (!env.PROOF) return isOldName ? 'attempt' : 'observed'
  const proof = proofs.find(each => each === env.PROOF)
  if (!proof) problems.push('PROOF must be "attempt", "observed" or "account"')
  if (isOldName && proof !== 'attempt') problems.push('PROOF and REQUIRE_ATTEMPT_PROOF contradict each other')
  return proof ?? 'attempt'
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

/** `REDIRECT_TARGETS=wx…,www.example.com`: appIds and hosts, separated by commas. */
function readRedirectTargets(env: Record<string, string | undefined>, problems: string[]): string[] {
  const targets = (env.REDIRECT_TARGETS ?? '')
    .split(',')
    .map(each => each.trim().toLowerCase())
    .filter(Boolean)
  const isTarget = (each: string) =>
    /^wx[0-9a-f]{16}$/.test(each) || (/^[a-z0-9.-]{1,253}$/.test(each) && isPublicHost(each))
  if (!targets.every(isTarget))
    problems.push('REDIRECT_TARGETS must be appIds and hosts separated by commas, such as www.example.com')
  return targets
}

/** A receiver on this machine is the platform's own services there. */
function readWebhookLoopback(env: Record<string, string | undefined>, problems: string[]): boolean {
  if (env.WEBHOOK_LOOPBACK !== '1') return false
  if (isProduction(env)) problems.push('WEBHOOK_LOOPBACK must not be set in production')
  return true
}

/** `PLAN_LIMITS=reads:50000,writes:30000,calls:200000`: reads and writes a day, calls a month. */
function readPlanLimits(env: Record<string, string | undefined>, problems: string[]): PlanLimits {
  const limits: PlanLimits = { reads: null, writes: null, calls: null }
  for (const entry of (env.PLAN_LIMITS ?? '').split(',').filter(Boolean)) {
    const [, name, figure] = /^\s*(reads|writes|calls):([1-9]\d{0,11})\s*$/.exec(entry) ?? []
    if (name === 'reads' || name === 'writes' || name === 'calls') limits[name] = Number(figure)
    else problems.push('PLAN_LIMITS must look like reads:50000,writes:30000,calls:200000')
  }
  return limits
}

/** `MESSAGE_TEMPLATES=result:<id>:matter=thing1,outcome=phrase2,time=time3;reminder:…` */
function readMessages(env: Record<string, string | undefined>, problems: string[]): MessageTemplates {
  const templates = readTemplates(env.MESSAGE_TEMPLATES ?? '')
  if (!templates)
    problems.push(
      'MESSAGE_TEMPLATES must look like kind:id:value=place,value=place;kind:…, with the values and places of docs/deployment.md',
    )
  return templates ?? {}
}
