import { atEveryMoment, processOf } from '../../../test/support/mortal'
import { invitationOf } from '../../../test/support/stored'
import { createWorld, proven, type World } from '../../../test/support/world'
import type { CountMarks } from '../../domain/countMarks'
import { type DayFigures, emptyTally } from '../../domain/dayFigures'
import type { Verification } from '../../domain/verification'
import { commit } from '../verification/commit'
import { refresh } from '../verification/refresh'
import { start } from '../verification/start'
import { countDay } from './countOlder'
import { takeIn } from './takeIn'

const day = 24 * 3600_000
const born = 1_700_000_000_000
/** The day in Beijing on which all of it is made, and the next. */
const [today, tomorrow] = ['2023-11-15', '2023-11-16']
const [ready, canceled] = ['qiyuesuo|person|ready||', 'qiyuesuo|person|canceled|userCanceled|']
const verified = 'qiyuesuo|person|verified||timed'

let world: World
beforeEach(() => {
  world = createWorld()
})

async function started(owner: string): Promise<string> {
  return (await start(world.deps, owner, await world.startInput({}, owner))).verification.id
}
const cancel = (id: string) =>
  commit(world.deps, id, ({ history }) => ({
    changes: { state: 'canceled', history: [...history, { state: 'canceled', at: born }] },
    audit: null,
  }))
const take = (deps = world.deps) => takeIn(deps, deps.clock() + 1000)
const figuresOf = (name: string): Promise<DayFigures | null> => world.store.get('figures', name)
const marksOf = async (id: string): Promise<CountMarks> => {
  const { toCount, countedAs, countedIn } = (await world.store.get('verifications', id)) as Verification
  return { toCount, countedAs, countedIn } as CountMarks
}
/** As they were written before there were marks. */
async function withoutMarks(id: string): Promise<void> {
  const { toCount, countedAs, countedIn, version, ...rest } = (await world.store.get(
    'verifications',
    id,
  )) as Verification
  await world.store.remove('verifications', id, version)
  await world.store.insert('verifications', { ...rest, version } as Verification)
}

async function withMarks(id: string, marks: CountMarks): Promise<void> {
  const { version = 0 } = (await world.store.get('verifications', id)) ?? {}
  await world.store.replace('verifications', id, version, marks)
}

test('what is made is taken into the figures of its day, and knows it', async () => {
  const id = await started('alice')
  await world.store.insert(
    'invitations',
    invitationOf(1, { createdAt: born, toCount: 'i_1', countedAs: '', countedIn: 0 }),
  )
  expect(await take()).toEqual({ left: false })
  expect(await figuresOf(today)).toEqual({
    ...{ _id: today, version: 5, verifications: { [ready]: 1 }, durations: {}, invitations: { invited: 1 } },
    ...{ intake: 2, moved: [], upTo: { verifications: null, invitations: null } },
  })
  expect(await marksOf(id)).toEqual({ toCount: '', countedAs: ready, countedIn: 1 })
  expect(world.store.all('invitations')).toMatchObject([{ toCount: '', countedAs: 'invited', countedIn: 2 }])
  // Nothing has changed since: nothing is written.
  let writes = 0
  world.store.beforeWrite(() => void writes++)
  expect(await take()).toEqual({ left: false })
  expect(writes).toBe(0)
})

test('what has changed is moved from where it was to where it is, and how long it took is counted once', async () => {
  const [one, other] = [await started('alice'), await started('bob')]
  await take()
  await cancel(other)
  world.vendor.onQuery = () => proven('attempt')
  world.pass(60_000)
  await refresh(world.deps, 'alice', { id: one })
  await take()
  const durations = { qiyuesuo: { 60000: 1 } }
  expect(await figuresOf(today)).toMatchObject({ verifications: { [canceled]: 1, [verified]: 1 }, durations })
  await commit(world.deps, one, () => ({ changes: { state: 'revoked' }, audit: null }))
  await take()
  const { verifications, durations: after } = (await figuresOf(today)) as DayFigures
  expect(Object.values(verifications)).toEqual([1, 1])
  expect(Object.keys(verifications).filter(cell => cell.includes('revoked'))).toHaveLength(1)
  expect(after).toEqual(durations)
})

