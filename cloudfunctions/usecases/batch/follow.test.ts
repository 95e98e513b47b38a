import {
  type BatchWorld,
  createBatchWorld,
  creditCode,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { countedStore } from '../../../test/support/counted-store'
import { type RowState, rowStates } from '../../domain/batch/lifecycle'
import type { Batch } from '../../domain/batch/row'
import { nextRowLook } from '../../domain/batch/schedule'
import type { NoticeSubject } from '../../vendors/driver'
import { sweep } from '../sweep'
import { follow } from './follow'
import { getBatch } from './read'
import { receiveAboutRows } from './receiveAboutRows'
import { resolve } from './repair'
import { batchOf } from './rows'

/** What is asked about rows that are with the vendor, and what each answer means. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const sweepOnce = async (ms = 30_000) => {
  world.pass(ms)
  await sweep(world.deps)
}
const driver = () => world.driver()
const failing = async () => ({ kind: 'transient', code: 'TIMEOUT', detail: '' }) as const
const outOfTime = async () => ({ kind: 'transient', code: 'BUDGET', detail: '' }) as const

/** What was asked without an answer, as it stands in the log. */
const asked = () =>
  world.logged
    .map(each => JSON.parse(each) as { event?: string; question?: string; code?: string })
    .flatMap(({ event, question, code }) => (event === 'batch.follow' ? [`${question} ${code}`] : []))

test('a question that fails changes nothing, counts as a look in vain, and is asked again later', async () => {
  await world.submittedOf(2)
  const { prepared, progress } = driver()
  driver().prepared = failing
  await sweepOnce()
  expect(world.rows()).toMatchObject(
    [1, 2].map(() => ({ state: 'accepted', fruitless: 1, lookedAt: world.deps.clock() })),
  )
  expect(world.rows()[0]?.dueAt).toBe(world.deps.clock() + 5000)
  driver().prepared = prepared
  await sweepOnce()
  expect(world.states()).toEqual(['ready', 'ready'])
  driver().progress = failing
  await sweepOnce()
  expect(world.rows()).toMatchObject([{ state: 'ready', fruitless: 1 }, { fruitless: 1 }])
  driver().progress = progress
  world.say(1, 'Submit', 'started')
  await sweepOnce(20 * 60_000)
  expect(world.rows()).toMatchObject([
    { state: 'processing', fruitless: 0 },
    { state: 'ready', fruitless: 0, rawStatus: 'Create' },
  ])
  expect(asked()).toEqual(['prepared TIMEOUT', 'progress TIMEOUT'])
  expect(world.logged.join()).not.toContain(organizationName(1))
})

test('what there was no time to ask was no look', async () => {
  const { prepared, progress } = driver()
  await world.submittedOf(2)
  Object.assign(driver(), { prepared: outOfTime, progress: outOfTime, standing: outOfTime })
  await sweepOnce()
  expect(world.row(1)).toMatchObject({ state: 'accepted', fruitless: 0, lookedAt: 0 })
  driver().prepared = prepared
  await sweepOnce()
  const { lookedAt } = world.row(1)
  await sweepOnce(20 * 60_000)
  expect(world.row(1)).toMatchObject({ state: 'ready', fruitless: 0, lookedAt })
  driver().progress = progress
  await world.setRow(1, { state: 'indeterminate', lookedAt: 0 })
  await world.setRow(2, { suspected: true })
  await sweepOnce(20 * 60_000)
  expect(world.rows()).toMatchObject([{ fruitless: 0, lookedAt: 0 }, { suspected: true }])
  expect(asked()).toEqual([])
})

test('rows that were looked at in vain together are each looked at later as it is with them', async () => {
  await world.readyOf(3)
  await world.wait(30)
  for (const [at, fruitless] of [0, 5, 5].entries()) await world.setRow(at + 1, { fruitless, dueAt: 0 + 1 })
  await world.setRow(3, { state: 'processing' })
  await sweepOnce(1)
  expect(world.rows().map(({ fruitless }) => fruitless)).toEqual([1, 6, 6])
  expect(world.rows().every(({ lookedAt }) => lookedAt === world.deps.clock())).toBe(true)
})

test('so many are written at once that a run that dies has little to ask again', async () => {
  await world.submittedOf(210)
  driver().prepared = failing
  const written: number[] = []
  const { updateMany } = world.deps.store
  world.deps.store.updateMany = (collection, where, changes) => {
    if ('fruitless' in changes.set && !('state' in changes.set))
      written.push(where.flatMap(([field, , ids]) => (field === '_id' ? ids : [])).length)
    return updateMany(collection, where, changes)
  }
  await sweepOnce()
  expect(written).toEqual([200, 10])
})

test('a row of which the vendor says nothing was looked at in vain', async () => {
  await world.readyOf(1)
  driver().progress = async () => ({ kind: 'ok', value: [] })
  await sweepOnce()
  expect(world.rows()).toMatchObject([{ state: 'ready', fruitless: 1 }])
})

describe('when its time is over', () => {
  const look = (deadline: number, hasTime = true) =>
    follow({ ...world.deps, hasTime: () => hasTime }, batch, deadline, false)
  let batch: Batch
  let told: string[]
  beforeEach(async () => {
    batch = await batchOf(world.deps, await world.readyOf(8))
    for (const [at, lookedAt] of [8, 3, 5, 1, 7, 2, 6, 4].entries())
      await world.setRow(at + 1, { state: 'indeterminate', lookedAt, dueAt: 1 })
    told = []
    const { standing } = driver()
    driver().standing = organization => {
      told.push(organization.name)
      world.pass(1000)
      return standing(organization)
    }
  })

  test('nothing more is asked, and what waited longest was first', async () => {
    await look(world.deps.clock() + 1000)
    expect(told).toEqual([4, 6].map(organizationName))
    expect(world.rows().filter(({ fruitless }) => fruitless > 0)).toHaveLength(2)
  })

  test('nothing is asked', async () => {
    await look(world.deps.clock() + 60_000, false)
    expect(told).toEqual([])
    await look(world.deps.clock() + 60_000)
    expect(told).toHaveLength(8)
  })
})

test('a word of the vendor that is new is written down, the same word is not', async () => {
  await world.readyOf(2)
  world.say(1, 'Create2', 'prepared')
  await sweepOnce()
  const [first, second] = world.rows()
  expect(first).toMatchObject({
    state: 'ready',
    rawStatus: 'Create2',
    fruitless: 0,
    updatedAt: world.deps.clock(),
  })
  expect(first?.authorizations).toEqual({ '1': 'flow-1' })
  const { updatedAt } = world.rows()[0] ?? {}
  await sweepOnce(20 * 60_000)
  expect(world.rows()[0]).toMatchObject({ fruitless: 1, updatedAt })
  expect(second?.state).toBe('ready')
})

test('an id of the flow that comes later is kept, and one that is not repeated is not lost', async () => {
  await world.readyOf(1)
  world.say(1, 'Submit', 'started')
  await sweepOnce()
  world.batches.progress.set(organizationName(1), {
    standing: 'started',
    rawStatus: 'Other',
    authorizationId: null,
  })
  await sweepOnce(20 * 60_000)
  expect(world.rows()).toMatchObject([{ rawStatus: 'Other', authorizations: { '1': 'flow-1' } }])
})

test('an id of the flow alone is news', async () => {
  await world.readyOf(1)
  await sweepOnce()
  expect(world.row(1)).toMatchObject({ rawStatus: 'Create', authorizations: null })
  world.say(1, 'Create', 'prepared')
  await sweepOnce(20 * 60_000)
  expect(world.row(1)).toMatchObject({ rawStatus: 'Create', authorizations: { '1': 'flow-1' }, fruitless: 0 })
})

test('whoever has begun is looked at as one who is under way', async () => {
  await world.readyOf(1)
  world.say(1, 'Submit', 'started')
  await sweepOnce()
  const now = world.deps.clock()
  expect(world.row(1).dueAt).toBe(nextRowLook(now, { state: 'processing', fruitless: 0, updatedAt: now }))
  for (const state of ['processing', 'ready'] as const) {
    const updatedAt = world.deps.clock() - 2 * 24 * 3600_000
    await world.setRow(1, { state, rawStatus: 'Submit', updatedAt, fruitless: 0, dueAt: world.deps.clock() })
    world.say(1, 'Submit', state === 'ready' ? 'prepared' : 'started')
    await sweepOnce()
    expect(world.row(1).dueAt).toBe(nextRowLook(world.deps.clock(), { state, fruitless: 1, updatedAt }))
  }
})

describe('the truth about an organization', () => {
  test('is asked for when its administrator has handed everything in, and not before', async () => {
    await world.readyOf(2)
    world.say(1, 'Submit', 'started')
    world.say(2, 'Authorization', 'submitted')
    await sweepOnce()
    expect(world.batches.asked.standing).toBe(1)
    expect(world.rows()).toMatchObject([1, 2].map(() => ({ state: 'processing', fruitless: 0 })))
    const { version } = world.row(2)
    await sweepOnce(20 * 60_000)
    // That it was looked at in vain is all there is to write.
    expect(world.row(2)).toMatchObject({ fruitless: 1, version: version + 1 })
  })

  test('is asked for on a notice, once, also where the batch shows nothing new', async () => {
    await world.readyOf(1)
    await world.setRow(1, { suspected: true, dueAt: world.deps.clock() })
    await sweepOnce()
    expect(world.batches.asked.standing).toBe(1)
    expect(world.rows()).toMatchObject([{ state: 'ready', suspected: false }])
    await sweepOnce(20 * 60_000)
    expect(world.batches.asked.standing).toBe(1)
  })

  test('is asked for every sixtieth time in any case', async () => {
    await world.readyOf(1)
    await world.setRow(1, { fruitless: 58, dueAt: world.deps.clock() })
    await sweepOnce()
    expect(world.batches.asked.standing).toBe(0)
    await world.setRow(1, { fruitless: 59, dueAt: world.deps.clock() })
    await sweepOnce()
    expect(world.batches.asked.standing).toBe(1)
  })

  test('that cannot be told leaves everything as it is', async () => {
    await world.readyOf(1)
    driver().standing = failing
    await world.setRow(1, { suspected: true, dueAt: world.deps.clock() })
    await sweepOnce()
    expect(world.rows()).toMatchObject([{ state: 'ready', suspected: true }])
    world.say(1, 'Authorization', 'submitted')
    await sweepOnce(20 * 60_000)
    expect(world.rows()).toMatchObject([{ state: 'processing', suspected: true, fruitless: 0 }])
    expect(asked()).toEqual(['standing TIMEOUT', 'standing TIMEOUT'])
  })

  test('is not asked for of a row that has just failed', async () => {
    await world.readyOf(1)
    await world.setRow(1, { suspected: true, dueAt: world.deps.clock() })
    world.say(1, 'Failed', 'failed', '不通过')
    await sweepOnce()
    expect(world.rows()).toMatchObject([{ state: 'rejected', suspected: false }])
    expect(world.batches.asked.standing).toBe(0)
  })

  test('is true of a lost row too that was sent again while it was asked for', async () => {
    world.batches.onRegister = () => ({ kind: 'indeterminate', code: 'TIMEOUT', detail: '' })
    const id = await world.submittedOf(1)
    world.batches.onRegister = () => null
    world.pass(60_000)
    const { standing } = driver()
    driver().standing = async () => {
      driver().standing = standing
      await resolve(world.deps, operator, { id, rowIds: [world.row(1)._id], decision: 'resubmit' })
      expect(world.states()).toEqual(['accepted'])
      return { kind: 'ok', value: { standing: 'verified', rawStatus: 'AuthStatus=verified', reason: '' } }
    }
    await follow(world.deps, await batchOf(world.deps, id), world.deps.clock() + 30_000, false)
    expect(world.states()).toEqual(['verified'])
  })

  test('says why a letter was turned down to its 500th sign', async () => {
    await world.readyOf(1)
    world.say(1, 'Authorization', 'submitted')
    driver().standing = async () => ({
      kind: 'ok',
      value: { standing: 'letterRejected', rawStatus: '', reason: '长'.repeat(600) },
    })
    await sweepOnce()
    expect(world.row(1).vendorText).toHaveLength(500)
  })

  test('a letter that was turned down and then mended is no longer turned down', async () => {
    await world.readyOf(1)
    world.say(1, 'Authorization', 'submitted')
    world.batches.standing.set(organizationName(1), 'letterRejected')
    await sweepOnce()
    expect(world.rows()).toMatchObject([{ letterRejected: true, vendorText: '印章不清晰' }])
    const { updatedAt } = world.rows()[0] ?? {}
    await sweepOnce(20 * 60_000)
    expect(world.rows()).toMatchObject([{ letterRejected: true, updatedAt }])
    world.batches.standing.set(organizationName(1), 'none')
    await sweepOnce(20 * 60_000)
    expect(world.rows()).toMatchObject([{ letterRejected: false, vendorText: null }])
    world.batches.standing.set(organizationName(1), 'verified')
    await sweepOnce(20 * 60_000)
    expect(world.rows()).toMatchObject([
      {
        state: 'verified',
        vendorText: null,
        letterRejected: false,
        dueAt: null,
        rawStatus: 'AuthStatus=verified',
      },
    ])
  })

  test('of a lost answer is asked again and again until it is known', async () => {
    world.batches.onRegister = () => ({ kind: 'indeterminate', code: 'TIMEOUT', detail: '' })
    await world.submittedOf(1)
    await sweepOnce(60_000)
    expect(world.rows()).toMatchObject([{ state: 'indeterminate', fruitless: 1 }])
    driver().standing = failing
    await sweepOnce(20 * 60_000)
    expect(world.rows()).toMatchObject([{ state: 'indeterminate', fruitless: 2 }])
  })
})

test('a sentence of the vendor is kept to its 500th sign', async () => {
  await world.readyOf(1)
  world.batches.progress.set(organizationName(1), {
    standing: 'failed',
    rawStatus: 'F',
    failure: '长'.repeat(600),
  })
  await sweepOnce()
  expect(world.rows()[0]?.vendorText).toHaveLength(500)
})

test('what was verified before is told as that, when it is prepared and later', async () => {
  const { prepared } = driver()
  driver().prepared = async taskId => {
    const answer = await prepared(taskId)
    if (answer.kind !== 'ok') return answer
    return {
      kind: 'ok',
      value: answer.value.map((each, at) => ({ ...each, already: at === 0, subTaskId: '' })),
    }
  }
  await world.submittedOf(2)
  await sweepOnce()
  expect(world.rows()).toMatchObject([{ state: 'already', subTaskId: null, dueAt: null }, { state: 'ready' }])
})

describe('a notice about an organization', () => {
  const told = (organization: { name?: string; creditCode?: string } | undefined) =>
    receiveAboutRows(world.deps, { ...(organization && { organization }) } as Parameters<
      typeof receiveAboutRows
    >[1])

  test('brings forward the look at its rows, by its code or else by its name', async () => {
    await world.readyOf(3)
    await (await told({ creditCode: creditCode(1), name: organizationName(2) }))()
    expect(world.batches.asked.standing).toBe(1)
    expect(world.rows().map(({ suspected }) => suspected)).toEqual([false, false, false])
    await told({ name: organizationName(3) })
    expect(world.rows().map(({ suspected }) => suspected)).toEqual([false, false, true])
    expect(world.rows()[2]?.dueAt).toBe(world.deps.clock())
  })

  test('verifies a row that had failed, and counts the batch', async () => {
    const id = await world.readyOf(1)
    await world.setRow(1, { state: 'rejected' })
    world.batches.standing.set(organizationName(1), 'verified')
    await (await told({ creditCode: creditCode(1) }))()
    expect(world.rows()).toMatchObject([{ state: 'verified', suspected: false }])
    expect((await world.store.get('batches', id))?.counts.verified).toBe(1)
  })

  const open: RowState[] = ['accepted', 'ready', 'processing', 'indeterminate', 'rejected', 'canceled']
  test.each(rowStates.map(state => [state, open.includes(state)] as const))(
    'about a row that is %s brings its look forward: %s',
    async (state, isOpen) => {
      await world.batchOf(1)
      await world.setRow(1, { state })
      await told({ creditCode: creditCode(1) })
      expect(world.row(1).suspected).toBe(isOpen)
    },
  )

  test('that changes nothing about a lost row was a look in vain', async () => {
    await world.batchOf(1)
    await world.setRow(1, { state: 'indeterminate' })
    await (await told({ creditCode: creditCode(1) }))()
    expect(world.row(1)).toMatchObject({ state: 'indeterminate', fruitless: 1, lookedAt: world.deps.clock() })
  })

  test('about nobody, or nobody of ours, asks nothing', async () => {
    await world.readyOf(1)
    const before = JSON.stringify(world.rows())
    for (const organization of [undefined, {}, { creditCode: creditCode(9) }, { name: 'x' }])
      await (await told(organization))()
    expect(world.batches.asked.standing).toBe(0)
    expect(JSON.stringify(world.rows())).toBe(before)
    const { store, counts } = countedStore(world.deps.store)
    await receiveAboutRows({ ...world.deps, store }, {})
    expect(counts).toMatchObject({ reads: 0, writes: 0 })
    await receiveAboutRows({ ...world.deps, store }, {
      organization: { creditCode: creditCode(9) },
    } as NoticeSubject)
    expect(counts).toMatchObject({ reads: 1, writes: 0 })
    await world.setRow(1, { state: 'verified' })
    await (await told({ creditCode: creditCode(1) }))()
    expect(world.batches.asked.standing).toBe(0)
  })
})

describe('progress', () => {
  test('only the vendor’s own word about the organization verifies', async () => {
    await world.readyOf(3)
    world.say(1, 'Submit', 'started')
    world.say(2, 'Authorization', 'submitted')
    world.say(3, 'Authorization', 'submitted')
    world.batches.standing.set(organizationName(3), 'verified')
    await world.wait(60)
    expect(world.states()).toEqual(['processing', 'processing', 'verified'])
    expect(world.row(2).rawStatus).toBe('Authorization')
  })

  test('verified before is its own outcome; a failure keeps the vendor’s words', async () => {
    await world.readyOf(2)
    world.say(1, 'Failed', 'already', '此企业已经完成认证')
    world.say(2, 'Failed', 'failed', '企业三要素不通过')
    await world.wait(60)
    expect(world.states()).toEqual(['already', 'rejected'])
    expect(world.row(2)).toMatchObject({ vendorText: '企业三要素不通过', dueAt: null })
  })

  test('a row the vendor cannot prepare fails by itself', async () => {
    world.batches.failures.set(organizationName(1), '企业三要素不通过')
    await world.readyOf(2)
    expect(world.states()).toEqual(['rejected', 'ready'])
    const subTaskId = `sub:${organizationName(1)}`
    expect(world.row(1)).toMatchObject({ subTaskId, vendorText: '企业三要素不通过' })
  })

  test('a letter that was turned down is shown, and the row stays open', async () => {
    const id = await world.readyOf(1)
    world.say(1, 'Authorization', 'submitted')
    world.batches.standing.set(organizationName(1), 'letterRejected')
    await world.wait(60)
    expect(world.row(1)).toMatchObject({
      state: 'processing',
      letterRejected: true,
      vendorText: '印章不清晰',
    })
    expect((await getBatch(world.deps, operator, { id, since: 0 })).batch.letterRejected).toBe(1)
  })

  test('rows that ended cost nothing, and the others less and less', async () => {
    await world.readyOf(20)
    for (let number = 1; number <= 10; number++) world.say(number, 'Failed', 'failed', '不通过')
    await world.wait(60)
    const before = { ...world.batches.asked }
    await world.wait(3600)
    expect(world.batches.asked.progress - before.progress).toBeLessThan(15)
  })
})
