import type { Arguments } from './openapi-wire'

/** What urllink.generate and urlscheme.generate demand of a target and of its end. */
export interface Link {
  page: string
  query: string
  envVersion: string
  /** Milliseconds since the epoch. */
  expiresAt: number
}

export interface LinkProblem {
  errcode: number
  errmsg: string
}

const problems = {
  path: { errcode: 40165, errmsg: 'invalid weapp pagepath' },
  query: { errcode: 40212, errmsg: 'invalid query' },
  expiry: { errcode: 85401, errmsg: 'time limit between 1min and 30days' },
  envVersion: { errcode: 85402, errmsg: 'invalid env_version' },
} as const satisfies Record<string, LinkProblem>

const longestQuery = 1024
/** Those of a scene, and `%`. */
const queryCharacters = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~%]*$/
const dayMs = 24 * 60 * 60_000
const longestDays = 30
const shortestMs = 60_000

/** A scheme names its target in `jump_wxa`, a link beside its expiry. */
export function readLink(
  target: Arguments,
  expiry: Arguments,
  { pages, now }: { pages?: readonly string[]; now: () => number },
): Link | LinkProblem {
  const page = pageOf(target.path ?? '')
  if (page === undefined || (page !== '' && pages && !pages.includes(page))) return problems.path
  const { query = '', env_version: envVersion = 'release' } = target
  if (typeof query !== 'string' || query.length > longestQuery || !queryCharacters.test(query))
    return problems.query
  if (!isEnvVersion(envVersion)) return problems.envVersion
  const expiresAt = endOf(expiry, now())
  return expiresAt === undefined ? problems.expiry : { page, query, envVersion, expiresAt }
}

/** With or without a slash before it; a query in it is refused. */
function pageOf(path: unknown): string | undefined {
  return typeof path === 'string' && !/[?#\s]/.test(path) ? path.replace(/^\//, '') : undefined
}

export function isEnvVersion(value: unknown): value is string {
  return value === 'release' || value === 'trial' || value === 'develop'
}

/** Undefined: not allowed. What names no end lasts as long as anything may. */
function endOf(args: Arguments, now: number): number | undefined {
  const { is_expire: isExpire = false, expire_type: type = 0 } = args
  const longest = now + longestDays * dayMs
  const namesNone = ['expire_type', 'expire_time', 'expire_interval'].every(key => args[key] === undefined)
  if (isExpire === false && namesNone) return longest
  if (type === 1) {
    const days = args.expire_interval
    return isWhole(days) && days >= 1 && days <= longestDays ? now + days * dayMs : undefined
  }
  const seconds = args.expire_time
  if (type !== 0 || !isWhole(seconds)) return undefined
  const end = seconds * 1000
  return end > now + shortestMs && end <= longest ? end : undefined
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value)
}
