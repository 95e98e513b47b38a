import type { Hint } from '../domain/words'

/** How the user is passed on to the vendor. A page needs to know nothing else about the vendor. */
export type Handoff = PluginHandoff | MiniProgramHandoff | QrImageHandoff | WebUrlHandoff

/** Open with `navigateTo`. Used at once: it holds a single-use ticket and must never be kept. */
export interface PluginHandoff {
  kind: 'plugin'
  /** A complete `plugin://alias/page?query` address. */
  url: string
  /** The plugin's events and what each hints at. */
  events: Record<string, Hint>
  /** The event that must be emitted exactly once after one of `events`, or the plugin page stays. */
  leaveEvent: string
}

export interface MiniProgramHandoff {
  kind: 'miniProgram'
  appId: string
  path: string
  /** Handed to the other mini-program as it is. */
  extraData?: Record<string, unknown>
  envVersion: 'release' | 'trial' | 'develop'
  /** Half screen where the platform allows it. */
  embedded: boolean
}

export interface QrImageHandoff {
  kind: 'qrImage'
  url: string
  /** ms since the epoch; null when the vendor states no limit. */
  expiresAt: number | null
}

/** For any browser: copied, or scanned with another phone. */
export interface WebUrlHandoff {
  kind: 'webUrl'
  url: string
  /** The same address as a QR code: a `data:image/png` URL. */
  qrImage: string
  /** Whoever opens it first uses it up. */
  singleUse: boolean
  /** ms since the epoch; null when the vendor states no limit. */
  expiresAt: number | null
}
