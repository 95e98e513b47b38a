import {
  type BatchWorld,
  createBatchWorld,
  headingLine,
  line,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { codeOf } from '../../../test/support/refusal'
import { rowLink } from '../batch/links'
import { submit } from '../batch/submit'
import { sweepBatches } from '../batch/sweepBatches'
import { listBatchLinks, listBatchRows } from './batches'

const key = `k_${'0'.repeat(16)}`
const born = 1_700_000_000_000
const week = 7 * 24 * 3600_000
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

/** Sent, and prepared by the vendor. */
async function prepared(lines: string[], linkMode: 'single' | 'perRow' = 'single'): Promise<string> {
  const source = { kind: 'text', text: [headingLine, ...lines].join('\n') } as const
  const id = await world.batchOf(0, { source, linkMode })
  await submit(world.deps, operator, { id })
  world.pass(60_000)
  await sweepBatches(world.deps, world.deps.clock() + 30_000)
  return id
}
const mobiles = ['13800138000', '13900139000', '13700137000']
const ofAdministrators = mobiles.map((mobile, at) => line(at + 1, { mobile }))
const rowsAlone = [line(1), line(2), line(3)]
const page = (id: string, { cursor, limit = 20 }: { cursor?: string; limit?: number } = {}) =>
  listBatchLinks(world.deps, key, { id, cursor, limit })
const requests = () => world.batches.linkRequests.length
/** Of the vendor's batches. */
function batchDriver() {
  const driver = world.deps.drivers.get('ess')?.batch
  if (!driver) throw new Error('no batch driver')
  return driver
}
/** The clock goes on by so much with each link that is fetched. */
function slowed(ms: number): void {
  const driver = batchDriver()
  const { link, prepared: asked } = driver
  driver.link = request => {
    world.pass(ms)
    return link(request)
  }
  driver.prepared = taskId => {
    world.pass(ms)
    return asked(taskId)
  }
}

describe('rows', () => {
  const numbers = async (id: string, wanted: Partial<Parameters<typeof listBatchRows>[1]> = {}) => {
    const { items, nextCursor } = await listBatchRows(world.deps, { id, limit: 20, ...wanted })
    return [items.map(({ number }) => number), nextCursor]
  }

  test('come in their order, page by page', async () => {
    const id = await world.batchOf(12)
    expect(await numbers(id)).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], null])
    expect(await numbers(id, { limit: 2 })).toEqual([[1, 2], '2'])
    expect(await numbers(id, { limit: 2, cursor: '2' })).toEqual([[3, 4], '4'])
    expect(await numbers(id, { limit: 2, cursor: '10' })).toEqual([[11, 12], null])
    expect(await numbers(id, { limit: 2, cursor: '11' })).toEqual([[12], null])
    expect(await numbers(id, { limit: 1 })).toEqual([[1], '1'])
  })

  test.each(['x2', '2x', '-2', '100000', '', '1e3'])(
    'a cursor that is none of ours, such as %j, begins at the beginning',
    async cursor => {
      const id = await world.batchOf(3)
      expect(await numbers(id, { cursor })).toEqual([[1, 2, 3], null])
    },
  )

  test('of one batch alone, and of one state', async () => {
    const id = await world.batchOf(3)
    await world.setRow(2, { state: 'verified' })
    await world.batchOf(2)
    expect(await numbers(id)).toEqual([[1, 2, 3], null])
    expect(await numbers(id, { state: 'verified' })).toEqual([[2], null])
    expect(await numbers(id, { state: 'draft', cursor: '1' })).toEqual([[3], null])
  })

  test('of a batch that is not there, there are none', async () => {
    const id = `b_${'0'.repeat(32)}`
    expect(await codeOf(numbers(id))).toBe('NOT_FOUND')
    expect(await codeOf(page(id))).toBe('NOT_FOUND')
  })
})

