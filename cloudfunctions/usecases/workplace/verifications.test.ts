import { codeOf } from '../../../test/support/refusal'
import { createWorld, proven, testOrganization, type World } from '../../../test/support/world'
import type { Outline } from '../../domain/outline'
import type { AuditRow, Verification } from '../../domain/verification'
import type { Driver } from '../../vendors/driver'
import { chained } from '../kit/outbox'
import { searchKeys, soughtKeys } from '../kit/searchKeys'
import { claim } from '../operator/claim'
import { cancel } from '../verification/cancel'
import { outline } from '../verification/outline'
import { refresh } from '../verification/refresh'
import { start } from '../verification/start'
import { annotate } from './annotate'
import { keptFilters } from './filters'
import { caseOf, caseOutline, searchVerifications } from './verifications'

let world: World
beforeEach(async () => {
  world = createWorld()
  await claim(world.deps, 'olivia', { code: 'setup-code' })
})

const search = (filters: Partial<Parameters<typeof searchVerifications>[2]> = {}) =>
  searchVerifications(world.deps, 'olivia', { limit: 20, ...filters })
const found = async (filters: Parameters<typeof search>[0]) =>
  (await search(filters)).items.map(({ id }) => id)

async function started(owner = 'alice'): Promise<string> {
  const { verification } = await start(world.deps, owner, await world.startInput({}, owner))
  world.pass(1000)
  return verification.id
}

async function startedOrganization(): Promise<string> {
  const { verification } = await start(
    world.deps,
    'alice',
    await world.organizationInput({ clientKey: 'key-0000000000000002' }),
  )
  world.pass(1000)
  return verification.id
}

async function changed(id: string, changes: Partial<Verification>): Promise<void> {
  const { version = 0 } = (await world.store.get('verifications', id)) ?? {}
  await world.store.replace('verifications', id, version, changes)
}

describe('the list', () => {
  test('holds everybody’s, newest first, page by page', async () => {
    const ids = [await started('alice'), await started('bob'), await started('carol')]
    const first = await search({ limit: 2 })
    const second = await search({ limit: 2, cursor: first.nextCursor ?? undefined })
    expect(first.items.map(({ id }) => id)).toEqual([ids[2], ids[1]])
    expect(second.items.map(({ id }) => id)).toEqual([ids[0]])
    expect(second.nextCursor).toBeNull()
  })

  test('shows a line as it is known, masked', async () => {
    const id = await started()
    await changed(id, { bizId: 'HT-2026-001', invitationId: `i_${'1'.repeat(32)}` })
    expect((await search()).items).toEqual([
      {
        id,
        vendor: 'qiyuesuo',
        subject: 'person',
        state: 'ready',
        reviewing: false,
        maskedName: '测试**',
        maskedContact: '138****8000',
        invitationId: `i_${'1'.repeat(32)}`,
        bizId: 'HT-2026-001',
        tag: null,
        createdAt: 1_700_000_000_000,
        updatedAt: 1_700_000_000_000,
      },
    ])
  })

  test.each(['测试员甲', ' 测试员甲 ', '13800138000', '１３８００１３８０００', 'ht-2026-001'])(
    'finds somebody by %j',
    async text => {
      const id = await started('alice')
      await changed(id, { searchKeys: searchKeys(world.deps, ['测试员甲', '13800138000', 'HT-2026-001']) })
      const other = await started('bob')
      await changed(other, { searchKeys: searchKeys(world.deps, ['测试员丙']) })
      expect(await found({ text })).toEqual([id])
    },
  )

  test('does not find somebody by a part', async () => {
    await changed(await started(), { searchKeys: searchKeys(world.deps, ['测试员甲', '13800138000']) })
    expect(await found({ text: '测试员' })).toEqual([])
    expect(await found({ text: '8000' })).toEqual([])
  })

  test('finds an organization by a part of its name, which is public', async () => {
    await started()
    const organization = await startedOrganization()
    expect(await found({ text: '试甲有' })).toEqual([organization])
    expect(await found({ text: '试乙' })).toEqual([])
  })

  test('a text of blanks is no text', async () => {
    const id = await started()
    expect(await found({ text: '  ' })).toEqual([id])
  })

  test('can be narrowed by state, vendor, subject and time', async () => {
    const person = await started()
    const organization = await startedOrganization()
    await cancel(world.deps, 'alice', { id: organization })
    await changed(organization, { vendor: 'ess' })
    expect(await found({ state: 'ready' })).toEqual([person])
    expect(await found({ vendor: 'ess' })).toEqual([organization])
    expect(await found({ subject: 'person' })).toEqual([person])
    expect(await found({ from: 1_700_000_001_000 })).toEqual([organization])
    expect(await found({ until: 1_700_000_001_000 })).toEqual([person])
    expect(await found({ vendor: 'ess', subject: 'person' })).toEqual([])
  })
})

