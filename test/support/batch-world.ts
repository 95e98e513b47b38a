import type { CreateInput } from '../../cloudfunctions/contract/batch'
import type { RowState } from '../../cloudfunctions/domain/batch/lifecycle'
import type { BatchRow } from '../../cloudfunctions/domain/batch/row'
import { isCreditCode } from '../../cloudfunctions/domain/identity'
import { create } from '../../cloudfunctions/usecases/batch/create'
import { submit } from '../../cloudfunctions/usecases/batch/submit'
import { claim } from '../../cloudfunctions/usecases/operator/claim'
import { sweep } from '../../cloudfunctions/usecases/sweep'
import type {
  BatchDriver,
  LinkRequest,
  OrganizationStanding,
  Registered,
  Registration,
  RowProgress,
  Withdrawal,
  Withdrawn,
} from '../../cloudfunctions/vendors/batch'
import type { Driver, Outcome } from '../../cloudfunctions/vendors/driver'
import { createWorld, type World } from './world'

/** A vendor for organizations by the hundred that does what the test says, and remembers what it was asked. */
export interface FakeBatchVendor {
  registrations: Registration[]
  linkRequests: LinkRequest[]
  withdrawals: Withdrawal[]
  /** How often each question was asked. */
  asked: { prepared: number; progress: number; standing: number }
  /** Tasks that were accepted: task id → names. */
  tasks: Map<string, string[]>
  onRegister: (request: Registration) => Outcome<Registered> | null | Promise<Outcome<Registered> | null>
  /** By name: how the row stands; default prepared, `Create`. */
  progress: Map<string, Partial<RowProgress>>
  failures: Map<string, string>
  standing: Map<string, OrganizationStanding['standing']>
  onWithdraw: (request: Withdrawal) => Outcome<Withdrawn>
  rowsPerDay: number
}

export interface BatchWorld extends World {
  batches: FakeBatchVendor
  /** Makes a batch of so many good rows as operator `olivia`. */
  batchOf(rows: number, changes?: Partial<CreateInput>): Promise<string>
  /** The same, submitted. */
  submittedOf(rows: number, changes?: Partial<CreateInput>): Promise<string>
  /** The same, and the vendor has prepared them: their links can be had. */
  readyOf(rows: number, changes?: Partial<CreateInput>): Promise<string>
  /** Lets the sweep run as often as its timer would in that time. */
  wait(seconds: number): Promise<void>
  /** Where the vendor says from now on that a row stands, with the id of its flow. */
  say(number: number, rawStatus: string, standing: RowProgress['standing'], failure?: string): void
  /** What the vendor is asked by; its answers can be replaced. */
  driver(): BatchDriver
  /** As they are kept, by their numbers. */
  rows(): BatchRow[]
  states(): RowState[]
  row(number: number): BatchRow
  /** Writes a row past the use cases. */
  setRow(number: number, changes: Partial<Omit<BatchRow, '_id' | 'version'>>): Promise<unknown>
}

export const operator = 'olivia'

/** A fictitious credit code with the right check sign. */
export function creditCode(index: number): string {
  const stem = `91110000MA${String(index).padStart(7, '0')}`
  const sign = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find(each => isCreditCode(stem + each))
  return stem + sign
}

export const headingLine = [
  '企业名称',
  '统一社会信用代码',
  '法定代表人',
  '管理员姓名',
  '管理员手机号',
  '管理员证件号',
].join('\t')

export const organizationName = (index: number): string => `示例第${index}号贸易有限公司`

export function line(
  index: number,
  changes: { code?: string; admin?: string; mobile?: string } = {},
): string {
  const { code = creditCode(index), admin = '测试员甲', mobile = '13800138000' } = changes
  return [organizationName(index), code, '测试员乙', admin, mobile, '110101199001010015'].join('\t')
}

