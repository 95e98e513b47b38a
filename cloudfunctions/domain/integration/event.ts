/** What a business system can be told. The names are part of the public API and never change their meaning. */
export const eventTypes = [
  'invitation.ready',
  'invitation.opened',
  'invitation.started',
  'invitation.finished',
  'invitation.expired',
  'invitation.revoked',
  'verification.updated',
  'verification.verified',
  'verification.rejected',
  'verification.expired',
  'verification.revoked',
  'batch.row.updated',
  'batch.finished',
  'ping',
] as const
export type EventType = (typeof eventTypes)[number]

/** Ids, states and the customer's own number of the matter: never a name, a number or a contact. */
export type EventData = Readonly<Record<string, string | number | null>>

/** Something that happened, as it is stored. It is kept for 30 days, whether or not anybody was told. */
export interface IntegrationEvent {
  /** `evt_` + 32 hex digits, derived from what it is about: the same happening is the same document. */
  _id: string
  version: number
  /** Sorts like (when it was written down, _id); the cursor of lists. */
  listKey: string
  type: EventType
  /** What it is about: the id of a verification, an invitation, a batch or an endpoint. */
  subjectId: string
  data: EventData
  /** ms since the epoch: when it happened. */
  at: number
  expiresAt: number
}

/** ms an event can be read. */
export const eventLifetime = 30 * 24 * 3600_000

/** As it is sent and as `GET /v1/events/{id}` answers. */
export interface EventBody {
  id: string
  type: EventType
  /** ISO 8601. */
  timestamp: string
  data: EventData
}

export function bodyOf({ _id, type, at, data }: IntegrationEvent): EventBody {
  return { id: _id, type, timestamp: new Date(at).toISOString(), data }
}
