/**
 * Whether what is leased until `until` is somebody's now; all ms. Nobody leases for longer than `longest`: what seems
 * to be was written by a clock that was ahead, and holds nobody up until that hour has come.
 */
export function isHeld(until: number, now: number, longest: number): boolean {
  return until > now && until - now <= longest
}