export async function createBatchWorld(): Promise<BatchWorld> {
  const world = createWorld()
  const batches: FakeBatchVendor = {
    registrations: [],
    linkRequests: [],
    withdrawals: [],
    asked: { prepared: 0, progress: 0, standing: 0 },
    tasks: new Map(),
    onRegister: () => null,
    progress: new Map(),
    failures: new Map(),
    standing: new Map(),
    onWithdraw: () => ({ kind: 'ok', value: { extent: 'all', failures: [] } }),
    rowsPerDay: 8000,
  }
  const [base] = world.deps.drivers.values()
  if (!base) throw new Error('no driver')
  const batch = fakeBatchDriver(batches)
  const driver: Driver = { ...base, id: 'ess', capabilities: { ...base.capabilities, batch: true }, batch }
  world.deps.drivers = new Map([['ess', driver]])
  await claim(world.deps, operator, { code: 'setup-code' })
  const batchOf: BatchWorld['batchOf'] = async (rows, changes = {}) => {
    const text = [headingLine, ...Array.from({ length: rows }, (_, index) => line(index + 1))].join('\n')
    const { batch } = await create(world.deps, operator, {
      clientKey: `key-batch-${String(world.store.all('batches').length).padStart(10, '0')}`,
      title: '十一月',
      linkMode: 'single',
      authorization: null,
      source: { kind: 'text', text },
      ...changes,
    })
    return batch.id
  }
  const rows = (): BatchRow[] => world.store.all('batch_rows').sort((a, b) => a.number - b.number)
  const row = (number: number): BatchRow => {
    const found = rows().find(each => each.number === number)
    if (!found) throw new Error(`no row ${number}`)
    return found
  }
  const submittedOf: BatchWorld['submittedOf'] = async (count, changes) => {
    const id = await batchOf(count, changes)
    await submit(world.deps, operator, { id })
    return id
  }
  const wait: BatchWorld['wait'] = async seconds => {
    for (let passed = 0; passed < seconds; passed += 30) {
      world.pass(30_000)
      await sweep(world.deps)
    }
  }
  return {
    ...world,
    batches,
    driver: () => batch,
    batchOf,
    submittedOf,
    async readyOf(count, changes) {
      const id = await submittedOf(count, changes)
      await wait(30)
      return id
    },
    wait,
    say(number, rawStatus, standing, failure = '') {
      const authorizationId = `flow-${number}`
      batches.progress.set(organizationName(number), { rawStatus, standing, failure, authorizationId })
    },
    rows,
    states: () => rows().map(({ state }) => state),
    row,
    setRow: (number, changes) =>
      world.store.replace('batch_rows', row(number)._id, row(number).version, changes),
  }
}

function fakeBatchDriver(vendor: FakeBatchVendor): BatchDriver {
  const subTask = (name: string) => `sub:${name}`
  return {
    limits: {
      rowsPerCall: 10,
      get rowsPerDay() {
        return vendor.rowsPerDay
      },
      rowsPerLink: null,
      bodyBytes: 9_000_000,
      licenceBytes: 5_000_000,
      letterBytes: 6_000_000,
    },
    async register(request) {
      vendor.registrations.push(request)
      const said = await vendor.onRegister(request)
      if (said) return said
      const taskId = `task-${vendor.tasks.size + 1}`
      vendor.tasks.set(
        taskId,
        request.rows.map(({ name }) => name),
      )
      return { kind: 'ok', value: { kind: 'accepted', taskId } }
    },
    async prepared(taskId) {
      vendor.asked.prepared += 1
      const names = vendor.tasks.get(taskId) ?? []
      return {
        kind: 'ok',
        value: names.map(name => ({
          name,
          subTaskId: subTask(name),
          url: `https://short.example/${encodeURIComponent(name)}`,
          failure: vendor.failures.get(name) ?? '',
          already: false,
        })),
      }
    },
    async progress(ids) {
      vendor.asked.progress += 1
      const value = ids.map(subTaskId => ({
        subTaskId,
        rawStatus: 'Create',
        standing: 'prepared' as const,
        failure: '',
        authorizationId: null,
        ...vendor.progress.get(subTaskId.slice(4)),
      }))
      return { kind: 'ok', value }
    },
    async standing({ name }) {
      vendor.asked.standing += 1
      const standing = vendor.standing.get(name) ?? 'none'
      return { kind: 'ok', value: { standing, rawStatus: `AuthStatus=${standing}`, reason: '印章不清晰' } }
    },
    async link(request) {
      vendor.linkRequests.push(request)
      return {
        kind: 'ok',
        value: {
          app: {
            kind: 'miniProgram',
            appId: 'wx',
            path: 'p?a=1&b=2',
            envVersion: 'release',
            embedded: false,
          },
          qrImage: 'https://image.example/q.png',
          url: 'https://long.example',
          shortUrl: 'https://short.example',
          expiresAt: 1_700_000_000_000 + 7 * 24 * 3600_000,
          failures: [],
        },
      }
    },
    async withdraw(request) {
      vendor.withdrawals.push(request)
      return vendor.onWithdraw(request)
    },
  }
}

/** Of an import that was not to ask anything first. */
export function made<T extends { outcome: string }>(answer: T): Exclude<T, { outcome: 'asked' }> {
  if (answer.outcome === 'asked') throw new Error('it asks what is meant')
  return answer as Exclude<T, { outcome: 'asked' }>
}
