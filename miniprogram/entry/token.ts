const shape = /^[A-Za-z0-9_-]{22}$/

/** The token of an invitation or a hand-over, as the contract describes it; null for anything else. */
export function tokenOf(value: unknown): string | null {
  return typeof value === 'string' && shape.test(value) ? value : null
}
