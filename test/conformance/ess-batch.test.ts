import { createHttp } from '../../cloudfunctions/platform/http'
import type { Administrator, BatchDriver, RegistrationRow } from '../../cloudfunctions/vendors/batch'
import type { Driver, Outcome } from '../../cloudfunctions/vendors/driver'
import { openEssBench } from './ess-bench'

/** Organizations by the hundred, against 电子签's strict simulator. */
let bench: Awaited<ReturnType<typeof openEssBench>>
let batch: BatchDriver
let rowsMade = 0

beforeAll(async () => {
  bench = await openEssBench()
  batch = batchOf(bench.driver)
})
afterAll(() => bench.close())

const taskDelay = 3000
const administrator: Administrator = {
  name: '李小四',
  mobile: '13900000000',
  idType: 'residentId',
  idNumber: '110101199003070003',
}

function row(changes: Partial<RegistrationRow> = {}): RegistrationRow {
  rowsMade += 1
  return {
    name: `示例第${rowsMade}科技有限公司`,
    creditCode: creditCode(rowsMade),
    legalName: '王小二',
    address: '深圳市南山区1000号示例大厦',
    administrator,
    authorization: 'legalPerson',
    licence: null,
    letters: [],
    ...changes,
  }
}

async function accepted(rows: readonly RegistrationRow[], linkMode: 'single' | 'perRow' = 'single') {
  const registered = value(await batch.register({ linkMode, rows }))
  if (registered.kind !== 'accepted') throw new Error(`refused: ${registered.texts.join()}`)
  return registered.taskId
}

/** Rows that are through, in their order. */
async function ready(rows: readonly RegistrationRow[], linkMode: 'single' | 'perRow' = 'single') {
  const taskId = await accepted(rows, linkMode)
  await bench.passTime(taskDelay)
  return value(await batch.prepared(taskId))
}

const linked = async (subTaskIds: string[]) => value(await batch.link({ administrator, subTaskIds }))
const standing = async ({ name, creditCode }: RegistrationRow) =>
  value(await batch.standing({ name, creditCode }))

test('from a task over one link to verified organizations', async () => {
  const rows = [row(), row()]
  const taskId = await accepted(rows)
  expect(value(await batch.prepared(taskId))).toEqual([])
  await bench.passTime(taskDelay)
  const prepared = value(await batch.prepared(taskId))
  expect(prepared.map(each => each.name)).toEqual(rows.map(each => each.name))
  const ids = prepared.map(each => each.subTaskId)
  const standings = async () => value(await batch.progress([...ids].reverse())).map(each => each.standing)
  expect(await standings()).toEqual(['prepared', 'prepared'])

  const link = await linked(ids)
  expect(link).toMatchObject({ failures: [], app: { appId: 'wx371151823f6f3edf', envVersion: 'release' } })
  const [first] = ids
  await bench.control('act', { subTaskId: first, action: 'submit' })
  expect(await standings()).toEqual(['prepared', 'started'])
  await bench.control('act', { subTaskId: first, action: 'authorize' })
  expect(await standings()).toEqual(['prepared', 'submitted'])
  expect(await standing(rows[0] ?? never())).toMatchObject({ standing: 'started' })
  await bench.press(link.app, 'passAll')
  for (const each of rows) expect(await standing(each)).toMatchObject({ standing: 'verified' })
})

test('the four forms lead to the same page: path, picture, long and short link', async () => {
  const [prepared] = await ready([row()])
  const link = await linked([prepared?.subTaskId ?? ''])
  expect(link.app.path).toMatch(
    /^pages\/guide\/index\?to=AUTHORIZATION_ENTERPRISE_FOR_BATCH_SUBMIT&shortKey=/,
  )
  const picture = await fetch(link.qrImage)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
  for (const url of [link.url, link.shortUrl]) expect((await fetch(url)).status).toBe(200)
  const { path, appId, envVersion } = link.app
  const show = await fetch(
    `${bench.url}/mini-program/show?${new URLSearchParams({ path, appId, envVersion })}`,
  )
  expect(show.status).toBe(200)
})

test('after seven days the link is gone, and a new one comes from the same sub-tasks', async () => {
  const [prepared] = await ready([row()])
  const ids = [prepared?.subTaskId ?? '']
  const link = await linked(ids)
  await bench.passTime(7 * 86_400_000)
  expect((await fetch(link.url)).status).toBe(410)
  const next = await linked(ids)
  expect(next.expiresAt).toBeGreaterThan(link.expiresAt)
  expect((await fetch(next.url)).status).toBe(200)
})