describe('one from before there were invitations, matters and tags', () => {
  const old = async () => {
    const id = await started()
    const { bizId, invitationId, tag, ...older } = (await world.store.get(
      'verifications',
      id,
    )) as Verification
    await world.store.remove('verifications', id, older.version)
    await world.store.insert('verifications', older as Verification)
    return id
  }

  test('has none of them, in the list and alone', async () => {
    const id = await old()
    const none = { invitationId: null, bizId: '' }
    expect((await search()).items).toMatchObject([{ id, ...none, tag: null }])
    expect(await caseOf(world.deps, 'olivia', { id })).toMatchObject({
      ...{ ...none, noted: { tag: null, note: '', at: null } },
    })
  })

  test('can be marked like any other', async () => {
    const id = await old()
    const before = await world.store.get('verifications', id)
    await annotate(world.deps, 'olivia', { id, note: '', tag: null })
    expect(await world.store.get('verifications', id)).toEqual(before)
    await annotate(world.deps, 'olivia', { id, note: '', tag: 'follow' })
    expect(await found({ tag: 'follow' })).toEqual([id])
  })
})

test('what is looked for is kept as digests, and holds nothing that was not asked for', () => {
  const filters = { text: ' 测试员甲 ', state: 'ready', vendor: undefined, from: 1 } as const
  const kept = keptFilters(world.deps, filters)
  expect(kept).toStrictEqual({ state: 'ready', from: 1, sought: soughtKeys(world.deps, '测试员甲') })
  expect(keptFilters(world.deps, { until: 2, text: ' ' })).toStrictEqual({ until: 2, sought: [] })
  expect(keptFilters(world.deps, {})).toStrictEqual({ sought: [] })
})

