import {
  type BatchWorld,
  createBatchWorld,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { meanwhile } from '../../../test/support/meanwhile'
import type { BatchDriver, Registered } from '../../vendors/batch'
import type { Outcome } from '../../vendors/driver'
import { sweep } from '../sweep'
import { sentToday } from './quota'
import { cancelBatch, repair } from './repair'
import { submit } from './submit'

/** What happens to a row while the vendor, or the database, is busy with its former self. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

/** Once, before the vendor answers this question, and its answer is the one of before. */
function during<Q extends 'prepared' | 'progress' | 'standing'>(question: Q, work: () => Promise<unknown>) {
  const batch = world.driver()
  const ask = batch[question] as (asked: unknown) => Promise<unknown>
  let begun = false
  batch[question] = (async (asked: unknown) => {
    const answer = await ask(asked)
    if (begun) return answer
    begun = true
    await work()
    return answer
  }) as BatchDriver[Q]
}

const administrator = {
  name: '测试员丙',
  mobile: '13900139000',
  idType: 'residentId',
  idNumber: '110101199001010023',
} as const

/** The run that asked stands still for so long that others no longer wait for it. */
async function sentAgain(id: string): Promise<void> {
  world.pass(120_000)
  await repair(world.deps, operator, { id, rowIds: world.rows().map(({ _id }) => _id), administrator })
}

/** Sent again, and its new link is there: all in the time of one question about the old one. */
async function readyAgain(id: string): Promise<void> {
  await sentAgain(id)
  await world.wait(30)
}

const oldFailure = (standing: 'failed' | 'started' | 'submitted') =>
  world.batches.progress.set(organizationName(1), {
    standing,
    rawStatus: 'the old one',
    failure: '企业三要素不通过',
    authorizationId: 'flow-old',
  })

describe('an answer about the task of before says nothing about a row that was sent again', () => {
  test('that its link is there', async () => {
    const id = await world.submittedOf(1)
    during('prepared', () => sentAgain(id))
    await world.wait(30)
    expect(world.rows()).toMatchObject([{ state: 'accepted', taskId: 'task-2', round: 2 }])
    expect(world.rows()[0]?.subTasks ?? null).toBeNull()
  })

  test('that it could not be prepared', async () => {
    const id = await world.submittedOf(1)
    world.batches.failures.set(organizationName(1), '企业三要素不通过')
    during('prepared', () => sentAgain(id))
    await world.wait(30)
    expect(world.rows()).toMatchObject([{ state: 'accepted', taskId: 'task-2', vendorText: null }])
  })

  test('that it failed', async () => {
    const id = await world.submittedOf(1)
    await world.wait(30)
    oldFailure('failed')
    during('progress', () => sentAgain(id))
    await world.wait(30)
    expect(world.rows()).toMatchObject([{ state: 'accepted', taskId: 'task-2', vendorText: null }])
  })

  test('that its administrator has begun', async () => {
    const id = await world.submittedOf(1)
    await world.wait(30)
    oldFailure('started')
    during('progress', () => readyAgain(id))
    await world.wait(30)
    expect(world.rows()).toMatchObject([{ state: 'ready', taskId: 'task-2' }])
    expect(world.rows()[0]?.rawStatus).not.toBe('the old one')
  })

  test('what the vendor calls its state', async () => {
    const id = await world.submittedOf(1)
    await world.wait(30)
    world.batches.progress.set(organizationName(1), { rawStatus: 'the old one' })
    during('progress', () => readyAgain(id))
    await world.wait(30)
    expect(world.rows()).toMatchObject([{ state: 'ready', taskId: 'task-2' }])
    expect(world.rows()[0]?.rawStatus).not.toBe('the old one')
  })

  test('that its letter was turned down', async () => {
    const id = await world.submittedOf(1)
    await world.wait(30)
    oldFailure('submitted')
    world.batches.standing.set(organizationName(1), 'letterRejected')
    during('standing', () => readyAgain(id))
    await world.wait(30)
    expect(world.rows()).toMatchObject([{ state: 'ready', taskId: 'task-2', letterRejected: false }])
  })
})

test('the vendor may write a name with other spaces and signs of another width', async () => {
  await world.submittedOf(1)
  const batch = world.driver()
  const { prepared } = batch
  batch.prepared = async taskId => {
    const answer = await prepared(taskId)
    if (answer.kind !== 'ok') return answer
    const spaced = (name: string) => name.replace(/1/, ' １ ')
    return { kind: 'ok', value: answer.value.map(each => ({ ...each, name: spaced(each.name) })) }
  }
  await world.wait(30)
  expect(world.states()).toEqual(['ready'])
})

test('of the day only what was really sent is used up: a row that was taken out meanwhile is given back', async () => {
  const id = await world.batchOf(5)
  const [first] = world.rows()
  let begun = false
  world.store.beforeWrite(async (_operation, collection) => {
    if (collection !== 'counters' || begun) return
    begun = true
    await cancelBatch(world.deps, operator, { id, rowIds: [first?._id ?? ''] })
  })
  await submit(world.deps, operator, { id })
  expect(world.states()).toEqual(['canceled', 'accepted', 'accepted', 'accepted', 'accepted'])
  expect(await sentToday(world.deps, 'ess')).toBe(4)
})

test('a row at fault that goes again by another call, while the rest of its own call goes back, stays with that call', async () => {
  const id = await world.batchOf(2)
  const said = ['地址不对', '']
  world.batches.onRegister = ({ rows }) =>
    rows.length === 2 ? { kind: 'ok', value: { kind: 'refused', texts: said } } : null
  const again = { state: 'sending', chunkId: 'another', dueAt: world.deps.clock() + 90_000 } as const
  let begun = false
  world.store.beforeWrite(async (_operation, collection) => {
    if (collection !== 'batch_rows' || begun || world.states()[0] !== 'rejected') return
    begun = true
    await world.setRow(1, again)
  })
  await submit(world.deps, operator, { id })
  expect(world.rows()).toMatchObject([again, { state: 'accepted' }])
  expect(world.batches.registrations.map(({ rows }) => rows.map(({ name }) => name))).toEqual([
    [organizationName(1), organizationName(2)],
    [organizationName(2)],
  ])
})

test.each<[string, Outcome<Registered>]>([
  ['that it takes none', { kind: 'ok', value: { kind: 'refused', texts: ['', ''] } }],
  [
    'that it takes none of them, and why',
    { kind: 'ok', value: { kind: 'refused', texts: ['地址不对', '地址不对'] } },
  ],
  ['that it is busy', { kind: 'transient', code: 'BUSY', detail: '' }],
  ['what cannot be read', { kind: 'indeterminate', code: 'TIMEOUT', detail: '' }],
  ['that the call was wrong', { kind: 'rejected', code: 'INVALID', detail: '' }],
])(
  'a row that is on its way again by another call stays with it when the vendor says so late %s',
  async (_what, late) => {
    const id = await world.batchOf(2)
    const again = { state: 'sending', chunkId: 'another', dueAt: world.deps.clock() + 200_000 } as const
    world.batches.onRegister = async () => {
      for (const number of [1, 2]) await world.setRow(number, again)
      return late
    }
    await submit(world.deps, operator, { id })
    expect(world.rows()).toMatchObject([again, again])
    expect(world.batches.registrations).toHaveLength(1)
  },
)

test('a row that is being sent when it is taken out keeps its files, and one of another batch is left alone', async () => {
  const id = await world.batchOf(2)
  const other = await world.batchOf(1)
  const fileId = (number: number) => `cloud://env/licences/${String(number).padStart(16, '0')}.jpg`
  for (const number of [1, 2]) {
    world.files.set(fileId(number), Buffer.from([0xff, 0xd8, 0xff, 0xe0]))
    const attachments = [{ kind: 'licence', fileId: fileId(number), type: 'jpg', size: 4 } as const]
    await world.store.updateMany('batch_rows', [['_id', 'eq', `${id}_0000${number}`]], {
      set: { attachments },
    })
  }
  meanwhile(world.store, 'updateMany', 'batch_rows', () =>
    world.store.updateMany('batch_rows', [['_id', 'eq', `${id}_00001`]], { set: { state: 'sending' } }),
  )
  const rowIds = [`${id}_00001`, `${id}_00002`, `${other}_00001`]
  await cancelBatch(world.deps, operator, { id, rowIds })
  const states = Object.fromEntries(world.rows().map(({ _id, state }) => [_id, state]))
  expect(rowIds.map(each => states[each])).toEqual(['sending', 'canceled', 'draft'])
  expect([1, 2].map(number => world.files.has(fileId(number)))).toEqual([true, false])
})

test('a failed row that goes again in the moment of its removal keeps what was typed', async () => {
  const id = await world.submittedOf(1)
  world.batches.failures.set(organizationName(1), '企业三要素不通过')
  await world.wait(30)
  expect(world.states()).toEqual(['rejected'])
  world.batches.failures.clear()
  world.pass(31 * 24 * 3600_000)
  let begun = false
  world.store.beforeWrite(async (operation, collection) => {
    if (collection !== 'batch_rows' || operation !== 'updateMany' || begun) return
    begun = true
    await sentAgain(id)
  })
  await sweep(world.deps)
  expect(begun).toBe(true)
  expect(world.rows()).toMatchObject([{ taskId: 'task-2', redactAt: null, sealed: expect.any(String) }])
})
