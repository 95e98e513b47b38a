import { mount } from '../../test/support/hooks'
import { ActionFailureError } from './call'
import { usePages } from './pages'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('react', () => jest.requireActual('../../test/support/hooks'))

interface Item {
  id: string
}

/** A list at the server: of so many items, newest first, and what was asked for. */
function list(total: number, name = 'item') {
  const server = { total, broken: false }
  const load = jest.fn(async ({ limit, cursor }: { limit: number; cursor?: string }) => {
    if (server.broken) throw new ActionFailureError('NETWORK', '')
    const from = cursor === undefined ? server.total : Number(cursor)
    const to = Math.max(from - limit, 0)
    const items: Item[] = Array.from({ length: from - to }, (_, at) => ({ id: `${name} ${from - at}` }))
    return { items, nextCursor: to > 0 ? String(to) : null }
  })
  return { server, load }
}

test('a list goes on where it ends, until there is no more', async () => {
  const { load } = list(45)
  const page = mount(() => usePages(load))
  expect(page()).toMatchObject({ items: [], loaded: false, hasMore: false })
  await page().refresh()
  expect(page()).toMatchObject({ loaded: true, hasMore: true })
  await page().more()
  await page().more()
  expect(page().items.map(({ id }) => id)).toEqual(Array.from({ length: 45 }, (_, at) => `item ${45 - at}`))
  expect(page().hasMore).toBe(false)
  await page().more()
  expect(load).toHaveBeenCalledTimes(3)
})

test('read anew, it keeps what was scrolled to, also beyond what can be read at once', async () => {
  const { server, load } = list(80)
  const page = mount(() => usePages(load))
  await page().refresh()
  for (const _ of [1, 2]) await page().more()
  server.total += 1
  await page().refresh()
  expect(load).toHaveBeenLastCalledWith({ limit: 50 })
  const ids = page().items.map(({ id }) => id)
  expect([ids[0], ids[49], ids[50], ids.length]).toEqual(['item 81', 'item 32', 'item 31', 61])
  await page().more()
  expect(page().items).toHaveLength(81)
  expect(page().hasMore).toBe(false)
})

test('the end reached while the list is read anew waits for it', async () => {
  const { server, load } = list(45)
  const page = mount(() => usePages(load))
  await page().refresh()
  server.total += 1
  const reading = page().refresh()
  await page().more()
  await reading
  expect(page().items.map(({ id }) => id)).toEqual(Array.from({ length: 41 }, (_, at) => `item ${46 - at}`))
})

test('the end reached twice is asked for once', async () => {
  const { load } = list(45)
  const page = mount(() => usePages(load))
  await page().refresh()
  await Promise.all([page().more(), page().more()])
  expect(load).toHaveBeenCalledTimes(2)
})

test('a failure leaves the list, and the next answer takes it away', async () => {
  const { server, load } = list(45)
  const page = mount(() => usePages(load))
  await page().refresh()
  server.broken = true
  await page().more()
  expect(page()).toMatchObject({ failure: { code: 'NETWORK' }, hasMore: true })
  expect(page().items).toHaveLength(20)
  server.broken = false
  await page().more()
  expect(page()).toMatchObject({ failure: null })
  expect(page().items).toHaveLength(40)
})

test('another list is read by itself, and nothing of the one before is left in it', async () => {
  const [all, some] = [list(45), list(3, 'found')]
  let load = all.load
  const page = mount(() => usePages(load))
  await page().refresh()
  const late = page().more()
  load = some.load
  page()
  await late
  await new Promise(resolve => setTimeout(resolve))
  expect(page().items.map(({ id }) => id)).toEqual(['found 3', 'found 2', 'found 1'])
  expect(page().hasMore).toBe(false)
})

test('there is nothing more before the first answer', async () => {
  const { load } = list(45)
  const page = mount(() => usePages(load))
  await page().more()
  expect([load.mock.calls, page().items]).toEqual([[], []])
})

test('what was read beyond the end of a list that has become shorter is gone', async () => {
  const { server, load } = list(45)
  const page = mount(() => usePages(load))
  await page().refresh()
  await page().more()
  server.total = 30
  await page().refresh()
  expect([page().items.length, page().hasMore]).toEqual([30, false])
})

test('when so much is new that nothing of before was read again, the list begins anew', async () => {
  const { server, load } = list(80)
  const page = mount(() => usePages(load))
  await page().refresh()
  server.total = 180
  await page().refresh()
  const ids = page().items.map(({ id }) => id)
  expect([ids[0], ids[ids.length - 1], ids.length]).toEqual(['item 180', 'item 161', 20])
  await page().more()
  expect(page().items[20]?.id).toBe('item 160')
})

/** A list of these, in this order; what the server has may be changed. */
function listOf(count: number) {
  const server = { items: Array.from({ length: count }, (_, at) => ({ id: String(at), version: 1 })) }
  const load = jest.fn(async ({ limit, cursor }: { limit: number; cursor?: string }) => {
    const from = server.items.findIndex(({ id }) => id === cursor) + 1
    const items = server.items.slice(from, from + limit)
    return {
      items,
      nextCursor: from + limit < server.items.length ? (items[items.length - 1]?.id ?? null) : null,
    }
  })
  return { server, load }
}

test('of what was read anew the newer word counts, and what is gone or went up stays nowhere else', async () => {
  const { server, load } = listOf(80)
  const page = mount(() => usePages(load))
  await page().refresh()
  for (const _ of [1, 2]) await page().more()
  const [gone, wentUp] = ['48', '55']
  const others = server.items.filter(({ id }) => id !== gone && id !== wentUp)
  server.items = [{ id: wentUp, version: 2 }, ...others.map(({ id }) => ({ id, version: 2 }))]
  await page().refresh()
  const { items } = page()
  const places = [...Array(60).keys()].map(String)
  expect(items.map(({ id }) => id)).toEqual([wentUp, ...places.filter(id => id !== gone && id !== wentUp)])
  expect(items.map(({ version }) => version)).toEqual([...Array(50).fill(2), ...Array(9).fill(1)])
})

test('what was scrolled to stays although nearly all that was read is new', async () => {
  const { server, load } = listOf(40)
  const page = mount(() => usePages(load))
  await page().refresh()
  const fresh = Array.from({ length: 19 }, (_, at) => ({ id: `new ${at}`, version: 1 }))
  server.items = [...fresh, ...server.items]
  await page().refresh()
  expect(page().items).toEqual(server.items.slice(0, 39))
})

test('a list that ends earlier now is shown to its end', async () => {
  const { server, load } = listOf(45)
  const page = mount(() => usePages(load))
  await page().refresh()
  await page().more()
  server.items = server.items.slice(0, 30)
  await page().refresh()
  expect([page().items.length, page().hasMore]).toEqual([30, false])
})

test('a list that was asked for before it is drawn is read once', async () => {
  const { load } = listOf(10)
  let shown = false
  const page = mount(() => {
    const pages = usePages(load)
    if (!shown) pages.refresh()
    shown = true
    return pages
  })
  expect((await page.settled()).items).toHaveLength(10)
  expect(load).toHaveBeenCalledTimes(1)
})
