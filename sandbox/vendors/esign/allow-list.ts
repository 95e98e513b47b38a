/** The application's IP allow-list. The simulator listens on this machine only, so every caller has one address. */
const CALLER = '127.0.0.1'

export function createAllowList(initial: readonly string[] = [CALLER]) {
  let ips = [...initial]
  return {
    ips: () => ips,
    set(next: readonly string[]): void {
      ips = [...next]
    },
    /** `*` is documented as a temporary measure. */
    allows: () => ips.includes(CALLER) || ips.includes('*'),
    reset(): void {
      ips = [...initial]
    },
  }
}

export type AllowList = ReturnType<typeof createAllowList>
