/** What a phone makes of a code: the page, the query and WeChat's scene value. Used by the server and by the page. */
import type { GivenCode } from './shapes'

export interface Launch {
  /** Empty: the home page. */
  page: string
  /** As the page receives it: values stay encoded. */
  query: string
  scene: number
}

/** WeChat's scene values. */
const byQrCode = 1011
const byMiniProgramCode = 1047
const byScheme = 1065
const byLink = 1194

/** A code or link of the local cloud; `ended`: its time is over; null: the address is none. */
export function launchOf(parameters: URLSearchParams, now: number): Launch | 'ended' | null {
  const [scene, query, link] = ['scene', 'query', 'q'].map(name => parameters.get(name))
  const page = parameters.get('page') ?? ''
  const expires = parameters.get('expires')
  if (expires !== null && Number(expires) * 1000 <= now) return 'ended'
  if (scene) return { page, query: sceneQuery(scene), scene: byMiniProgramCode }
  if (link) return { page, query: linkQuery(link, now), scene: byQrCode }
  if (query === null || query === undefined) return null
  return { page, query, scene: parameters.has('scheme') ? byScheme : byLink }
}

/**
 * What somebody pastes: the address inside a code, any other address (a plain QR code), the path of a page, or the
 * scene of a code, which belongs to the page it was given out for.
 */
export function launchOfText(text: string, codes: readonly GivenCode[], now: number): Launch | 'ended' {
  const content = text.trim()
  const url = addressOf(content)
  if (url) {
    const launch = isCodeAddress(url) ? launchOf(url.searchParams, now) : null
    return launch ?? { page: '', query: linkQuery(content, now), scene: byQrCode }
  }
  const [page = '', ...rest] = content.split('?')
  if (pagePath.test(page))
    return { page: page.replace(/^\//, ''), query: rest.join('?'), scene: byMiniProgramCode }
  const given = codes.find(({ scene }) => scene === content) ?? codes.find(({ scene }) => scene !== undefined)
  return { page: given?.page ?? '', query: sceneQuery(content), scene: byMiniProgramCode }
}

/** Where the phone shows it, as the person who scans. */
export function phoneAddress({ page, query, scene }: Launch, who: Record<string, string>): string {
  const target = { ...(page && { path: page }), ...(query && { query }), scene: String(scene) }
  return `/phone/?${new URLSearchParams({ ...who, ...target })}`
}

const pagePath = /^\/?[\w-]+(\/[\w-]+)+$/

function sceneQuery(scene: string): string {
  return `scene=${encodeURIComponent(scene)}`
}

/** WeChat adds the time of the scan, in seconds. */
function linkQuery(address: string, now: number): string {
  return `q=${encodeURIComponent(address)}&scancode_time=${Math.floor(now / 1000)}`
}

function addressOf(content: string): URL | null {
  try {
    const url = new URL(content)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null
  } catch {
    return null
  }
}

/** The console's own, or the one of a cloud that runs without a console. */
function isCodeAddress({ hostname, pathname }: URL): boolean {
  const isLocal = hostname === '127.0.0.1' || hostname === 'localhost'
  return isLocal && (pathname === '/scan' || pathname === '/__sandbox/code')
}
