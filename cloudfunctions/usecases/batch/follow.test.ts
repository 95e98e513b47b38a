import {
  type BatchWorld,
  createBatchWorld,
  creditCode,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { sweep } from '../sweep'
import { getBatch } from './read'
import { receiveAboutRows } from './receiveAboutRows'

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
const _say = (number: number, standing: 'prepared' | 'started' | 'submitted', rawStatus: string) =>
  world.batches.progress.set(organizationName(number), {
    standing,
    rawStatus,
    authorizationId: `flow-${number}`,
  })

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
  const logged = world.logged.filter(each => each.includes('batch.follow')).join()
  expect(logged).toContain('TIMEOUT')
  expect(logged).not.toContain(organizationName(1))
})

test('what there was no time to ask was no look', async () => {
  await world.submittedOf(1)
  driver().prepared = outOfTime
  await sweepOnce()
  expect(world.rows()).toMatchObject([{ state: 'accepted', fruitless: 0, lookedAt: 0 }])
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

describe('the truth about an organization', () => {
  test('is asked for when its administrator has handed everything in, and not before', async () => {
    await world.readyOf(2)
    world.say(1, 'Submit', 'started')
    world.say(2, 'Authorization', 'submitted')
    await sweepOnce()
    expect(world.batches.asked.standing).toBe(1)
    expect(world.states()).toEqual(['processing', 'processing'])
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
    expect(world.states()).toEqual(['verified'])
    expect((await world.store.get('batches', id))?.counts.verified).toBe(1)
  })

  test('about nobody, or nobody of ours, asks nothing', async () => {
    await world.readyOf(1)
    const before = JSON.stringify(world.rows())
    for (const organization of [undefined, {}, { creditCode: creditCode(9) }, { name: 'x' }])
      await (await told(organization))()
    expect(world.batches.asked.standing).toBe(0)
    expect(JSON.stringify(world.rows())).toBe(before)
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
