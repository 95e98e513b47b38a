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

/** Where a list goes on, and how many are shown. */
export interface Position {
  cursor?: string | undefined
  limit: number
}

/** How a page of a list is found: the condition that says where it begins, and the rest. */
interface OnePage {
  from: readonly ['listKey', 'gt' | 'lt', string]
  rest: { orderBy: readonly (readonly ['listKey', Order])[]; limit: number }
}

type Order = 'asc' | 'desc'

/**
 * One page of a list, newest first unless `order` says otherwise. One document more than is shown tells whether there
 * is another page.
 */
export async function onePage<D extends { listKey: string }, V>(
  { cursor, limit }: Position,
  find: (page: OnePage) => Promise<D[]>,
  view: (document: D) => V | Promise<V>,
  order: Order = 'desc',
): Promise<{ items: V[]; nextCursor: string | null }> {
  const found = await find({
    from: cursor === undefined ? ['listKey', 'gt', ''] : ['listKey', order === 'desc' ? 'lt' : 'gt', cursor],
    rest: { orderBy: [['listKey', order]], limit: limit + 1 },
  })
  const shown = found.slice(0, limit)
  return {
    items: await Promise.all(shown.map(view)),
    nextCursor: found.length > limit ? (shown.at(-1)?.listKey ?? null) : null,
  }
}