describe('one link for all rows of an administrator', () => {
  test('is fetched once, page by page, with the place where the list goes on', async () => {
    const id = await prepared(ofAdministrators)
    const first = await page(id, { limit: 2 })
    expect(first.nextCursor).toBe('2')
    expect(first.items).toEqual(
      [1, 2].map(at => ({
        ...{ id: expect.stringMatching(/_1$/), rowId: null, rows: 1, leftOut: [], next: String(at) },
        administrator: { name: '测试**', mobile: ['138****8000', '139****9000'][at - 1] },
        way: expect.objectContaining({
          ...{ url: 'https://long.example', shortUrl: 'https://short.example', expiresAt: born + week },
        }),
      })),
    )
    const rest = await page(id, { cursor: '2' })
    expect(rest).toMatchObject({ items: [{ next: '3' }], nextCursor: null })
    expect(requests()).toBe(3)
    expect(await page(id, { limit: 3 })).toMatchObject({ nextCursor: null })
    expect(requests()).toBe(3)
  })

  test('is fetched anew when it has ended, and when it does not cover all rows', async () => {
    const id = await prepared([line(1), line(2)])
    await page(id)
    const [link] = world.store.all('links')
    const changed = async (changes: { rowIds?: string[]; expiresAt?: number }) => {
      const { version = 0 } = (await world.store.get('links', link?._id ?? '')) ?? {}
      await world.store.replace('links', link?._id ?? '', version, changes)
    }
    await changed({ rowIds: [`${id}_00001`] })
    await page(id)
    expect(requests()).toBe(2)
    await changed({ expiresAt: born })
    expect((await page(id)).items).toMatchObject([{ way: { expiresAt: born + week } }])
    expect(requests()).toBe(3)
    expect(world.batches.linkRequests.at(-1)?.subTaskIds).toHaveLength(2)
  })

  test('names the rows that the vendor left out of it', async () => {
    const id = await prepared(rowsAlone)
    const driver = batchDriver()
    const { progress } = driver
    driver.progress = ids => progress(ids.filter(each => !each.endsWith(organizationName(2))))
    expect((await page(id)).items).toMatchObject([{ rows: 3, leftOut: [2] }])
    // And still does when it is not fetched again.
    expect((await page(id)).items).toMatchObject([{ rows: 3, leftOut: [2] }])
    expect(requests()).toBe(1)
  })

  test('is there later when there was no time to fetch it: after six seconds none is asked for', async () => {
    const id = await prepared(ofAdministrators)
    slowed(3000)
    const ways = async () => (await page(id)).items.map(({ way }) => way !== null)
    expect(await ways()).toEqual([true, true, false])
    expect(requests()).toBe(2)
    expect(await ways()).toEqual([true, true, true])
  })

  test('one that a look had no time to renew is answered as it was', async () => {
    const id = await prepared([...ofAdministrators, line(4)])
    await page(id)
    const links = world.store.all('links')
    for (const { _id, version } of links) await world.store.replace('links', _id, version, { rowIds: [] })
    slowed(6000)
    const { items } = await page(id)
    expect(requests()).toBe(4)
    expect(items.map(({ way }) => way?.url)).toEqual(Array(3).fill('https://long.example'))
  })
})

describe('a link for every row', () => {
  test('stands in the order of the rows, for those that can still be done, without anything the vendor did not say', async () => {
    const id = await prepared([...rowsAlone, line(4)], 'perRow')
    await world.setRow(1, { state: 'processing' })
    await world.setRow(3, { state: 'verified' })
    const { items, nextCursor } = await page(id)
    const { handoff } = await rowLink(world.deps, operator, { rowId: `${id}_00001` })
    expect(items.map(({ id: each }) => each)).toEqual([`${id}_00001`, `${id}_00002`, `${id}_00004`])
    expect(items[0]).toEqual({
      ...{ id: `${id}_00001`, rowId: `${id}_00001`, rows: 1, leftOut: [], next: '1' },
      administrator: { name: '测试**', mobile: '138****8000' },
      way: { ...handoff, shortUrl: null },
    })
    expect(nextCursor).toBeNull()
    expect(requests()).toBe(0)
  })

  test('is of this batch alone', async () => {
    const other = await prepared([line(9)], 'perRow')
    const id = await prepared([line(1)], 'perRow')
    expect((await page(id)).items.map(({ rowId }) => rowId)).toEqual([`${id}_00001`])
    expect((await page(other)).items).toHaveLength(1)
  })

  test('is there later when there was no time to ask for it', async () => {
    const id = await prepared(rowsAlone, 'perRow')
    slowed(3000)
    expect((await page(id)).items.map(({ way }) => way !== null)).toEqual([true, true, false])
  })
})

describe.each(['single', 'perRow'] as const)('where the vendor gives none (%s)', mode => {
  test('a refusal is no link yet; what else goes wrong is not hidden', async () => {
    const id = await prepared([line(1)], mode)
    const driver = batchDriver()
    const refused = async () => ({ kind: 'transient', code: 'X', detail: 'd' }) as const
    Object.assign(driver, { link: refused, prepared: refused })
    expect((await page(id)).items).toMatchObject([{ way: null, rows: 1, leftOut: [] }])
    const broken = async () => {
      throw new Error('broken')
    }
    Object.assign(driver, { link: broken, prepared: broken })
    await expect(page(id)).rejects.toThrow('broken')
  })
})
