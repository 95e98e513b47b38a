import { createHttp } from '../../cloudfunctions/platform/http'
import type { BatchDriver, RegistrationRow } from '../../cloudfunctions/vendors/batch'
import type { Driver } from '../../cloudfunctions/vendors/driver'
import { administrator, openEssBench } from './ess-bench'
import { value } from './outcomes'

/** 电子签's batches beyond the common suite: its sentences, letters, packages and other people's flows. */
let bench: Awaited<ReturnType<typeof openEssBench>>
let batch: BatchDriver

beforeAll(async () => {
  bench = await openEssBench()
  batch = batchOf(bench.driver)
})
afterAll(() => bench.close())

const row = (changes: Partial<RegistrationRow> = {}) => bench.batches.row(changes)

async function accepted(rows: readonly RegistrationRow[], linkMode: 'single' | 'perRow' = 'single') {
  const registered = value(await batch.register({ linkMode, rows }))
  if (registered.kind !== 'accepted') throw new Error(`refused: ${registered.texts.join()}`)
  return registered.taskId
}

/** Rows that are through, in their order. */
async function ready(rows: readonly RegistrationRow[], linkMode: 'single' | 'perRow' = 'single') {
  const taskId = await accepted(rows, linkMode)
  await bench.batches.through()
  return value(await batch.prepared(taskId))
}

/** Names that nobody else has. */
let namesMade = 0
const linked = async (subTaskIds: string[]) => value(await batch.link({ administrator, subTaskIds }))
const standing = async ({ name, creditCode }: RegistrationRow) =>
  value(await batch.standing({ name, creditCode }))

test('a link lasts seven days, and is gone after that', async () => {
  const [prepared] = await ready([row()])
  const link = await linked([prepared?.subTaskId ?? ''])
  expect(link.app).toMatchObject({
    appId: 'wx371151823f6f3edf',
    envVersion: 'release',
    path: expect.stringMatching(
      /^pages\/guide\/index\?to=AUTHORIZATION_ENTERPRISE_FOR_BATCH_SUBMIT&shortKey=/,
    ),
  })
  expect((await fetch(link.url)).status).toBe(200)
  await bench.passTime(7 * 86_400_000)
  expect((await fetch(link.url)).status).toBe(410)
})

test('one wrong address refuses them all, and says which row it is', async () => {
  const rows = [row(), row({ address: '不是地址' }), row()]
  expect(value(await batch.register({ linkMode: 'single', rows }))).toEqual({
    kind: 'refused',
    texts: ['', expect.stringContaining('地址参数不正确'), ''],
  })
})

test('a name that comes twice is put where it is', async () => {
  const twin = row()
  const rows = [row(), twin, { ...row(), name: twin.name }]
  const text = `企业名称[${twin.name}]重复`
  expect(value(await batch.register({ linkMode: 'single', rows }))).toEqual({
    kind: 'refused',
    texts: ['', text, text],
  })
})

test.each([
  ['三要素不符', false, '企业三要素不通过'],
  ['未收录', false, '工商库未能查询到企业信息'],
  ['已认证', true, '此企业已经完成认证'],
])(
  'an organization with %s in its name fails after the task: verified before %s',
  async (part, already, text) => {
    const bad = row({ name: `示例${part}${++namesMade}有限公司` })
    const good = row()
    const prepared = await ready([bad, good])
    expect(prepared).toMatchObject([
      { name: bad.name, already, failure: expect.stringContaining(text) },
      { name: good.name, already: false, failure: '' },
    ])
    const progress = value(await batch.progress(prepared.map(each => each.subTaskId)))
    expect(progress.map(each => each.standing)).toEqual([already ? 'already' : 'failed', 'prepared'])
  },
)

test.each([
  ['empty', 0],
  ['rows', 0],
  ['subTasks', 1],
])('a running task shown as "%s"', async (shape, count) => {
  await bench.control('running-shape', { shape })
  const taskId = await accepted([row()])
  expect(value(await batch.prepared(taskId))).toHaveLength(count)
  await bench.control('running-shape', { shape: 'empty' })
})

