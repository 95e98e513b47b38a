import {
  type BatchWorld,
  createBatchWorld,
  headingLine,
  line,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { codeOf } from '../../../test/support/refusal'
import type { BatchAuditRow } from '../../domain/batch/row'
import { sweep } from '../sweep'
import { saveRow } from './edit'
import { cancelBatch, repair, resolve } from './repair'
import { submit } from './submit'

/** Whose flows are cleared at the vendor, whose are not and why, and what becomes of their rows. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const right = {
  name: '测试员丙',
  mobile: '13900139000',
  idType: 'residentId',
  idNumber: '110101199001010023',
} as const
const wrong = { name: '测试员甲', mobile: '13800138000' }

const driver = () => world.driver()
const rowIds = (...numbers: number[]) => numbers.map(number => world.row(number)._id)
const all = () => world.rows().map(({ _id }) => _id)
const repaired = (
  id: string,
  ids = all(),
  administrator: Parameters<typeof repair>[2]['administrator'] = right,
) => repair(world.deps, operator, { id, rowIds: ids, administrator })
const acts = (event: string) =>
  world.store
    .all('audit')
    .filter((row): row is BatchAuditRow => 'batchId' in row && row.event === event)
    .map(({ rows }) => rows)
/** The vendor has told the ids of these rows' flows. */
const begun = (...numbers: number[]) => {
  for (const number of numbers) world.say(number, 'Submit', 'started')
}

async function ready(...given: Parameters<BatchWorld['readyOf']>): Promise<string> {
  const id = await world.readyOf(...given)
  world.batches.registrations = []
  return id
}

describe('repair', () => {
  test('is of rows that are with the vendor or failed, and of which we know what was typed', async () => {
    const id = await ready(8)
    const states = [
      'accepted',
      'ready',
      'processing',
      'rejected',
      'verified',
      'canceled',
      'indeterminate',
    ] as const
    for (const [at, state] of states.entries()) await world.setRow(at + 1, { state })
    await world.setRow(8, { sealed: null, adminKey: null })
    const answer = await repaired(id)
    expect(world.rows().map(({ state }) => state)).toEqual([
      ...Array.from({ length: 4 }, () => 'accepted'),
      'verified',
      'canceled',
      'indeterminate',
      'ready',
    ])
    expect(answer.rows.map(({ number }) => number)).toEqual(expect.arrayContaining([1, 2, 3, 4]))
    expect(answer.notCleared).toEqual([])
    expect(world.batches.registrations).toMatchObject([
      { rows: [1, 2, 3, 4].map(number => ({ name: organizationName(number), administrator: right })) },
    ])
    expect(acts('repaired')).toEqual([4])
  })

  test('sends nobody whose right administrator is not whole, and no other draft of the batch', async () => {
    const id = await ready(2)
    await world.setRow(2, { state: 'draft' })
    await repaired(id, rowIds(1), { ...right, idNumber: '' })
    expect(world.states()).toEqual(['draft', 'draft'])
    expect(world.row(1).issues).toEqual([{ column: 'adminIdNumber', code: 'missing' }])
    expect(world.batches.registrations).toEqual([])
    await repaired(id, rowIds(2))
    expect(world.states()).toEqual(['draft', 'draft'])
  })

  test('asks for the ids of flows by the ten, and clears by the administrator what has none', async () => {
    const id = await ready(12)
    begun(1, 11)
    const questions: number[] = []
    const { progress } = driver()
    driver().progress = subTaskIds => {
      questions.push(subTaskIds.length)
      return progress(subTaskIds)
    }
    expect((await repaired(id)).notCleared).toEqual([])
    expect(questions).toEqual([10, 2])
    expect(world.batches.withdrawals).toEqual([
      { authorizationIds: ['flow-1', 'flow-11'] },
      { administrator: wrong },
    ])
  })

  test('asks for no id that is known, and of no row that has none to ask by', async () => {
    const id = await ready(2)
    begun(1)
    world.pass(20 * 60_000)
    await sweep(world.deps)
    await world.setRow(2, { state: 'accepted', subTasks: null })
    world.batches.asked.progress = 0
    await repaired(id)
    expect(world.batches.asked.progress).toBe(0)
    expect(world.batches.withdrawals).toEqual([{ authorizationIds: ['flow-1'] }, { administrator: wrong }])
  })

  test('changes nothing where the ids cannot be asked for', async () => {
    const id = await ready(1)
    const { progress } = driver()
    driver().progress = async () => ({ kind: 'transient', code: 'TIMEOUT', detail: '' })
    expect(await codeOf(repaired(id))).toBe('VENDOR_UNAVAILABLE')
    expect([world.states(), world.batches.withdrawals, acts('repaired')]).toEqual([['ready'], [], []])
    expect(world.logged.join()).toContain('"question":"progress"')
    driver().progress = progress
    driver().withdraw = async () => ({ kind: 'transient', code: 'TIMEOUT', detail: '' })
    expect(await codeOf(repaired(id))).toBe('VENDOR_UNAVAILABLE')
    expect([world.states(), acts('repaired')]).toEqual([['ready'], []])
    expect(world.logged.join()).toContain('"question":"withdraw"')
  })

  test.each(['repaired', 'taken out'])('clears nothing of a row that had failed and is %s', async how => {
    const id = await ready(1)
    await world.setRow(1, { state: 'rejected', authorizationId: 'flow-1' })
    await (how === 'repaired' ? repaired(id) : cancelBatch(world.deps, operator, { id }))
    expect(world.batches.withdrawals).toEqual([])
    expect(world.states()).toEqual([how === 'repaired' ? 'accepted' : 'canceled'])
  })

  test.each([
    ['all', [1, 2, 3], []],
    ['nothing', [1, 2, 3], []],
    [
      'some',
      [1],
      [
        [2, '流程正在审核'],
        [3, '已提交'],
      ],
    ],
    [
      'none',
      [],
      [
        [1, ''],
        [2, '流程正在审核'],
        [3, '已提交'],
      ],
    ],
  ] as const)('of flows of which the vendor clears %s go again %j', async (extent, again, kept) => {
    const id = await ready(3)
    begun(1, 2, 3)
    const failures = [
      { authorizationId: 'flow-2', name: '', text: '流程正在审核' },
      { authorizationId: '', name: organizationName(3), text: '已提交' },
    ]
    world.batches.onWithdraw = () => ({ kind: 'ok', value: { extent, failures } })
    const { notCleared } = await repaired(id)
    expect(notCleared).toEqual(
      kept.map(([number, text]) => ({
        rowId: world.row(number)._id,
        number,
        name: organizationName(number),
        why: 'vendorRefused',
        text,
      })),
    )
    const sent = world.batches.registrations.flatMap(({ rows }) => rows.map(({ name }) => name))
    expect(sent).toEqual(again.map(organizationName))
    expect(acts('repaired')).toEqual([again.length])
  })

  test.each([
    ['sending', 'otherRows'],
    ['accepted', 'otherRows'],
    ['ready', 'otherRows'],
    ['processing', 'otherRows'],
    ['draft', null],
    ['queued', null],
    ['verified', null],
    ['rejected', null],
  ] as const)('beside another row of the administrator that is %s: %s', async (state, why) => {
    const id = await ready(2)
    await world.setRow(2, { state })
    const { notCleared } = await repaired(id, rowIds(1))
    expect(notCleared.map(each => each.why)).toEqual(why === null ? [] : [why])
    expect(world.batches.withdrawals).toEqual(why === null ? [{ administrator: wrong }] : [])
  })

  test('looks at every administrator by himself, and at nobody where none was named', async () => {
    const nobody = line(3, { admin: '', mobile: '' }).replace('110101199001010015', '')
    const other = line(2, { mobile: '13700137000' })
    const text = [headingLine, line(1), other, nobody].join('\n')
    const id = await ready(0, { source: { kind: 'text', text }, linkMode: 'perRow' })
    world.batches.onWithdraw = request => ({
      kind: 'ok',
      value: {
        extent: 'administrator' in request && request.administrator.mobile === wrong.mobile ? 'none' : 'all',
        failures: [],
      },
    })
    expect((await repaired(id)).notCleared).toMatchObject([
      { number: 1, why: 'vendorRefused' },
      { number: 3, why: 'noAdministrator' },
    ])
    expect(world.batches.withdrawals).toHaveLength(2)
    expect(world.states()).toEqual(['ready', 'accepted', 'ready'])
  })
})

describe('what a person decides', () => {
  test('is about rows that failed or are lost, and about no others', async () => {
    const id = await ready(4)
    await world.setRow(1, { state: 'rejected' })
    await world.setRow(2, { state: 'indeterminate' })
    await world.setRow(3, { state: 'queued', dueAt: null })
    await world.setRow(4, { adminKey: null })
    await resolve(world.deps, operator, { id, rowIds: rowIds(1, 2, 4), decision: 'resubmit' })
    const sent = world.batches.registrations.flatMap(({ rows }) => rows.map(({ name }) => name))
    expect(sent.sort()).toEqual([1, 2, 3].map(organizationName))
    expect(world.states()).toEqual(['accepted', 'accepted', 'accepted', 'ready'])
    expect(acts('resubmitted')).toEqual([2])
    // Only what is lost may have a flow that nobody knows of.
    expect(world.batches.asked.standing).toBe(1)
    expect(world.batches.withdrawals).toEqual([{ administrator: wrong }])
  })

  test('waits for a run that has time to ask about what is lost', async () => {
    const id = await ready(1)
    await world.setRow(1, { state: 'indeterminate' })
    const hurried = { ...world.deps, hasTime: () => false }
    await resolve(hurried, operator, { id, rowIds: all(), decision: 'resubmit' })
    expect([world.states(), world.batches.asked.standing, acts('resubmitted')]).toEqual([
      ['indeterminate'],
      0,
      [0],
    ])
  })

  test('does not send again what turns out to be verified', async () => {
    const id = await ready(1)
    await world.setRow(1, { state: 'indeterminate' })
    world.batches.standing.set(organizationName(1), 'verified')
    await resolve(world.deps, operator, { id, rowIds: all(), decision: 'resubmit' })
    expect([world.states(), acts('resubmitted')]).toEqual([['verified'], [0]])
  })
})

describe('what is taken out', () => {
  test('is what was named, if it has not ended; its files go, and its flow', async () => {
    const id = await ready(4)
    await world.setRow(1, { state: 'verified' })
    const fileId = 'cloud://env/licences/aaaaaaaaaaaaaaaa.jpg'
    world.files.set(fileId, Buffer.from('a licence'))
    await world.setRow(2, {
      state: 'draft',
      attachments: [{ kind: 'licence', fileId, type: 'jpg', size: 9 }],
    })
    begun(3)
    world.pass(1)
    const { rows, batch } = await cancelBatch(world.deps, operator, { id, rowIds: rowIds(1, 2, 3) })
    expect(world.states()).toEqual(['verified', 'canceled', 'canceled', 'ready'])
    expect(rows.map(({ number }) => number)).toEqual([2, 3])
    expect(batch.counts).toMatchObject({ canceled: 2, ready: 1 })
    expect([world.row(2).attachments, world.files.size]).toEqual([[], 0])
    expect(world.batches.withdrawals).toEqual([{ authorizationIds: ['flow-3'] }])
    expect(acts('canceled')).toEqual([2])
    expect(world.logged.join()).not.toContain('batch.cancel')
  })

  test('without names is every row that has not ended', async () => {
    const id = await ready(6)
    const states = ['draft', 'queued', 'indeterminate', 'rejected', 'accepted', 'already'] as const
    for (const [at, state] of states.entries()) await world.setRow(at + 1, { state })
    await cancelBatch(world.deps, operator, { id })
    expect(world.states()).toEqual([...Array.from({ length: 5 }, () => 'canceled'), 'already'])
    expect(acts('canceled')).toEqual([5])
  })

  test.each([
    ['is refused', async () => ({ kind: 'ok', value: { extent: 'none', failures: [] } }) as const, true],
    ['has no answer', async () => ({ kind: 'transient', code: 'TIMEOUT', detail: '' }) as const, false],
  ])('stays out when the clearing of its flow %s', async (_what, withdraw, told) => {
    const id = await ready(2)
    driver().withdraw = withdraw
    const { batch } = await cancelBatch(world.deps, operator, { id })
    expect(batch.counts).toMatchObject({ canceled: 2, ready: 0 })
    expect(world.logged.join().includes('"notCleared":2')).toBe(told)
  })

  test('is nothing of a batch that is not there', async () => {
    expect(await codeOf(cancelBatch(world.deps, operator, { id: `b_${'0'.repeat(32)}` }))).toBe('NOT_FOUND')
  })
})

describe('from the first to the last step', () => {
  const right = {
    name: '测试员丙',
    mobile: '13900139000',
    idType: 'residentId',
    idNumber: '110101199001010023',
  } as const

  test('wrong administrator: cleared by its flows, and sent again', async () => {
    const id = await ready(3)
    for (const number of [1, 2, 3]) world.say(number, 'Submit', 'started')
    await world.wait(60)
    world.batches.progress.clear()
    const answer = await repair(world.deps, operator, {
      id,
      rowIds: world.rows().map(({ _id }) => _id),
      administrator: right,
    })
    expect(answer.notCleared).toEqual([])
    expect(world.batches.withdrawals).toEqual([{ authorizationIds: ['flow-1', 'flow-2', 'flow-3'] }])
    expect(world.batches.registrations.at(-1)?.rows[0]?.administrator).toMatchObject({
      mobile: '13900139000',
    })
    expect(world.rows().map(({ state, round }) => `${state} ${round}`)).toEqual([
      'accepted 2',
      'accepted 2',
      'accepted 2',
    ])
  })

  test('what the vendor does not let go of stays, and is named', async () => {
    const id = await ready(2)
    for (const number of [1, 2]) world.say(number, 'Submit', 'started')
    await world.wait(60)
    world.batches.onWithdraw = () => ({
      kind: 'ok',
      value: {
        extent: 'some',
        failures: [{ authorizationId: 'flow-2', name: organizationName(2), text: '流程正在审核' }],
      },
    })
    const answer = await repair(world.deps, operator, {
      id,
      rowIds: world.rows().map(({ _id }) => _id),
      administrator: right,
    })
    expect(answer.notCleared).toMatchObject([{ number: 2, text: '流程正在审核' }])
    expect(world.states()).toEqual(['accepted', 'processing'])
  })

  test('without an answer nothing has changed', async () => {
    const id = await ready(1)
    world.say(1, 'Submit', 'started')
    await world.wait(60)
    world.batches.onWithdraw = () => ({ kind: 'transient', code: 'TIMEOUT', detail: '' })
    const attempt = repair(world.deps, operator, { id, rowIds: [world.row(1)._id], administrator: right })
    expect(await codeOf(attempt)).toBe('VENDOR_UNAVAILABLE')
    expect(world.row(1)).toMatchObject({ state: 'processing', round: 1 })
  })

  test('a failed row is corrected and sent again', async () => {
    world.batches.failures.set(organizationName(1), '企业三要素不通过')
    const id = await ready(1)
    expect(world.states()).toEqual(['rejected'])
    world.batches.failures.clear()
    await saveRow(world.deps, operator, { id, rowId: world.row(1)._id, fields: { legalName: '测试员戊' } })
    await submit(world.deps, operator, { id })
    await world.wait(30)
    expect(world.row(1)).toMatchObject({ state: 'ready', round: 2, vendorText: null })
  })

  test('the whole batch is canceled, and its flows are cleared', async () => {
    const id = await ready(3)
    const { batch } = await cancelBatch(world.deps, operator, { id })
    expect(batch.phase).toBe('canceled')
    expect(world.batches.withdrawals).toHaveLength(1)
    await world.wait(120)
    expect(new Set(world.states())).toEqual(new Set(['canceled']))
  })
})

describe('what we say ourselves', () => {
  /** Chinese in an answer's texts of ours would reach whoever reads English. */
  const ours = /[\u4e00-\u9fff]/

  test('why we have not cleared a flow is a code; only what the vendor says is a sentence', async () => {
    const id = await world.batchOf(3)
    await submit(world.deps, operator, { id })
    await world.wait(30)
    const administrator = {
      name: '测试员丙',
      mobile: '13900139000',
      idType: 'residentId',
      idNumber: '',
    } as const
    const repairOf = (rowIds: string[]) => repair(world.deps, operator, { id, rowIds, administrator })
    const [first] = (await repairOf([world.row(1)._id])).notCleared
    expect(first).toMatchObject({ number: 1, why: 'otherRows', text: '' })
    world.batches.onWithdraw = () => ({ kind: 'ok', value: { extent: 'none', failures: [] } })
    const all = (await repairOf(world.rows().map(({ _id }) => _id))).notCleared
    expect(all.map(({ why, text }) => [why, text])).toEqual([
      ['vendorRefused', ''],
      ['vendorRefused', ''],
      ['vendorRefused', ''],
    ])
    for (const { why, text } of all) expect(why + text).not.toMatch(ours)
  })
})
