import { sameText } from '../../platform/crypto'
import type { Deps } from '../kit/deps'

interface Attempt {
  _id: string
  vendor: string
  attempt: number
}

/** Where the vendor sends notices about one attempt. The last part cannot be guessed and is stored nowhere. */
export function noticeUrl(deps: Pick<Deps, 'config' | 'vault'>, { _id, vendor, attempt }: Attempt): string {
  return `${deps.config.callbackBaseUrl}/${vendor}/${_id}/${attempt}/${secretOf(deps, _id, attempt)}`
}

/** Whether `secret` is the one we gave out for this attempt. */
export function isOurs(deps: Pick<Deps, 'vault'>, id: string, attempt: number, secret: string): boolean {
  return sameText(secret, secretOf(deps, id, attempt))
}

function secretOf({ vault }: Pick<Deps, 'vault'>, id: string, attempt: number): string {
  return vault.digest('notice', id, String(attempt)).slice(0, 32)
}