const png = (size: number) => ({
  type: 'png' as const,
  bytes: Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.alloc(size - 8),
  ]),
})

test('a letter goes along, is turned down with a reason, and passes', async () => {
  const each = row({ authorization: 'letter', licence: png(1000), letters: [png(2000), png(3000)] })
  const [prepared] = await ready([each])
  const act = (action: string) => bench.control('act', { subTaskId: prepared?.subTaskId ?? '', action })
  await act('submit')
  await act('authorize')
  expect(await standing(each)).toMatchObject({ standing: 'reviewing', reason: '' })
  await act('rejectLetter')
  expect(await standing(each)).toMatchObject({
    standing: 'letterRejected',
    reason: expect.stringMatching(/.+/),
  })
  await act('pass')
  expect(await standing(each)).toMatchObject({ standing: 'verified' })
})

test('the largest letter there may be fits into a call; a larger one does not', async () => {
  const patient = batchOf(
    bench.makeDriver({ http: createHttp({ timeoutMs: 20_000, connectTimeoutMs: 2000 }) }),
  )
  const { letterBytes } = batch.limits
  const register = (size: number) => {
    const rows = [row({ authorization: 'letter', letters: [png(size)] })]
    return patient.register({ linkMode: 'single', rows })
  }
  expect(value(await register(letterBytes))).toMatchObject({ kind: 'accepted' })
  expect(value(await register(8 * 1024 * 1024))).toMatchObject({ kind: 'refused' })
})

const create = '/CreateBatchOrganizationRegistrationTasks'

test('after an internal error nobody knows, and it is not repeated', async () => {
  const counted = async () => [await bench.batches.tasks(), (await bench.counts())[`POST ${create}`] ?? 0]
  const [tasks = 0, calls = 0] = await counted()
  await bench.control('next', { path: create, error: { code: 'InternalError.Db', message: '数据库异常' } })
  expect((await batch.register({ linkMode: 'single', rows: [row()] })).kind).toBe('indeterminate')
  expect(await counted()).toEqual([tasks, calls + 1])
})

test('what is used up pauses the batch and blames no row', async () => {
  await bench.control('package', { realNamePackage: false })
  expect(await batch.register({ linkMode: 'single', rows: [row()] })).toMatchObject({
    kind: 'rejected',
    code: 'QUOTA:FailedOperation.BalanceNotEnough',
  })
  await bench.control('package', { realNamePackage: true })
})

test('flows of another administrator are not in the link, and all of them is none', async () => {
  const [mine, moved] = await ready([row(), row()])
  const ids = [mine?.subTaskId ?? '', moved?.subTaskId ?? '']
  await bench.control('reassign', { subTaskId: ids[1] })
  expect((await linked(ids)).failures).toEqual([])
  expect((await batch.link({ administrator, subTaskIds: ids.slice(1) })).kind).toBe('rejected')
})

test('a link about a flow that failed says why', async () => {
  const [good, bad] = await ready([row(), row({ name: `示例未收录${++namesMade}有限公司` })])
  const link = await linked([good?.subTaskId ?? '', bad?.subTaskId ?? ''])
  expect(link.failures).toEqual([expect.stringContaining('工商库未能查询到企业信息')])
})

async function flow() {
  const [prepared] = await ready([row({ administrator: { ...administrator, mobile: '13911112222' } })])
  const [progress] = value(await batch.progress([prepared?.subTaskId ?? '']))
  return { subTaskId: prepared?.subTaskId ?? '', authorizationId: progress?.authorizationId ?? '' }
}

test('a colleague has no flows of ours to withdraw', async () => {
  const { authorizationId } = await flow()
  const colleague = batchOf(bench.makeDriver({ operatorUserId: 'yDsandboxColleague' }))
  expect(value(await colleague.withdraw({ authorizationIds: [authorizationId] })).extent).toBe('nothing')
})

function batchOf({ batch }: Driver): BatchDriver {
  if (!batch) throw new Error('no batch')
  return batch
}
