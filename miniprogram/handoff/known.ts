import type { ConfigResult, Handoff, Redirect } from '../cloud/types'
import { knownConfig } from '../cloud/use-config'

type Jumps = ConfigResult['jumps']

/** Whether a way that an answer names is one of those the set-up knows. Asked before anything is jumped to or shown. */
export async function isKnownHandoff(handoff: Handoff): Promise<boolean> {
  try {
    return leadsToKnown(handoff, (await knownConfig()).jumps)
  } catch {
    return false
  }
}

export function leadsToKnown(handoff: Handoff, { appIds, plugins, hosts }: Jumps): boolean {
  switch (handoff.kind) {
    case 'plugin':
      return plugins.some(plugin => handoff.url === plugin || handoff.url.startsWith(`${plugin}?`))
    case 'miniProgram':
      return appIds.includes(handoff.appId)
    case 'qrImage':
    case 'webUrl':
      return hosts.some(host => isBelow(handoff.url, host))
    // A newer server may know a kind that this version does not.
    default:
      return false
  }
}

export function isKnownRedirect(redirect: Redirect, { redirects }: Jumps): boolean {
  return redirect.kind === 'miniProgram'
    ? redirects.includes(redirect.appId)
    : redirects.some(host => host === partsOf(redirect.url)?.host)
}

/** Without `URL`, which mini-programs have not. A host with a port belongs to the local world. */
function isBelow(url: string, host: string): boolean {
  const parts = partsOf(url)
  if (!parts) return false
  if (host.includes(':')) return parts.host === host
  return parts.scheme === 'https' && (parts.host === host || parts.host.endsWith(`.${host}`))
}

/** null for what has a user name, an odd sign or no host. */
function partsOf(url: string): { scheme: string; host: string } | null {
  const [, scheme, host] = /^(https?):\/\/([a-z0-9.-]+(?::\d{1,5})?)(?:[/?#]|$)/i.exec(url) ?? []
  return scheme && host ? { scheme: scheme.toLowerCase(), host: host.toLowerCase() } : null
}
