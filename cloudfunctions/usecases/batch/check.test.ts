import {
  type BatchWorld,
  createBatchWorld,
  creditCode,
  headingLine,
  line,
  operator,
} from '../../../test/support/batch-world'
import { readFile } from '../../platform/sheet/readFile'
import { fix, saveRow } from './edit'
import { exportSheet } from './export'
import { getBatch, getRow } from './read'
import { cancelBatch } from './repair'
import { tidyBatches } from './sweepBatches'

/** What is checked anew when something of a batch changes, and what is left alone. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const listed = (...lines: string[]) =>
  world.batchOf(0, { source: { kind: 'text', text: [headingLine, ...lines].join('\n') } })
const codes = () => world.rows().map(({ issues }) => issues.map(({ code }) => code))

test('with a row that was taken out nobody quarrels', async () => {
  const id = await listed(line(1), line(2, { code: creditCode(1) }))
  expect(codes()).toEqual([['duplicateCode'], ['duplicateCode']])
  await cancelBatch(world.deps, operator, { id, rowIds: [world.row(1)._id] })
  await fix(world.deps, operator, { id })
  expect(codes()[1]).toEqual([])
})

test('a row that is on its way is not corrected, and does not keep the drafts from it', async () => {
  const id = await listed(line(1), line(2).replace('测试员乙', '测 试'), line(3).replace('测试员乙', '测 试'))
  await world.setRow(2, { state: 'queued' })
  const before = world.row(2)
  const { batch } = await fix(world.deps, operator, { id })
  expect(batch).toMatchObject({ faulty: 0, sendable: 2 })
  expect(world.row(2)).toEqual(before)
})

test('a row with which nothing else is the matter than before is no news', async () => {
  const id = await listed(line(1), line(2, { code: 'x' }), line(3))
  world.pass(5000)
  const since = world.deps.clock()
  await saveRow(world.deps, operator, { id, rowId: world.row(3)._id, fields: { address: '北京市海淀区' } })
  const { rows } = await getBatch(world.deps, operator, { id, since })
  expect(rows.map(({ number }) => number)).toEqual([3])
})

describe('what a suggestion would put right', () => {
  const spoilt = line(1, { admin: '买买提 艾力', mobile: '138 0013 8000' })
    .replace('测试员乙', '测 试')
    .replace('110101199001010015', '110101 19900101 0015')
    .replace('有限公司', '(北京)有限公司')
  const typed = ['买买提·艾力', '13800138000', '110101199001010015', '测试"']
  const kept = () => JSON.stringify(world.store.all('batch_rows'))

  test('stands nowhere in the clear, imported or typed, unless it is public', async () => {
    const id = await listed(spoilt)
    await saveRow(world.deps, operator, { id, rowId: world.row(1)._id, fields: { address: 'x' } })
    await saveRow(world.deps, operator, { id, fields: { adminMobile: '+86 13800138000' } })
    for (const mark of typed) expect(kept()).not.toContain(mark)
    expect(world.row(1).issues).toContainEqual({
      ...{ column: 'name', code: 'halfWidth' },
      suggestion: '示例第1号贸易（北京）有限公司',
    })
    expect(world.row(1).faults).toBe(6)
  })

  test('is shown of names, in part of numbers in the list, and of no number where it would be typed', async () => {
    const id = await listed(spoilt)
    const { row } = await getRow(world.deps, operator, { rowId: world.row(1)._id })
    const shown = new Map(row.issueList.map(({ column, suggestion }) => [column, suggestion]))
    expect([...shown].sort()).toEqual([
      ['adminIdNumber', undefined],
      ['adminMobile', undefined],
      ['adminName', '买买提·艾力'],
      ['legalName', '测试'],
      ['name', '示例第1号贸易（北京）有限公司'],
    ])
    const { content } = await exportSheet(world.deps, operator, { id, what: 'issues', language: 'zh' })
    const [sheet] = readFile(Buffer.from(content, 'base64'))
    const suggested = sheet?.lines.slice(1).map(({ cells }) => cells[5])
    expect(suggested).toEqual([
      ...['示例第1号贸易（北京）有限公司', '测试', '买买提·艾力'],
      ...['138****8000', '1101****15'],
    ])
  })

  test('is still taken over at once, but for what somebody must answer', async () => {
    const id = await listed(spoilt)
    await fix(world.deps, operator, { id })
    expect(world.row(1).issues).toEqual([{ column: 'adminName', code: 'unclear' }])
    const { row } = await getRow(world.deps, operator, { rowId: world.row(1)._id })
    expect(row.fields).toMatchObject({ adminMobile: '138****8000', legalName: '测试' })
  })

  test('goes with what was typed, also from rows that were kept with it', async () => {
    await listed(spoilt)
    const issues = [{ column: 'adminMobile', code: 'malformed', suggestion: '13800138000' }] as const
    await world.setRow(1, { issues: [...issues] })
    world.pass(31 * 24 * 3600_000)
    await tidyBatches(world.deps, world.deps.clock() + 30_000)
    expect(world.row(1)).toMatchObject({ sealed: null, issues: [] })
  })
})
