import { ActionError } from '../../domain/errors'
import { inLanes } from './lanes'
import { allPages, onePage, pageSize } from './pages'
import { slices } from './slices'
import { untilDone } from './untilDone'

const documents = Array.from({ length: 7 }, (_, index) => ({ listKey: `k${index}` }))
type Wanted = Parameters<Parameters<typeof onePage>[1]>[0]

/** As the store answers. */
const find = async ({ from: [, comparison, key], rest: { orderBy, limit } }: Wanted) => {
  const fits = documents.filter(({ listKey }) => (comparison === 'gt' ? listKey > key : listKey < key))
  if (orderBy[0]?.[1] === 'desc') fits.reverse()
  return fits.slice(0, limit)
}

/** Every page, each by the cursor of the one before. */
async function walk(limit: number, order?: 'asc' | 'desc'): Promise<string[]> {
  const pages: string[] = []
  for (let cursor: string | undefined; ; ) {
    const { items, nextCursor } = await onePage({ cursor, limit }, find, ({ listKey }) => listKey, order)
    pages.push(items.join(' '))
    if (nextCursor === null) return pages
    cursor = nextCursor
  }
}

test('a list is gone through page by page, newest first or oldest first, and every document is on one page', async () => {
  expect(await walk(3)).toEqual(['k6 k5 k4', 'k3 k2 k1', 'k0'])
  expect(await walk(3, 'asc')).toEqual(['k0 k1 k2', 'k3 k4 k5', 'k6'])
  // The last page is full: there is none behind it.
  expect(await walk(7)).toEqual(['k6 k5 k4 k3 k2 k1 k0'])
  expect(await walk(8)).toHaveLength(1)
})

test('all documents are fetched in pages, and more than is allowed is refused', async () => {
  const all = Array.from({ length: pageSize + 1 }, (_, index) => ({
    listKey: String(index).padStart(4, '0'),
  }))
  const afters: string[] = []
  const page = async (after: string) => {
    afters.push(after)
    return all.filter(({ listKey }) => listKey > after).slice(0, pageSize)
  }
  expect(await allPages(all.length, page)).toEqual(all)
  expect(afters).toEqual(['', '0499'])
  const refused = await allPages(all.length - 1, page).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'RANGE_TOO_LARGE' })
  expect(refused).toBeInstanceOf(ActionError)
})

test.each([
  [[], []],
  [[1], [[1]]],
  [[1, 2], [[1, 2]]],
  [
    [1, 2, 3],
    [[1, 2], [3]],
  ],
])('%j in slices of two is %j', (all, expected) => {
  expect(slices(all, 2)).toEqual(expected)
})

test('pages are taken until one is not full, or the time is over', async () => {
  let now = 0
  const pages = [100, 100, 7, 100]
  const page = async () => {
    now += 10
    return pages.shift() ?? 0
  }
  expect(await untilDone({ clock: () => now }, 1000, page)).toBe(207)
  pages.unshift(100, 100, 100)
  now = 0
  expect(await untilDone({ clock: () => now }, 20, page)).toBe(200)
})

test('all lanes come to their end, also when one fails, and then its error is told', async () => {
  let ended = 0
  let begun = 0
  const work = async () => {
    begun += 1
    const own = begun
    await Promise.resolve()
    if (own === 1) throw new Error('the first')
    for (let step = 0; step < 5; step++) await Promise.resolve()
    ended += 1
    if (own === 3) throw new Error('the third')
  }
  await expect(inLanes(3, work)).rejects.toThrow('the first')
  expect([begun, ended]).toEqual([3, 2])
  await expect(inLanes(2, async () => {})).resolves.toBeUndefined()
})
