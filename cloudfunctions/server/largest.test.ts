import { createBatchWorld, creditCode } from '../../test/support/batch-world'
import { createServerWorld, type ServerAnswer, withServer } from '../../test/support/server-world'
import { columns } from '../domain/batch/row'
import { makeLinks } from '../usecases/integration/links'
import { tell } from '../usecases/integration/tell'
import { start } from '../usecases/verification/start'
import { pageOf } from './page'
import { linkResource } from './resources'

/** HTTP access lets 100 KB of text through: every answer stays below it at the largest that is allowed, and none is lost. */
const limit = 100 * 1024
/** A character of three bytes. */
const long = (length: number) => '长'.repeat(length)

type List = (cursor: string | null) => Promise<ServerAnswer>

/** All items of a list, read page by page as a caller does. */
async function allOf(list: List): Promise<{ ids: string[]; pages: number }> {
  const ids: string[] = []
  let cursor: string | null = null
  for (let pages = 1; ; pages++) {
    const { status, text, json } = await list(cursor)
    expect(status).toBe(200)
    expect(Buffer.byteLength(text)).toBeLessThan(limit)
    ids.push(...json.items.map(({ id }: { id: string }) => id))
    cursor = json.nextCursor
    if (cursor === null) return { ids, pages }
  }
}
const query = (cursor: string | null) => ({ limit: '100', ...(cursor !== null && { cursor }) })

test('invitations with the longest texts', async () => {
  const world = await createServerWorld()
  const body = {
    subject: 'organization',
    title: long(30),
    note: long(200),
    bizId: 'b'.repeat(64),
    invitee: { name: long(100) },
  }
  for (let n = 0; n < 100; n++) {
    const { status, text } = await world.call('POST', '/invitations', { body, idempotencyKey: `i-${n}` })
    expect([n, status]).toEqual([n, 201])
    expect(Buffer.byteLength(text)).toBeLessThan(limit)
  }
  const { ids, pages } = await allOf(cursor => world.call('GET', '/invitations', { query: query(cursor) }))
  expect(new Set(ids).size).toBe(100)
  expect(ids).toHaveLength(100)
  // Asked for at once, and more than one answer holds.
  expect(pages).toBe(2)
})

test('verifications and events by the hundred', async () => {
  const world = await createServerWorld()
  await start(world.deps, 'alice', await world.startInput())
  const [one] = world.store.all('verifications')
  if (!one) throw new Error('no verification')
  for (let n = 0; n < 120; n++) {
    const _id = `v_${n.toString(16).padStart(32, '0')}`
    const changes = { bizId: 'b'.repeat(64), maskedName: long(100) }
    await world.store.insert('verifications', { ...one, ...changes, _id, listKey: `1_${_id}` })
  }
  const verifications = await allOf(cursor => world.call('GET', '/verifications', { query: query(cursor) }))
  expect(new Set(verifications.ids).size).toBe(121)
  await tell(
    world.deps,
    Array.from({ length: 250 }, (_each, n) => ({
      source: `row-${n}`,
      type: 'verification.verified' as const,
      subjectId: one._id,
      at: n,
      data: { id: one._id, state: 'verified', bizId: 'b'.repeat(64), reason: long(40), sequence: n },
    })),
  )
  const events = await allOf(cursor => world.call('GET', '/events', { query: query(cursor) }))
  expect(new Set(events.ids).size).toBe(world.store.all('events').length)
})

