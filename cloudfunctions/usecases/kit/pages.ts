import { ActionError } from '../../domain/errors'

/** Few enough that one answer of the database stays below its 1 MB. */
export const pageSize = 500

/**
 * All documents of a list in the order of their `listKey`, page by page; `page` fetches those after a key. Throws
 * RANGE_TOO_LARGE when there are more than `most`.
 */
export async function allPages<T extends { listKey: string }>(
  most: number,
  page: (after: string) => Promise<T[]>,
): Promise<T[]> {
  const all: T[] = []
  for (;;) {
    const found = await page(all.at(-1)?.listKey ?? '')
    all.push(...found)
    if (all.length > most) throw new ActionError('RANGE_TOO_LARGE')
    if (found.length < pageSize) return all
  }
}
