import type { VerificationView } from '../../cloud/types'

/** Puts a page of the list into what is shown: known ones in their place, the rest before or after. */
export function merge(
  shown: readonly VerificationView[],
  page: readonly VerificationView[],
  side: 'before' | 'after',
): VerificationView[] {
  const fresh = new Map(page.map(each => [each.id, each]))
  const updated = shown.map(each => fresh.get(each.id) ?? each)
  const known = new Set(shown.map(each => each.id))
  const added = page.filter(each => !known.has(each.id))
  return side === 'before' ? [...added, ...updated] : [...updated, ...added]
}
