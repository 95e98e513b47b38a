/** Checks a call before it is routed: application, caller's address, signature or token, calls per second. */
import { timingSafeEqual } from 'node:crypto'
import type { Clock } from '../kit/clock'
import type { Answer, SandboxRequest } from '../kit/http'
import type { AllowList } from './allow-list'
import { GATEWAY, HEADERS, PATHS, refusedByGateway, sandboxRefusal } from './protocol'
import type { RateLimit } from './rate-limit'
import { byAscii, contentMd5, pathAndParameters, sign, stringToSign } from './signature'
import type { Tokens } from './tokens'

/** Documented: a timestamp is good for 15 minutes. */
const TIMESTAMP_WINDOW_MS = 15 * 60_000

/** Documented: these never take part as custom headers. */
const NEVER_CUSTOM: readonly string[] = [
  HEADERS.signature,
  HEADERS.signedHeaders,
  'accept',
  'content-md5',
  'content-type',
  'date',
]

/** They are asked with nothing but a query. */
const WITHOUT_HEADERS: readonly string[] = [PATHS.token, PATHS.refresh]

export interface GateOptions {
  appId: string
  secret: string
  clock: Clock
  tokens: Tokens
  allowList: AllowList
  rateLimit: RateLimit
}

export function createGate(options: GateOptions) {
  const { appId, secret, clock, tokens, allowList, rateLimit } = options

  const knownCaller = (given: string): Answer | undefined => {
    if (given !== appId)
      return refusedByGateway(GATEWAY.app, 'this AppId is unknown in the sandbox environment')
    return foreignAddress()
  }

  const foreignAddress = (): Answer | undefined =>
    allowList.allows() ? undefined : refusedByGateway(GATEWAY.ip, 'the caller is not in the allow-list', 403)

  const byToken = (headers: Record<string, string>): Answer | undefined => {
    const { [HEADERS.token]: token, [HEADERS.appId]: given } = headers
    if (!token) return refusedByGateway(GATEWAY.noToken, `without ${HEADERS.mode} the token mode is assumed`)
    if (!given) return missing(HEADERS.appId)
    const refusal = knownCaller(given)
    if (refusal) return refusal
    return tokens.isGood(token) ? undefined : refusedByGateway(GATEWAY.token, 'unknown, replaced or expired')
  }

  const bySignature = (request: SandboxRequest): Answer | undefined => {
    const { headers } = request
    const { [HEADERS.appId]: given, [HEADERS.timestamp]: timestamp, [HEADERS.signature]: signature } = headers
    if (!given) return missing(HEADERS.appId)
    if (!timestamp) return missing(HEADERS.timestamp)
    if (!signature) return missing(HEADERS.signature)
    const refusal = knownCaller(given)
    if (refusal) return refusal
    const staleness = timestampProblem(timestamp, clock.now())
    if (staleness) return refusedByGateway(GATEWAY.timestamp, staleness)
    if (headers[HEADERS.algorithm] !== undefined) return sandboxRefusal('only HmacSHA256 is simulated')
    return signatureRefusal(request, signature, secret)
  }

  return {
    check(request: SandboxRequest): Answer | undefined {
      if (WITHOUT_HEADERS.includes(request.path)) return foreignAddress()
      const mode = request.headers[HEADERS.mode]
      const refusal =
        mode === undefined
          ? byToken(request.headers)
          : mode === 'Signature'
            ? bySignature(request)
            : refusedByGateway(GATEWAY.strategy, 'the mode is Signature, written exactly so')
      if (refusal) return refusal
      return rateLimit.admits()
        ? undefined
        : sandboxRefusal(`more than ${rateLimit.perSecond} requests within one second`, 429)
    },
  }
}

function missing(name: string): Answer {
  return refusedByGateway(GATEWAY.missing, name)
}

function timestampProblem(timestamp: string, now: number): string | undefined {
  if (/^\d{10}$/.test(timestamp)) return 'in seconds; it is Unix time in milliseconds'
  if (!/^\d{13}$/.test(timestamp)) return 'not Unix time in milliseconds (13 digits)'
  const age = now - Number(timestamp)
  if (Math.abs(age) <= TIMESTAMP_WINDOW_MS) return undefined
  return `${Math.round(Math.abs(age) / 1000)} s in the ${age > 0 ? 'past' : 'future'}; 15 minutes are allowed`
}

function signatureRefusal(request: SandboxRequest, given: string, secret: string): Answer | undefined {
  const { method, path, query, headers, rawBody } = request
  const md5 = contentMd5(rawBody)
  const givenMd5 = headers['content-md5'] ?? ''
  if (md5 && !givenMd5) return missing('content-md5')
  if (md5 !== givenMd5) {
    const why = md5
      ? 'Content-MD5 is not that of the body'
      : 'Content-MD5 of an empty body is the empty string'
    return refusedByGateway(GATEWAY.signature, why)
  }
  const custom = customHeaders(headers)
  if ('missing' in custom) return missing(custom.missing)
  const expected = sign(
    stringToSign({
      method,
      accept: headers.accept ?? '',
      contentMd5: md5,
      contentType: headers['content-type'] ?? '',
      date: headers.date ?? '',
      headers: custom.lines,
      target: pathAndParameters(path, query),
    }),
    secret,
  )
  return isSame(given, expected)
    ? undefined
    : refusedByGateway(GATEWAY.signature, 'it does not fit method, headers as sent, path and sorted query')
}

function customHeaders(headers: Record<string, string>): { lines: string } | { missing: string } {
  const names = (headers[HEADERS.signedHeaders] ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '' && !NEVER_CUSTOM.includes(name.toLowerCase()))
    .sort(byAscii)
  const absent = names.find(name => headers[name.toLowerCase()] === undefined)
  if (absent !== undefined) return { missing: absent }
  return { lines: names.map(name => `${name}:${headers[name.toLowerCase()]}`).join('\n') }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