test('rows, as many and as long as one call may bring, each with everything wrong', async () => {
  const world = await withServer(await createBatchWorld())
  const { json } = await world.call('POST', '/batches', { body: { title: long(50) }, idempotencyKey: 'b-1' })
  const wrong = Object.fromEntries(columns.map(column => [column, '#REF!']))
  const added = [
    ...Array.from({ length: 200 }, (_each, n) => ({ ...wrong, name: `${n}#REF!` })),
    ...Array.from({ length: 200 }, (_each, n) => ({ name: long(140), creditCode: creditCode(n) })),
  ]
  let told = 0
  for (let call = 0; call < 2; call++) {
    const answer = await world.call('POST', `/batches/${json.id}/rows`, {
      body: { rows: added.slice(call * 200, call * 200 + 200) },
      idempotencyKey: `rows-${call}`,
    })
    expect([answer.status, Buffer.byteLength(answer.text) < limit]).toEqual([201, true])
    told += answer.json.items.length
    if (answer.json.nextCursor === null) continue
    const rest = await allOf(cursor =>
      world.call('GET', `/batches/${json.id}/rows`, { query: query(cursor ?? answer.json.nextCursor) }),
    )
    told += rest.ids.length
  }
  expect(told).toBe(400)
  const { ids } = await allOf(cursor =>
    world.call('GET', `/batches/${json.id}/rows`, { query: query(cursor) }),
  )
  expect(new Set(ids).size).toBe(400)
  expect(ids).toHaveLength(400)
})

test('links that leave out nearly all rows', () => {
  const link = (n: number) => ({
    id: `${'0'.repeat(16)}_${n}`,
    rowId: null,
    rows: 1000,
    administrator: { name: long(50), mobile: '138****8000' },
    way: { url: `https://${'u'.repeat(2000)}`, shortUrl: 's'.repeat(500), expiresAt: 1 },
    leftOut: Array.from({ length: 1000 }, (_each, at) => at + 1),
    next: String(n + 1),
  })
  const items = Array.from({ length: 100 }, (_each, n) => link(n))
  const seen: string[] = []
  for (let from = 0; from < items.length; ) {
    const page = pageOf({ items: items.slice(from), nextCursor: null }, linkResource, ({ next }) => next)
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(limit)
    seen.push(...page.items.map(({ id }) => id))
    from = page.nextCursor === null ? items.length : Number(page.nextCursor)
  }
  expect(seen).toEqual(items.map(({ id }) => id))
})

test('one item larger than an answer is not left out for ever', () => {
  const page = pageOf(
    { items: ['a'.repeat(200_000), 'b'], nextCursor: null },
    each => each,
    each => each[0] ?? '',
  )
  expect([page.items.length, page.nextCursor]).toEqual([1, 'a'])
})

describe('codes', () => {
  async function worldWithCode(bytes: { usual: number; small: number }) {
    const world = await createServerWorld()
    world.deps.codes.miniProgramCode = async ({ size = 'usual' }) => ({
      type: 'png',
      bytes: Buffer.alloc(bytes[size]),
    })
    world.deps.qrImage = async () => `data:image/png;base64,${'A'.repeat(8000)}`
    const body = { subject: 'person', title: '入职' }
    const { json } = await world.call('POST', '/invitations', { body, idempotencyKey: 'i-1' })
    const made = await makeLinks(world.deps, world.deps.clock() + 1000)
    const links = async (form?: string) => {
      const { text, json: answer } = await world.call('GET', `/invitations/${json.id}/links`, {
        query: form === undefined ? {} : { form },
      })
      expect(Buffer.byteLength(text)).toBeLessThan(limit)
      return answer.links.map((each: { form: string; state: string; image: string | null }) => [
        each.form,
        each.state,
        each.image?.length ?? 0,
      ])
    }
    return { made, links }
  }

  test('what does not fit beside the others is had alone', async () => {
    const { links } = await worldWithCode({ usual: 66_000, small: 10 })
    expect(await links()).toEqual([
      ['miniProgramCode', 'ready', 88_022],
      ['linkCode', 'apart', 0],
      ['urlLink', 'apart', 0],
      ['urlScheme', 'ready', 0],
    ])
    expect(await links('linkCode')).toEqual([['linkCode', 'ready', 8022]])
  })

  test('one too large for any answer is made smaller', async () => {
    const { links } = await worldWithCode({ usual: 90_000, small: 40_000 })
    expect(await links('miniProgramCode')).toEqual([['miniProgramCode', 'ready', 53_358]])
  })

  test('and one that cannot be is tried again later, not answered', async () => {
    const { made, links } = await worldWithCode({ usual: 90_000, small: 90_000 })
    expect(made).toBe(0)
    expect(await links('miniProgramCode')).toEqual([['miniProgramCode', 'pending', 0]])
  })
})