describe('one case', () => {
  test('shows what became of it, step by step', async () => {
    const id = await started()
    await changed(id, { bizId: 'HT-2026-001' })
    await refresh(world.deps, 'alice', { id, hint: 'opened' })
    world.vendor.onQuery = () => proven('attempt')
    await refresh(world.deps, 'alice', { id })
    const { verification, trail, ...rest } = await caseOf(world.deps, 'olivia', { id })
    expect(verification).toMatchObject({ id, state: 'verified', maskedName: '测试**' })
    expect(rest).toEqual({
      invitationId: null,
      bizId: 'HT-2026-001',
      rawStatus: 'realName=true',
      intact: true,
      noted: { at: null, note: '', tag: null },
    })
    expect(trail.map(({ event, from, to, cause }) => `${event}: ${from} ${cause} ${to}`)).toEqual([
      'started: null userSubmitted created',
      'start: created vendorAccepted ready',
      'return: ready userWent processing',
      'return: processing vendorVerified verified',
    ])
    expect(trail[3]).toEqual({
      sequence: 5,
      event: 'return',
      from: 'processing',
      to: 'verified',
      cause: 'vendorVerified',
      rawStatus: 'realName=true',
      at: 1_700_000_001_000,
    })
  })

  const written = () => world.store.all('audit').flatMap(row => ('verificationId' in row ? [row._id] : []))

  test('rows that a process left in the outbox belong to the trail', async () => {
    const id = await started()
    world.store.beforeWrite((operation, collection) => {
      if (operation === 'insert' && collection === 'audit') throw new Error('the process died')
    })
    await cancel(world.deps, 'alice', { id }).catch(() => {})
    expect(written()).toHaveLength(2)
    const { trail, intact } = await caseOf(world.deps, 'olivia', { id })
    expect(trail.map(({ to }) => to)).toEqual(['created', 'ready', 'canceled'])
    expect(intact).toBe(true)
  })

  test('rows that are both written and in the outbox count once', async () => {
    const id = await started()
    world.store.beforeWrite(operation => {
      if (operation === 'clearOutbox') throw new Error('the process died')
    })
    await cancel(world.deps, 'alice', { id }).catch(() => {})
    expect(written()).toHaveLength(3)
    const { trail, intact } = await caseOf(world.deps, 'olivia', { id })
    expect(trail.map(({ to }) => to)).toEqual(['created', 'ready', 'canceled'])
    expect(intact).toBe(true)
  })

  test.each([
    ['a row was changed', (rows: string[]) => tampered(rows[1], { to: 'verified' })],
    ['a row is missing in the middle', (rows: string[]) => removed(rows[1])],
    ['the first row is missing', (rows: string[]) => removed(rows[0])],
    ['the last row is missing', (rows: string[]) => removed(rows[2])],
  ])('is not intact when %s', async (_, tamper) => {
    const id = await started()
    await cancel(world.deps, 'alice', { id })
    expect((await caseOf(world.deps, 'olivia', { id })).intact).toBe(true)
    tamper(written())
    expect((await caseOf(world.deps, 'olivia', { id })).intact).toBe(false)
  })

  /** A case with so many rows, one after the other, of which some stand in its outbox alone. */
  async function longCase(rows: number, inOutbox: readonly number[] = []): Promise<string> {
    const [first] = world.store.all('audit').flatMap(row => ('verificationId' in row ? [row] : []))
    const verification = await world.store.get('verifications', await started())
    if (!first || !verification) throw new Error('no case')
    const { hash: _, ...model } = first
    const id = `v_${'0'.repeat(32)}`
    const outbox: AuditRow[] = []
    let last = ''
    for (let sequence = 1; sequence <= rows; sequence++) {
      const own = { _id: `${id}_${sequence}`, verificationId: id, sequence, previousHash: last }
      const row = chained({ ...model, ...own })
      last = row.hash
      if (inOutbox.includes(sequence)) outbox.push(row)
      else await world.store.insert('audit', row)
    }
    await world.store.insert('verifications', {
      ...verification,
      _id: id,
      version: rows,
      auditHash: last,
      outbox,
    })
    return id
  }
  const upTo = (count: number) => Array.from({ length: count }, (_each, n) => n + 1)

  test.each([
    ['a trail longer than a page of the database', 1001, []],
    ['a trail of which a row before the last was not written yet', 4, [2, 3]],
  ])('%s is whole, and in its order', async (_what, rows, inOutbox) => {
    await started('bob')
    const { trail, intact } = await caseOf(world.deps, 'olivia', { id: await longCase(rows, inOutbox) })
    expect(trail.map(({ sequence }) => sequence)).toEqual(upTo(rows))
    expect(intact).toBe(true)
  })

  test('what is written while it is read does not make it look broken', async () => {
    const id = await started()
    const get = world.store.get.bind(world.store)
    world.deps.store = {
      ...world.store,
      async get(collection, wanted) {
        const document = await get(collection, wanted)
        if (collection === 'verifications') await cancelOnce()
        return document
      },
    }
    let canceled = false
    async function cancelOnce() {
      if (canceled) return
      canceled = true
      await cancel({ ...world.deps, store: world.store }, 'alice', { id })
    }
    const { trail, intact } = await caseOf(world.deps, 'olivia', { id })
    expect(trail.map(({ to }) => to)).toEqual(['created', 'ready'])
    expect(intact).toBe(true)
  })

  test('one that does not exist is not found', async () => {
    const id = `v_${'0'.repeat(32)}`
    expect(await codeOf(caseOf(world.deps, 'olivia', { id }))).toBe('NOT_FOUND')
    expect(await codeOf(caseOutline(world.deps, 'olivia', { id }))).toBe('NOT_FOUND')
  })
})