test('each is counted on the day it was made, whatever there is on the day before', async () => {
  const older = await started('alice')
  await withoutMarks(older)
  world.pass(day)
  await started('bob')
  await started('carol')
  await take()
  expect(await figuresOf(today)).toBeNull()
  expect(await figuresOf(tomorrow)).toMatchObject({ verifications: { [ready]: 2 } })
  await cancel(older)
  await take()
  expect(await figuresOf(today)).toMatchObject({ verifications: {}, upTo: { verifications: '' } })
})

test('whoever dies at any moment, and whatever changes before the next, each is counted once where it is', async () => {
  const made = async () => {
    world = createWorld()
    const ids = [await started('alice'), await started('bob'), await started('carol')]
    await take()
    await cancel(ids[0] ?? '')
    await cancel(ids[1] ?? '')
    await started('dave')
    return ids
  }
  await made()
  const counting = processOf(world)
  await take(counting.deps)
  expect(counting.moments()).toBeGreaterThan(4)
  await atEveryMoment(counting.moments(), async last => {
    for (const changes of [false, true]) {
      const ids = await made()
      const dying = processOf(world, last)
      await take(dying.deps).catch(() => {})
      expect(dying.isDead()).toBe(true)
      if (changes) await cancel(ids[2] ?? '')
      await take()
      const cells = changes ? { [canceled]: 3, [ready]: 1 } : { [canceled]: 2, [ready]: 2 }
      expect(await figuresOf(today)).toMatchObject({ verifications: cells })
      expect(world.store.all('verifications').map(({ toCount }) => toCount)).toEqual(['', '', '', ''])
      expect(
        world.store
          .all('verifications')
          .map(({ countedAs }) => countedAs)
          .sort(),
      ).toEqual(Object.entries(cells).flatMap(([cell, count]) => Array(count).fill(cell)))
    }
  })
})

test('many at once count each once', async () => {
  for (const owner of ['alice', 'bob', 'carol']) await started(owner)
  await Promise.all([take(), take(), take()])
  expect(await figuresOf(today)).toMatchObject({ verifications: { [ready]: 3 }, moved: [], intake: 1 })
})

test('what somebody else counts at the same moment stays, and is counted beside it', async () => {
  const id = await started('alice')
  await take()
  await cancel(id)
  world.store.beforeWrite(async () => {
    world.store.beforeWrite(() => {})
    const { version = 0, verifications } = (await figuresOf(today)) ?? {}
    await world.store.replace('figures', today, version, { verifications: { ...verifications, another: 1 } })
  })
  await take()
  expect((await figuresOf(today))?.verifications).toEqual({ another: 1, [canceled]: 1 })
})

test('what changes while it is taken in keeps its mark, and is moved the next time', async () => {
  const id = await started('alice')
  world.store.beforeWrite(async operation => {
    if (operation !== 'updateMany') return
    world.store.beforeWrite(() => {})
    // Whoever finds it so knows whom to tell what.
    const moved = [{ collection: 'verifications', cell: ready, ids: [id], marks: [`${id}_2`] }]
    expect(await figuresOf(today)).toMatchObject({ moved })
    await cancel(id)
  })
  await take()
  expect(await figuresOf(today)).toMatchObject({ verifications: { [ready]: 1 } })
  expect(await marksOf(id)).toMatchObject({ toCount: `${id}_3`, countedAs: ready })
  await take()
  expect(await figuresOf(today)).toMatchObject({ verifications: { [canceled]: 1 } })
})

test('what a document has been told by a newer intake is not told it again by an older one', async () => {
  const id = await started('alice')
  await take()
  await cancel(id)
  const { version = 0, intake = 0 } = (await figuresOf(today)) ?? {}
  // Of a process that stopped for long: its word is no newer than what the document knows.
  const moved = [{ collection: 'verifications' as const, cell: 'another', ids: [id], marks: [] }]
  await world.store.replace('figures', today, version, { moved, intake })
  await take()
  expect((await figuresOf(today))?.verifications).toEqual({ [canceled]: 1 })
})

