import type { PhoneAnswer } from '../../../components/phone-button'

/** `refused`: the user said no · `unavailable`: WeChat cannot give a number here. */
export type PhoneGrant = { kind: 'granted'; code: string } | { kind: 'refused' } | { kind: 'unavailable' }

export function grantOf({ code, errMsg }: PhoneAnswer): PhoneGrant {
  if (code) return { kind: 'granted', code }
  return /deny|cancel|privacy permission/.test(errMsg) ? { kind: 'refused' } : { kind: 'unavailable' }
}
