/** OAuth2 tokens: one at a time, the one before it for five minutes more. */
import { randomBytes } from 'node:crypto'
import type { Clock } from '../kit/clock'

const LIFETIME_MS = 120 * 60_000
const REPLACED_LIFETIME_MS = 5 * 60_000

export interface Token {
  token: string
  refreshToken: string
  /** Unix ms. */
  expiresAt: number
}

export function createTokens(clock: Clock) {
  /** Newest first, two at most. */
  let live: Token[] = []

  return {
    issue(): Token {
      const now = clock.now()
      const previous = live
        .slice(0, 1)
        .map(one => ({ ...one, expiresAt: Math.min(one.expiresAt, now + REPLACED_LIFETIME_MS) }))
      const token = { token: randomName(), refreshToken: randomName(), expiresAt: now + LIFETIME_MS }
      live = [token, ...previous]
      return token
    },
    isGood: (token: string): boolean => live.some(one => one.token === token && one.expiresAt > clock.now()),
    mayRefresh: (refreshToken: string): boolean => live[0]?.refreshToken === refreshToken,
    clear(): void {
      live = []
    },
  }
}

export type Tokens = ReturnType<typeof createTokens>

function randomName(): string {
  return randomBytes(24).toString('hex')
}
