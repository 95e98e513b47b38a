import { createBatchWorld, creditCode, organizationName } from '../../test/support/batch-world'
import { withServer } from '../../test/support/server-world'
import type { CollectionName } from '../platform/store'

/**
 * A process that dies at any of its writes, or before its answer is read: the same call with the same Idempotency-Key is
 * answered well once the dead one's time is over, as often as it is asked, and has made one of everything.
 */
const world = async () => withServer(await createBatchWorld())
type World = Awaited<ReturnType<typeof world>>

interface Making {
  what: string
  made: CollectionName
  count: number
  /** What must be there before. */
  prepare?: ((world: World) => Promise<string>) | undefined
  path(id: string): string
  body: object
}
const makings: Making[] = [
  {
    what: 'an invitation',
    made: 'invitations',
    count: 1,
    path: () => '/invitations',
    body: { subject: 'person', title: '供应商入驻', bizId: 'order-7' },
  },
  { what: 'a batch', made: 'batches', count: 1, path: () => '/batches', body: { title: '十一月' } },
  {
    what: 'rows',
    made: 'batch_rows',
    count: 3,
    async prepare({ call }) {
      const { json } = await call('POST', '/batches', { body: { title: '十一月' }, idempotencyKey: 'first' })
      return json.id
    },
    path: id => `/batches/${id}/rows`,
    body: { rows: [1, 2, 3].map(n => ({ name: organizationName(n), creditCode: creditCode(n) })) },
  },
  {
    what: 'an endpoint',
    made: 'endpoints',
    count: 1,
    path: () => '/webhook-endpoints',
    body: { url: 'https://hook.example.com/' },
  },
]

async function writesOf({ prepare, path, body }: Pick<Making, 'prepare' | 'path' | 'body'>): Promise<number> {
  const hub = await world()
  const place = path((await prepare?.(hub)) ?? '')
  let writes = 0
  hub.store.beforeWrite(() => {
    writes += 1
  })
  await hub.call('POST', place, { body, idempotencyKey: 'intent-1' })
  return writes
}

test.each(makings)('$what', async ({ made, count, prepare, path, body }) => {
  const writesOfOne = await writesOf({ prepare, path, body })
  expect(writesOfOne).toBeGreaterThan(2)
  // The last time it lives, and only its answer is lost.
  for (let dieAt = 0; dieAt <= writesOfOne; dieAt++) {
    const hub = await world()
    const place = path((await prepare?.(hub)) ?? '')
    const before = hub.store.all(made).length
    const call = () => hub.call('POST', place, { body, idempotencyKey: 'intent-1' })
    let writes = 0
    hub.store.beforeWrite(() => {
      if (writes >= dieAt && dieAt < writesOfOne) throw new Error('killed')
      writes += 1
    })
    const first = await call()
    hub.store.beforeWrite(() => {})
    expect([201, 409, 500]).toContain((await call()).status)
    hub.pass(91_000)
    const second = await call()
    expect([dieAt, second.status]).toEqual([dieAt, 201])
    expect((await call()).text).toBe(second.text)
    if (first.status === 201) expect(second.text).toBe(first.text)
    expect(hub.store.all(made)).toHaveLength(before + count)
  }
})
