import type { Redirect } from './invitation'

/** Whether an invitation may send its invitee there afterwards: an appId or a host that the owner has listed. */
export function isAllowedRedirect(redirect: Redirect | null, targets: readonly string[]): boolean {
  if (redirect === null) return true
  if (redirect.kind === 'miniProgram') return targets.includes(redirect.appId)
  try {
    const { protocol, hostname, port, username, password } = new URL(redirect.url)
    return (
      protocol === 'https:' && port === '' && username === '' && password === '' && targets.includes(hostname)
    )
  } catch {
    return false
  }
}
