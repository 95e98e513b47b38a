import type { Standing } from '../../domain/decide'
import { isRecord, parseJsonKeepingIds } from '../../platform/json'
import type { NoticeReading, RawNotice } from '../driver'

/** `status` of the personal notice. Its numbers are not those of the query. */
const standings: Record<string, Standing> = { '1': 'verified', '2': 'rejected', '3': 'reviewing' }

/**
 * The personal notice: a form post of mode, status and authId. 契约锁 documents no signature for it; what makes it
 * authentic is the unguessable part of the address it was sent to, which the use case has checked before. JSON is
 * accepted too.
 */
export function readPersonNotice(notice: RawNotice): NoticeReading {
  const fields = fieldsOf(notice)
  if (!fields) return { kind: 'refused', reason: 'the body is neither a form nor JSON' }
  const status = fields.status ?? ''
  const standing = standings[status]
  if (!standing) return { kind: 'refused', reason: 'the status is not one of 1, 2, 3' }
  const mode = /^[A-Z]{1,16}$/.test(fields.mode ?? '') ? `,mode=${fields.mode}` : ''
  const authId = fields.authId ?? ''
  return {
    kind: 'read',
    claim: { standing, rawStatus: `status=${status}${mode}` },
    refs: /^[\w-]{1,64}$/.test(authId) ? { authId } : {},
  }
}

function fieldsOf({ body, headers }: RawNotice): Record<string, string> | null {
  const text = body.toString('utf8')
  if (!(headers['content-type'] ?? '').includes('json')) return Object.fromEntries(new URLSearchParams(text))
  try {
    const value = parseJsonKeepingIds(text)
    if (!isRecord(value)) return null
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, String(each)]))
  } catch {
    return null
  }
}
