import type { LinkView } from '../../../cloud/types'
import { remaining } from './expiry'

/** `none`: nothing to show yet · `over`: to be made anew first · `live` and `stale` can be used. */
export type Situation = 'none' | 'over' | 'live' | 'stale'

/** Time goes on after the server answered: what was live then may be over now. */
export function situationOf({ state, link }: LinkView, now: number): Situation {
  if (link === null) return state === 'expired' ? 'over' : 'none'
  if (state === 'expired' || remaining(link.expiresAt, now).kind === 'over') return 'over'
  return state === 'stale' ? 'stale' : 'live'
}

/** Those that have never been made; one that is over waits for a tap, for somebody may have handed it on. */
export function toFetch(links: readonly LinkView[]): string[] {
  return links.filter(each => each.state === 'none' && each.rows > 0).map(each => each.group)
}

/** The fresh one in its place. */
export function withLink(links: readonly LinkView[], fresh: LinkView): LinkView[] {
  return links.map(each => (each.group === fresh.group ? fresh : each))
}
