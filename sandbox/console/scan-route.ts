/** `GET /scan`: whoever opens the address inside a code sees the phone at its page. */
import { Refusal } from './answer'
import { launchOf, phoneAddress } from './scan'

/** Kept when the address names them. */
const kept = ['openid', 'platform', 'language']

/** The address to go to. */
export function scanTarget({ searchParams }: URL, now: number): string {
  const launch = launchOf(searchParams, now)
  if (launch === 'ended') throw new Refusal(410, 'codeEnded', 'the link has ended')
  if (!launch) throw new Refusal(400, 'badRequest', 'the address needs scene, query or q')
  const given = kept.map(name => [name, searchParams.get(name)] as const)
  const who = given.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
  return phoneAddress(launch, Object.fromEntries(who))
}
