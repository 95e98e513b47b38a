import type { BatchView, RowDetail } from '../../cloudfunctions/contract/batch'
import type { LeftOut } from '../../cloudfunctions/contract/spreadsheet'
import { noCounts } from '../../cloudfunctions/domain/batch/lifecycle'
import { jumps } from './jumps'
import { batchVendor, vendorNames } from './vendors'

export const formBatchId = `b_${'fedcba9876543210'.repeat(2)}`
export const formRowId = `${formBatchId}_00012`

type Input = Record<string, unknown>
interface Failure {
  code: string
  field?: string
}

export interface FormsWorld {
  answer(action: string, input: Input): unknown
  /** The next calls of an action fail. */
  fail(action: string, failure: Failure | null): void
  calls: { action: string; input: Input }[]
  inputsOf(action: string): Input[]
  role: 'owner' | 'operator' | 'viewer' | null
  batches: BatchView[]
  row: RowDetail
  unknownHeadings: string[]
  leftOut: LeftOut[]
  notCleared: string | null
}

const nobody = { edit: false, resubmit: false, repair: false, cancel: false, link: false, attach: false }
const fields = {
  name: '成都云上(高新区)科技有限公司',
  creditCode: '91510100MA62CXXX0A',
  legalName: '李雷',
  address: '',
  adminName: '王芳',
  adminMobile: '138****8000',
  adminIdType: '',
  adminIdNumber: '1101**********1002',
  authorization: '',
}

export function draftRow(part: Partial<RowDetail> = {}): RowDetail {
  return {
    id: formRowId,
    number: 12,
    name: fields.name,
    creditCode: fields.creditCode,
    state: 'draft',
    rawStatus: null,
    letterRejected: false,
    issues: 2,
    updatedAt: 1,
    fields: { ...fields },
    issueList: [
      { column: 'name', code: 'halfWidth', suggestion: '成都云上（高新区）科技有限公司' },
      { column: 'adminIdNumber', code: 'adminConflict', other: 17 },
    ],
    attachments: [],
    vendorText: null,
    problem: null,
    round: 0,
    history: [{ state: 'draft', at: 1 }],
    ...part,
    can: { ...nobody, edit: true, cancel: true, attach: true, ...part.can },
  }
}

export function sentRow(part: Partial<RowDetail>, can: Partial<RowDetail['can']>): RowDetail {
  return draftRow({ issues: 0, issueList: [], round: 1, ...part, can: { ...nobody, ...can } })
}

export function batchOf(part: Partial<BatchView> = {}): BatchView {
  return {
    id: formBatchId,
    title: '十一月第一批',
    linkMode: 'perRow',
    authorization: 'legalPerson',
    phase: 'running',
    total: 20,
    counts: { ...noCounts(), verified: 12, processing: 5, draft: 3 },
    faulty: 1,
    sendable: 2,
    letterRejected: 0,
    paused: null,
    today: { sent: 0, limit: 5000 },
    createdAt: 1,
    updatedAt: 1,
    ...part,
  }
}

/** A cloud with one row, that answers as the contract says. */
export function createFormsWorld(): FormsWorld {
  const failures = new Map<string, Failure>()
  const data: Record<string, (input: Input) => unknown> = {
    'config.get': () => ({
      vendors: [batchVendor],
      policy: {},
      support: null,
      vendorNames,
      jumps,
      pollSeconds: 1,
    }),
    'operator.me': () => ({ role: world.role }),
    'operator.claim': () => {
      world.role = 'owner'
      return { role: 'owner' }
    },
    'batch.list': () => ({ items: world.batches, nextCursor: null }),
    'batch.template': () => ({ name: '模板.xlsx', content: 'UEsDBA==' }),
    'batch.create': ({ reading }) =>
      Object(reading).ask && world.leftOut.length > 0
        ? { outcome: 'asked', rows: 2, leftOut: world.leftOut }
        : {
            batch: batchOf({ total: 2 }),
            outcome: 'created',
            unknownHeadings: world.unknownHeadings,
            leftOut: world.leftOut,
          },
    'batch.get': () => ({ batch: batchOf(), rows: [], removed: [], asOf: 1 }),
    'batch.row': () => ({ batch: batchOf(), row: world.row }),
    'batch.saveRow': ({ fields: typed }) => {
      const named = Object(typed)
      world.row = {
        ...world.row,
        fields: { ...(world.row.fields ?? fields), ...named },
        issueList: world.row.issueList.filter(each => !(each.column in named)),
      }
      return { batch: batchOf(), row: world.row }
    },
    'batch.attach': ({ kind, fileId }) => {
      const attachments = fileId
        ? [{ kind: kind === 'letter' ? 'letter' : 'licence', size: 2048 } as const]
        : []
      world.row = { ...world.row, attachments }
      return { batch: batchOf(), row: world.row }
    },
    'batch.resolve': () => {
      world.row = sentRow({ state: 'queued' }, {})
      return { batch: batchOf(), rows: [], removed: [], asOf: 1 }
    },
    'batch.cancel': () => {
      world.row = sentRow({ state: 'canceled' }, {})
      return { batch: batchOf(), rows: [], removed: [], asOf: 1 }
    },
    'batch.repair': () => ({
      batch: batchOf(),
      rows: [],
      removed: [],
      asOf: 1,
      notCleared:
        world.notCleared === null
          ? []
          : [{ rowId: formRowId, number: 12, name: '', why: 'vendorRefused', text: world.notCleared }],
    }),
    'batch.rowLink': () => ({
      handoff: {
        kind: 'webUrl',
        singleUse: false,
        url: 'https://test.essurl.cn/row12',
        qrImage: 'data:image/png;base64,iVBORw0KGgo=',
        expiresAt: Date.now() + 7 * 86_400_000,
      },
    }),
  }
  const world: FormsWorld = {
    calls: [],
    inputsOf: action => world.calls.filter(each => each.action === action).map(each => each.input),
    role: 'owner',
    batches: [batchOf()],
    row: draftRow(),
    unknownHeadings: [],
    leftOut: [],
    notCleared: null,
    fail: (action, failure) => void (failure ? failures.set(action, failure) : failures.delete(action)),
    answer(action, input) {
      world.calls.push({ action, input })
      const failure = failures.get(action)
      if (failure) return { ok: false, error: { message: '', ...failure }, requestId: 'r' }
      return { ok: true, data: structuredClone(data[action]?.(input) ?? null) }
    },
  }
  return world
}
