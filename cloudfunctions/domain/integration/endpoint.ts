import type { EventType } from './event'

/** Why nothing is sent to an endpoint any more. */
export const endpointStops = ['gone', 'unreachable', 'operator'] as const
export type EndpointStop = (typeof endpointStops)[number]

/** Where a business system takes events, as it is stored. Times are ms since the epoch. */
export interface Endpoint {
  /** `we_` + 32 hex digits. */
  _id: string
  version: number
  url: string
  /** null: all of them. */
  types: EventType[] | null
  /** The secrets that sign, newest first: `EndpointSecret[]`, sealed. */
  sealed: string
  /** Id of the key or of the operator it was made with. */
  createdBy: string
  createdAt: number
  /** null: it takes events. */
  stopped: { why: EndpointStop; at: number } | null
  /** When something may be sent to it next; null when nothing waits. */
  dueAt: number | null
  /** Until when one run has it to itself. */
  leaseUntil: number
  /** Failures in a row, of all deliveries, and since when. */
  failures: number
  failingSince: number | null
  lastSuccessAt: number | null
  lastFailureAt: number | null
}

export interface EndpointSecret {
  /** `whsec_` + base64 of 32 bytes. */
  secret: string
  /** ms since the epoch when it stops signing; null for the newest. */
  until: number | null
}

/** ms for which the secret of before goes on signing beside the new one. */
const rotationOverlap = 24 * 3600_000

/** Those that sign now, newest first. */
export function liveSecrets(secrets: readonly EndpointSecret[], now: number): string[] {
  return secrets.filter(({ until }) => until === null || until > now).map(({ secret }) => secret)
}

/** `secret` in front, the one of before for a day, older ones not at all. What is in front already stays there. */
export function rotated(
  secrets: readonly EndpointSecret[],
  secret: string,
  now: number,
): readonly EndpointSecret[] {
  const [newest] = secrets
  if (newest?.secret === secret) return secrets
  const before = newest ? [{ secret: newest.secret, until: now + rotationOverlap }] : []
  return [{ secret, until: null }, ...before]
}

export function takes({ types, stopped }: Pick<Endpoint, 'types' | 'stopped'>, type: EventType): boolean {
  return stopped === null && (types === null || types.includes(type))
}
