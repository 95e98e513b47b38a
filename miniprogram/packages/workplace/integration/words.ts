import { type ActionFailureError, failedWith } from '../../../cloud/call'
import type { EventType } from '../../../cloud/types'
import { failureText, type KeyOf } from '../../../i18n'
import { clock } from '../../../i18n/time'
import type { Delivery, Endpoint, Key, Scope } from './shapes'
import { integrationText } from './texts'

type Try = Delivery['tries'][number]
type TagKind = 'good' | 'bad' | 'busy' | 'idle'

export const scopes: readonly Scope[] = ['read', 'invite', 'batch', 'webhooks']
/** What can be asked for by itself; a `ping` comes whatever was asked for. */
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
] as const satisfies readonly EventType[]

/** The part of a key that is no secret, as it stands at the beginning of the key itself. */
export function keyStart(id: string): string {
  return `rnk_${id.slice('k_'.length)}_…`
}

export function keyTag({ revokedAt, expiresAt }: Key, now: number): { kind: TagKind; text: string } {
  if (revokedAt !== null) return { kind: 'idle', text: integrationText('key.revoked') }
  if (expiresAt !== null && expiresAt <= now) return { kind: 'idle', text: integrationText('key.ended') }
  return { kind: 'good', text: integrationText('key.live') }
}

/** Can still be used: what is over is only looked at. */
export function isLive({ revokedAt, expiresAt }: Key, now: number): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > now)
}

/** Until when, and when it was last used. */
export function keyTimes({ expiresAt, lastUsedAt }: Key): string[] {
  const until =
    expiresAt === null
      ? integrationText('key.endless')
      : integrationText('key.until', { time: clock(expiresAt) })
  const used =
    lastUsedAt === null
      ? integrationText('key.unused')
      : integrationText('key.used', { time: clock(lastUsedAt) })
  return [until, used]
}

export function endpointTag({ stopped }: Endpoint): { kind: TagKind; text: string } {
  if (stopped === null) return { kind: 'good', text: integrationText('endpoint.on') }
  const kind = stopped.why === 'operator' ? 'idle' : 'bad'
  return { kind, text: integrationText('endpoint.off') }
}

/** How it went lately; what nobody knows yet is not said. */
export function endpointTimes({ lastSuccessAt, lastFailureAt }: Endpoint): string[] {
  const said: string[] = []
  if (lastSuccessAt !== null) said.push(integrationText('endpoint.success', { time: clock(lastSuccessAt) }))
  if (lastFailureAt !== null) said.push(integrationText('endpoint.failure', { time: clock(lastFailureAt) }))
  return said.length > 0 ? said : [integrationText('endpoint.nothing')]
}

export function typesText({ types }: Endpoint): string {
  return types === null
    ? integrationText('types.all')
    : types.map(typeText).join(integrationText('types.and'))
}

/** A server newer than this page may know more types; those go by their own names. */
export function typeText(type: string): string {
  const key = `type.${type}`
  return isTypeKey(key) ? integrationText(key) : type
}

function isTypeKey(key: string): key is Extract<KeyOf<typeof integrationText>, `type.${string}`> {
  return integrationText.has(key)
}

/** The host alone: the rest of an address is long, and may be secret. */
export function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? url
}

export function deliveryTag({ state }: Delivery): { kind: TagKind; text: string } {
  const kind = ({ pending: 'busy', delivered: 'good', failed: 'bad' } as const)[state]
  return { kind, text: integrationText(`delivery.${state}`) }
}

/** `2026-01-02 03:04 · 503 · 对方没有接受`. */
export function tryText({ at, status, failure }: Try): string {
  const how = failure === null ? integrationText('try.ok') : integrationText(`try.${failure}`)
  return [clock(at), ...(status === null ? [] : [status]), how].join(' · ')
}

/** What is wrong with the address, at its field; null when it is something else. */
export function urlFailureText(failure: ActionFailureError): string | null {
  if (failure.code === 'URL_REFUSED') return failureText(failure)
  return failure.code === 'INVALID_INPUT' ? integrationText('url.malformed') : null
}

/** What is left of a list; null when what it was about is there no more. */
export async function unlessGone<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (failedWith(error, 'NOT_FOUND')) return null
    throw error
  }
}
