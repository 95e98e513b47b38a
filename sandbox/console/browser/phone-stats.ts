/** What the phone tells about itself, summed up. */
import { isRecord } from '../../record'

export interface PhoneError {
  where: string
  message: string
}

export interface PhoneStats {
  route: string
  /** UTF-8 bytes. */
  lastSetData: number
  totalSetData: number
  setDataCalls: number
  apiCalls: number
  failedApiCalls: number
  /** The latest call that failed; a privacy guide that was refused counts as well. */
  lastFailure?: PhoneError
  errors: PhoneError[]
}

/** Answers, not failures: nothing was stored under that key, or somebody closed what was asked. */
const ordinary = /:fail (data not found|cancel)$/

/** More are counted in the phone's own record; here only the latest are of use. */
const ERRORS_SHOWN = 20

export function emptyStats(): PhoneStats {
  return {
    route: '',
    lastSetData: 0,
    totalSetData: 0,
    setDataCalls: 0,
    apiCalls: 0,
    failedApiCalls: 0,
    errors: [],
  }
}

/** The stats after `message`; the same object when the message is none of the phone's. */
export function withMessage(stats: PhoneStats, message: unknown): PhoneStats {
  if (!isRecord(message) || message.phone !== 1) return stats
  const { type, route, bytes, where, outcome } = message
  if (type === 'route' && typeof route === 'string') return { ...stats, route }
  if (type === 'setData' && typeof bytes === 'number') {
    const { totalSetData, setDataCalls } = stats
    return {
      ...stats,
      lastSetData: bytes,
      totalSetData: totalSetData + bytes,
      setDataCalls: setDataCalls + 1,
    }
  }
  if (type === 'api') {
    const counted = { ...stats, apiCalls: stats.apiCalls + 1 }
    const { name, target, errMsg } = message
    if (outcome !== 'fail' || ordinary.test(text(errMsg))) return counted
    const where = [name, target].map(text).filter(Boolean).join(' ')
    return {
      ...counted,
      failedApiCalls: stats.failedApiCalls + 1,
      lastFailure: { where, message: text(errMsg) },
    }
  }
  if (type === 'error') {
    const error = { where: text(where), message: text(message.message) }
    return { ...stats, errors: [...stats.errors, error].slice(-ERRORS_SHOWN) }
  }
  return stats
}

export function bytesText(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
