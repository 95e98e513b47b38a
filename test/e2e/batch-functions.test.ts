import type { ActionInput, ActionName, ActionResults } from '../../cloudfunctions/contract/actions'
import { sandboxOperatorCode } from '../../sandbox/settings'
import { headingLine, line, made, organizationName } from '../support/batch-world'
import { eventually } from '../support/eventually'
import { type LocalWorld, openLocalWorld } from '../support/local-world'

const operator = 'oOperator0001'
let world: LocalWorld
let batches = 0

beforeAll(async () => {
  world = await openLocalWorld({ vendors: { ess: { taskDelayMs: 300 } } })
  await act('operator.claim', { code: sandboxOperatorCode })
}, 300_000)
afterAll(() => world.close())

/** Calls an action as the operator; a refusal is an error. */
async function act<A extends ActionName>(action: A, input: ActionInput<A>): Promise<ActionResults[A]> {
  const answer = await world.action(operator, action, input)
  if (!answer.ok) throw new Error(`${action}: ${answer.error.code}`)
  return answer.data
}

/** A batch of so many organizations, all new to the vendor. */
async function imported(count: number, offset: number): Promise<string> {
  batches += 1
  const text = [headingLine, ...Array.from({ length: count }, (_, index) => line(offset + index))].join('\n')
  const { batch } = made(
    await act('batch.create', {
      clientKey: `key-e2e-batch-${String(batches).padStart(6, '0')}`,
      title: '端到端',
      linkMode: 'single',
      source: { kind: 'text', text },
    }),
  )
  expect(batch).toMatchObject({ total: count, sendable: count })
  return batch.id
}

const states = async (id: string) =>
  (await act('batch.refresh', { id, since: 0 })).rows.map(({ state }) => state)
const settled = (id: string, wanted: string) =>
  shows(async () => expect(new Set(await states(id))).toEqual(new Set([wanted])))

/** Repeats the expectation until it holds. */
const shows = (expectation: () => Promise<void>) =>
  eventually(async () => {
    await expectation()
    return true
  }, 240_000)

test('from a list to verified organizations, by one link', async () => {
  const id = await imported(12, 100)
  await act('batch.submit', { id, confirmed: true })
  await settled(id, 'ready')
  const { links } = await act('batch.links', { id })
  expect(links).toMatchObject([{ rows: 12, state: 'none' }])
  const { link } = await act('batch.link', { id, group: links[0]?.group ?? '' })
  expect(link).toMatchObject({
    state: 'live',
    leftOut: [],
    link: {
      app: { appId: 'wx371151823f6f3edf', envVersion: 'release', path: expect.stringMatching(/&shortKey=/) },
    },
  })
  const image = await fetch(link.link?.qrImage ?? '')
  expect(image.headers.get('content-type')).toBe('image/png')

  await world.atEss('/__sandbox/act', { organizationName: organizationName(100), action: 'pass' })
  // The notice alone brings it forward; the sweep would find it as well.
  await shows(async () => {
    const { rows } = await act('batch.get', { id, since: 0 })
    expect(rows[0]?.state).toBe('verified')
  })
  await world.atEss('/__sandbox/act', { organizationName: organizationName(101), action: 'fail' })
  await world.cloud.fireTimer('sweep')
  await shows(async () => {
    const { batch } = await act('batch.refresh', { id, since: 0 })
    expect(batch.counts).toMatchObject({ verified: 1, rejected: 1, ready: 10 })
  })
}, 300_000)

test('an answer that was lost is never sent again, and a person decides', async () => {
  const id = await imported(10, 200)
  await world.atEss('/__sandbox/next', {
    path: '/CreateBatchOrganizationRegistrationTasks',
    drop: 'after',
    times: 1,
  })
  await act('batch.submit', { id, confirmed: true })
  await settled(id, 'indeterminate')
  const before = await world.essCalls('CreateBatchOrganizationRegistrationTasks')
  await world.cloud.fireTimer('sweep')
  expect(await world.essCalls('CreateBatchOrganizationRegistrationTasks')).toBe(before)
  const rowIds = (await act('batch.get', { id, since: 0 })).rows.map(row => row.id)
  await act('batch.resolve', { id, rowIds, decision: 'resubmit' })
  await settled(id, 'ready')
}, 300_000)

test('one row that the vendor refuses does not hold up the others', async () => {
  const text = [
    `${headingLine}\t注册地址`,
    ...[300, 301, 302].map(index => `${line(index)}\t${index === 301 ? '北京市海淀区' : ''}`),
  ].join('\n')
  const { batch } = made(
    await act('batch.create', {
      clientKey: 'key-e2e-refused-000001',
      title: '一行有误',
      linkMode: 'perRow',
      source: { kind: 'text', text },
    }),
  )
  await world.atEss('/__sandbox/next', {
    path: '/CreateBatchOrganizationRegistrationTasks',
    error: { code: 'InvalidParameterValue', message: `企业名称[${organizationName(301)}]重复` },
  })
  await act('batch.submit', { id: batch.id, confirmed: true })
  await shows(async () => {
    const { batch: now } = await act('batch.refresh', { id: batch.id, since: 0 })
    expect(now.counts).toMatchObject({ rejected: 1, ready: 2 })
  })
  const { rows } = await act('batch.get', { id: batch.id, since: 0 })
  const { handoff } = await act('batch.rowLink', { rowId: rows[0]?.id ?? '' })
  expect(handoff).toMatchObject({ kind: 'webUrl', qrImage: expect.stringMatching(/^data:image\/png/) })
}, 300_000)

test('a wrong administrator is cleared and the rows go again', async () => {
  const id = await imported(4, 400)
  await act('batch.submit', { id, confirmed: true })
  await settled(id, 'ready')
  const { rows } = await act('batch.get', { id, since: 0 })
  const answer = await act('batch.repair', {
    id,
    rowIds: rows.map(row => row.id),
    administrator: { name: '测试员丙', mobile: '13900139000', idNumber: '110101199003070011' },
  })
  expect(answer.notCleared).toEqual([])
  await settled(id, 'ready')
  const { links } = await act('batch.links', { id })
  expect(links).toMatchObject([{ administrator: { mobile: '139****9000' }, rows: 4 }])
}, 300_000)
