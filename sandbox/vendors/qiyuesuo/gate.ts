/** Checks the four headers of a call, in the order the vendor was seen to check them. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../kit/clock'
import type { Answer, SandboxRequest } from '../kit/http'
import { CODES, failure, HEADERS, sandboxRefusal } from './protocol'

/** A token of the vendor's other environment: known there, refused here. */
const PRODUCTION_APP_TOKEN = 'production-app-token'

/** Documented: a nonce may not be used again within 10 minutes. */
const NONCE_MS = 10 * 60_000
/** Ours: the vendor documents no window. */
const TIMESTAMP_WINDOW_MS = 15 * 60_000

export interface Gate {
  check(request: SandboxRequest): Answer | undefined
  reset(): void
}

export function signatureOf(parts: {
  token: string
  secret: string
  timestamp: string
  nonce: string
}): string {
  const text = parts.token + parts.secret + parts.timestamp + parts.nonce
  return createHash('md5').update(text, 'utf8').digest('hex')
}

export function createGate(options: { appToken: string; appSecret: string; clock: Clock }): Gate {
  const { appToken, appSecret, clock } = options
  const usedNonces = new Map<string, number>()

  const nonceProblem = (nonce: string): string | undefined => {
    const now = clock.now()
    const usedAt = usedNonces.get(nonce)
    if (usedAt !== undefined && now - usedAt < NONCE_MS) {
      return `the nonce was used ${Math.round((now - usedAt) / 1000)} s ago; it may be used again after 10 minutes`
    }
    usedNonces.delete(nonce)
    usedNonces.set(nonce, now)
    for (const [old, at] of usedNonces) {
      if (now - at < NONCE_MS) break
      usedNonces.delete(old)
    }
    return undefined
  }

  return {
    check({ headers }) {
      const { [HEADERS.token]: token, [HEADERS.timestamp]: timestamp } = headers
      const { [HEADERS.nonce]: nonce, [HEADERS.signature]: signature } = headers
      if (!token) return missing(HEADERS.token)
      if (!timestamp) return missing(HEADERS.timestamp)
      if (!signature) return missing(HEADERS.signature)
      if (token !== appToken) {
        const note =
          token === PRODUCTION_APP_TOKEN ? 'a token of the production environment' : 'an unknown token'
        return failure(CODES.invalidToken, '', note)
      }
      // A call without nonce but with a wrong token was answered 442, so the nonce comes after the token.
      if (!nonce) return missing(HEADERS.nonce)
      const problem =
        signatureProblem(signature, signatureOf({ token, secret: appSecret, timestamp, nonce })) ??
        timestampProblem(timestamp, clock.now()) ??
        nonceProblem(nonce)
      return problem ? sandboxRefusal(problem) : undefined
    },
    reset: () => usedNonces.clear(),
  }
}

function missing(name: string): Answer {
  return failure(CODES.headerRequired, name)
}

function signatureProblem(given: string, expected: string): string | undefined {
  if (/^[0-9A-F]{32}$/.test(given) && /[A-F]/.test(given)) {
    return 'the signature is in upper case; it is lower-case hex'
  }
  if (!/^[0-9a-f]{32}$/.test(given)) return 'the signature is not 32 lower-case hex characters'
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected))
    ? undefined
    : 'the signature is not md5(AppToken + AppSecret + timestamp + nonce)'
}

function timestampProblem(timestamp: string, now: number): string | undefined {
  if (/^\d{10}$/.test(timestamp)) return 'the timestamp is in seconds; it is Unix time in milliseconds'
  if (!/^\d{13}$/.test(timestamp)) return 'the timestamp is not Unix time in milliseconds (13 digits)'
  const age = now - Number(timestamp)
  if (Math.abs(age) <= TIMESTAMP_WINDOW_MS) return undefined
  const side = age > 0 ? 'past' : 'future'
  return `the timestamp lies ${Math.round(Math.abs(age) / 1000)} s in the ${side}; the sandbox allows 15 minutes`
}