describe('the picture of the flow', () => {
  const picture: Outline = {
    subject: 'organization',
    id: 'f-1',
    ours: true,
    state: 'underWay',
    rawState: 'PROCESSING',
    failure: '',
    steps: [{ kind: 'bankTransfer', maker: null, id: 's-1', rawKind: 'TRANSFER', state: 'underWay' }],
    createdAt: null,
    changedAt: null,
    related: [],
  }

  test('is asked for by the vendor’s ids, whoever’s verification it is', async () => {
    const id = await startedOrganization()
    await changed(id, { refs: { flowId: 'f-1' } })
    const asked: unknown[] = []
    drawing(async (refs, reference) => {
      asked.push({ refs, reference })
      return { kind: 'ok', value: picture }
    })
    expect(await caseOutline(world.deps, 'olivia', { id })).toEqual({ outline: picture })
    expect(asked).toEqual([{ refs: { flowId: 'f-1' }, reference: id }])
  })

  test('is told with its ids and in the vendor’s words to operators alone', async () => {
    const id = await startedOrganization()
    await changed(id, { refs: { flowId: 'f-1' } })
    const failed = { ...picture, failure: '比对不一致' }
    const related = { ...failed, id: 'f-2' }
    drawing(async () => ({ kind: 'ok', value: { ...failed, related: [related] } }))
    const { outline: own } = await outline(world.deps, 'alice', { id })
    expect(own).toMatchObject({ state: 'underWay', ours: null, steps: [{ kind: 'bankTransfer', id: '' }] })
    expect(JSON.stringify(own)).not.toMatch(/f-1|f-2|s-1|PROCESSING|TRANSFER|比对不一致/)
  })

  test('is absent where the vendor draws none, and where no flow is known', async () => {
    const id = await startedOrganization()
    drawing(async () => ({ kind: 'ok', value: picture }))
    expect(await caseOutline(world.deps, 'olivia', { id })).toEqual({ outline: null })
    await changed(id, { refs: { flowId: 'f-1' } })
    drawing(undefined)
    expect(await caseOutline(world.deps, 'olivia', { id })).toEqual({ outline: null })
  })

  test('a vendor that cannot be reached is said to be so', async () => {
    const id = await startedOrganization()
    await changed(id, { refs: { flowId: 'f-1' } })
    drawing(async () => ({ kind: 'transient', code: 'X', detail: 'd' }))
    expect(await codeOf(caseOutline(world.deps, 'olivia', { id }))).toBe('VENDOR_UNAVAILABLE')
    world.deps.drivers = new Map()
    expect(await codeOf(caseOutline(world.deps, 'olivia', { id }))).toBe('VENDOR_OFF')
  })
})

test('the name of an organization is public and shown in full', async () => {
  await startedOrganization()
  expect((await search()).items[0]?.maskedName).toBe(testOrganization.name)
})

/** Somebody at the database, past the store. */
function tampered(rowId: string | undefined, changes: object): void {
  const find = world.store.find.bind(world.store)
  world.deps.store = {
    ...world.store,
    find: async (collection, options) =>
      (await find(collection, options)).map(each => (isRow(each, rowId) ? { ...each, ...changes } : each)),
  }
}

function removed(rowId: string | undefined): void {
  const find = world.store.find.bind(world.store)
  world.deps.store = {
    ...world.store,
    find: async (collection, options) =>
      (await find(collection, options)).filter(each => !isRow(each, rowId)),
  }
}

const isRow = (document: object, rowId: string | undefined): boolean =>
  '_id' in document && document._id === rowId

function drawing(outline: Driver['outline']): void {
  const driver = world.deps.drivers.get('qiyuesuo')
  if (!driver) throw new Error('the world has no vendor')
  const { outline: _, ...rest } = driver
  world.deps.drivers = new Map([['qiyuesuo', outline ? { ...rest, outline } : rest]])
}
