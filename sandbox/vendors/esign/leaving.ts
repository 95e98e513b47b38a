/** How a result page is left: by itself or by hand, and to where. */
import type { Visit } from './flows'

export type Leaving =
  /** The mini-program goes back and says how it went; `afterS` seconds later by itself. */
  | { to: 'caller'; afterS?: number }
  | { to: 'url'; url: string; afterS?: number }
  /** Nothing to tap: the phone's own way back, or closing the tab. */
  | { to: 'nowhere' }

/** Documented for v3. */
const BACK = 'wechat://back'
const REAL_NAME_DELAY_S = 5
const AUTHORIZE_DELAY_S = 3

export function leaving({ flow, entrance }: Visit): Leaving {
  const { family, request } = flow
  const { redirectUrl = '' } = request
  const isWeb = /^https?:\/\//i.test(redirectUrl)
  if (family === 'v2') {
    const afterS = request.showResultPage ? undefined : 0
    if (entrance === 'mini-program') return { to: 'caller', afterS }
    return isWeb ? { to: 'url', url: redirectUrl, afterS } : { to: 'nowhere' }
  }
  if (entrance === 'mini-program') {
    return redirectUrl === BACK ? { to: 'caller', afterS: v3Delay(request) } : { to: 'nowhere' }
  }
  return isWeb ? { to: 'url', url: redirectUrl, afterS: v3Delay(request) } : { to: 'nowhere' }
}

/** Documented: without scopes every number but 0 means the default. */
function v3Delay({ scopes, redirectDelay }: Visit['flow']['request']): number {
  if (redirectDelay === '0') return 0
  if (scopes.length === 0) return REAL_NAME_DELAY_S
  return redirectDelay === undefined ? AUTHORIZE_DELAY_S : Number(redirectDelay)
}
