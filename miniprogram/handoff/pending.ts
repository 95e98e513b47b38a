import type { Handoff } from '../cloud/types'

/**
 * The handoff on its way from the page that asked for it to the page that follows it. It may hold a single-use
 * ticket: it lives in memory only and can be taken once.
 */
let pending: { id: string; handoff: Handoff } | null = null

export function leaveHandoff(id: string, handoff: Handoff): void {
  pending = { id, handoff }
}

export function takeHandoff(id: string): Handoff | null {
  const taken = pending?.id === id ? pending.handoff : null
  pending = null
  return taken
}