describe('many that wait', () => {
  beforeEach(async () => {
    const id = await started('alice')
    const model = (await world.store.get('verifications', id)) as Verification
    for (let n = 1; n < 501; n++) {
      const _id = `v_${String(n).padStart(32, '0')}`
      await world.store.insert('verifications', {
        ...model,
        _id,
        listKey: `${born}_${_id}`,
        toCount: `${_id}_1`,
      })
    }
  })

  test('are all taken in, page by page', async () => {
    expect(await take()).toEqual({ left: false })
    expect(await figuresOf(today)).toMatchObject({ verifications: { [ready]: 501 } })
  })

  test('are left to the next when the time is over, and it is said', async () => {
    const now = world.deps.clock()
    expect(await takeIn(world.deps, now)).toEqual({ left: true })
    expect(await figuresOf(today)).toMatchObject({ verifications: { [ready]: 500 } })
    expect(await takeIn(world.deps, now)).toEqual({ left: false })
    expect(await figuresOf(today)).toMatchObject({ verifications: { [ready]: 501 } })
  })
})

describe('a day from before there were figures', () => {
  test.each([
    ['has no marks', withoutMarks],
    ['has none left', (id: string) => withMarks(id, { toCount: '', countedAs: '' })],
  ])(
    'begins as not counted where its first %s: what changes on it waits for its turn, and is then counted as it stands',
    async (_what, stands) => {
      const [older, newer] = [await started('alice'), await started('bob')]
      const [first, second] = [older, newer].sort()
      await stands(first ?? '')
      world.pass(1)
      await started('carol')
      await take()
      expect(await figuresOf(today)).toMatchObject({
        ...{ verifications: {}, upTo: { verifications: '', invitations: null } },
      })
      expect(await marksOf(second ?? '')).toMatchObject({ toCount: '', countedAs: ready })
      await countDay(world.deps, today, world.deps.clock() + 1000)
      expect(await figuresOf(today)).toMatchObject({
        ...{ verifications: { [ready]: 3 }, upTo: { verifications: null, invitations: null } },
      })
    },
  )

  test('begins so too where somebody begins it at the same moment, and each is counted once', async () => {
    await started('alice')
    world.store.beforeWrite(async (_operation, collection) => {
      if (collection !== 'figures') return
      world.store.beforeWrite(() => {})
      const upTo = { verifications: '', invitations: '' }
      await world.store.insert('figures', {
        _id: today,
        version: 1,
        ...emptyTally(),
        intake: 0,
        moved: [],
        upTo,
      })
    })
    await take()
    await countDay(world.deps, today, world.deps.clock() + 1000)
    expect(await figuresOf(today)).toMatchObject({ verifications: { [ready]: 1 } })
  })

  test('that begins with one that was counted once, and has changed, is not taken for a new one', async () => {
    const id = await started('alice')
    await take()
    const { version = 0 } = (await figuresOf(today)) ?? {}
    await cancel(id)
    // Its figures were lost, say: they begin anew.
    await world.store.remove('figures', today, version)
    await take()
    expect(await figuresOf(today)).toMatchObject({ upTo: { verifications: '' } })
  })

  test('is counted up to a place: what has changed before it is moved, what comes after it is not', async () => {
    const ids = [await started('alice'), await started('bob')].sort()
    await take()
    const [first = '', second = ''] = ids
    const { version = 0 } = (await figuresOf(today)) ?? {}
    const { listKey = '' } = (await world.store.get('verifications', first)) ?? {}
    await world.store.replace('figures', today, version, {
      ...{ verifications: { [ready]: 1 }, upTo: { verifications: listKey, invitations: null } },
    })
    await cancel(first)
    await cancel(second)
    await take()
    expect(await figuresOf(today)).toMatchObject({ verifications: { [canceled]: 1 } })
    await countDay(world.deps, today, world.deps.clock() + 1000)
    expect(await figuresOf(today)).toMatchObject({ verifications: { [canceled]: 2 } })
  })
})