test('rows with links of their own', async () => {
  const [prepared] = await ready([row()], 'perRow')
  expect((await fetch(prepared?.url ?? '')).status).toBe(200)
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
    const bad = row({ name: `示例${part}${rowsMade}有限公司` })
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

test('ten rows fit into a call, eleven do not', async () => {
  const rows = Array.from({ length: 11 }, () => row())
  expect(value(await batch.register({ linkMode: 'single', rows })).kind).toBe('refused')
  expect(
    value(await batch.register({ linkMode: 'single', rows: rows.slice(0, batch.limits.rowsPerCall) })).kind,
  ).toBe('accepted')
})

const tasks = async () => {
  const answer = await fetch(`${bench.url}/__sandbox/tasks`)
  return ((await answer.json()) as { tasks: unknown[] }).tasks.length
}
const create = '/CreateBatchOrganizationRegistrationTasks'

test.each([
  ['dropped before', { drop: 'before' }, 0],
  ['dropped after', { drop: 'after' }, 1],
  ['never answered', { hang: true }, 0],
  ['garbled', { garbage: true }, 0],
  ['an internal error', { error: { code: 'InternalError.Db', message: '数据库异常' } }, 0],
] as const)('%s: nobody knows, and it is not repeated', async (_what, fault, created) => {
  const before = [await tasks(), (await bench.counts())[`POST ${create}`] ?? 0] as const
  await bench.control('next', { path: create, ...fault })
  expect((await batch.register({ linkMode: 'single', rows: [row()] })).kind).toBe('indeterminate')
  expect([await tasks(), (await bench.counts())[`POST ${create}`]]).toEqual([
    before[0] + created,
    before[1] + 1,
  ])
})

test('too fast is told before anything is done, and tried again', async () => {
  await bench.control('next', { path: create, error: { code: 'RequestLimitExceeded', message: 'x' } })
  expect(await accepted([row()])).toMatch(/^yD/)
})

test('where nobody listens nothing has happened', async () => {
  const { register } = batchOf(bench.unreachable)
  expect((await register({ linkMode: 'single', rows: [row()] })).kind).toBe('transient')
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
  const [good, bad] = await ready([row(), row({ name: `示例未收录${rowsMade}有限公司` })])
  const link = await linked([good?.subTaskId ?? '', bad?.subTaskId ?? ''])
  expect(link.failures).toEqual([expect.stringContaining('工商库未能查询到企业信息')])
})

async function flow() {
  const [prepared] = await ready([row({ administrator: { ...administrator, mobile: '13911112222' } })])
  const [progress] = value(await batch.progress([prepared?.subTaskId ?? '']))
  return { subTaskId: prepared?.subTaskId ?? '', authorizationId: progress?.authorizationId ?? '' }
}

test('flows are withdrawn by their ids, once', async () => {
  const { subTaskId, authorizationId } = await flow()
  const authorizationIds = [authorizationId]
  expect(value(await batch.withdraw({ authorizationIds }))).toEqual({ extent: 'all', failures: [] })
  expect(value(await batch.progress([subTaskId]))).toEqual([])
  expect(value(await batch.withdraw({ authorizationIds })).extent).toBe('none')
})

test('all flows of an administrator are withdrawn at once; then there is nothing left', async () => {
  await flow()
  await flow()
  const withdrawal = { administrator: { name: '李小四', mobile: '13911112222' } }
  expect(value(await batch.withdraw(withdrawal)).extent).toBe('all')
  expect(value(await batch.withdraw(withdrawal))).toEqual({ extent: 'nothing', failures: [] })
})

test('a colleague has no flows of ours to withdraw', async () => {
  const { authorizationId } = await flow()
  const colleague = batchOf(bench.makeDriver({ operatorUserId: 'yDsandboxColleague' }))
  expect(value(await colleague.withdraw({ authorizationIds: [authorizationId] })).extent).toBe('nothing')
})

function batchOf({ batch }: Driver): BatchDriver {
  if (!batch) throw new Error('no batch')
  return batch
}

/** GB 32100: 18 signs, the last one checks the others. */
function creditCode(index: number): string {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const body = `91110000MA${String(index).padStart(7, '0')}`
  const sum = [...body].reduce((total, sign, at) => total + signs.indexOf(sign) * (3 ** at % 31), 0)
  return body + signs[(31 - (sum % 31)) % 31]
}

function value<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'ok') throw new Error(`${outcome.kind} ${outcome.code}: ${outcome.detail}`)
  return outcome.value
}

function never(): never {
  throw new Error('no row')
}
