import type { BatchView, LinkView, RowsResult, RowView } from '../../cloudfunctions/contract/batch'
import { noCounts, type RowState } from '../../cloudfunctions/domain/batch/lifecycle'
import { jumps } from './jumps'
import { batchVendor, vendorNames } from './vendors'

/** Milliseconds since 1970 at which the batch was made. */
const start = 1_790_000_000_000
export const batchId = `b_${'0123456789abcdef'.repeat(2)}`

const cities = ['上海', '杭州', '深圳', '成都', '武汉']
const trades = ['云帆信息科技', '和顺餐饮管理', '启明教育咨询', '远山供应链管理', '青禾农业发展']
/** The vendor's words for where a row stands. */
const raw: Partial<Record<RowState, string>> = { ready: 'INIT', processing: 'AUTHORIZING', verified: 'DONE' }

export interface BatchWorld {
  answer(action: string, input: Record<string, unknown>): unknown
  /** Puts rows into a state, as if time had gone by. */
  move(numbers: readonly number[], state: RowState, part?: Partial<RowView>): void
  batch(): BatchView
  rows: RowView[]
  links: LinkView[]
  calls: { action: string; input: Record<string, unknown> }[]
  change(part: Partial<BatchView>): void
  role: 'viewer' | 'operator' | 'owner'
}

/** A cloud that knows one batch and answers as the contract says. */
export function createBatchWorld(size: number, stateOf: (number: number) => RowState): BatchWorld {
  let clock = start
  let extra: Partial<BatchView> = {}
  const rows = Array.from({ length: size }, (_, index) => rowOf(index + 1, stateOf(index + 1)))

  const batch = (): BatchView => {
    const counts = noCounts()
    for (const row of rows) counts[row.state] += 1
    const drafts = rows.filter(row => row.state === 'draft')
    const faulty = drafts.filter(row => row.issues > 0).length
    return {
      id: batchId,
      title: '华东区门店第三批',
      linkMode: 'single',
      authorization: null,
      phase: counts.draft === rows.length ? 'draft' : 'running',
      total: rows.length,
      counts,
      faulty,
      sendable: drafts.length - faulty,
      letterRejected: rows.filter(row => row.letterRejected).length,
      paused: null,
      today: { sent: 0, limit: 5000 },
      createdAt: start,
      updatedAt: clock,
      ...extra,
    }
  }
  const changed = (since: number): RowsResult =>
    structuredClone({ batch: batch(), rows: rows.filter(row => row.updatedAt >= since), asOf: clock })

  const world: BatchWorld = {
    rows,
    links: [],
    calls: [],
    role: 'operator',
    batch,
    change: part => {
      extra = { ...extra, ...part }
    },
    move(numbers, state, part = {}) {
      clock += 1000
      for (const row of rows)
        if (numbers.includes(row.number))
          Object.assign(row, { state, rawStatus: raw[state] ?? null, updatedAt: clock, ...part })
    },
    answer(action, input) {
      world.calls.push({ action, input })
      const chosen = () => {
        const ids = new Set(Array.isArray(input.rowIds) ? input.rowIds : rows.map(row => row.id))
        return rows.filter(row => ids.has(row.id))
      }
      const moveTo = (some: readonly RowView[], state: RowState, part?: Partial<RowView>) =>
        world.move(
          some.map(row => row.number),
          state,
          part,
        )
      switch (action) {
        case 'config.get':
          return { vendors: [batchVendor], policy: {}, support: null, vendorNames, jumps, pollSeconds: 1 }
        case 'operator.me':
          return { role: world.role }
        case 'batch.get':
        case 'batch.refresh':
          return changed(Number(input.since ?? 0))
        case 'batch.fix':
          moveTo(
            rows.filter(row => row.issues === 1),
            'draft',
            { issues: 0 },
          )
          return changed(clock)
        case 'batch.submit':
          moveTo(
            rows.filter(row => row.state === 'draft' && row.issues === 0),
            'queued',
          )
          return changed(clock)
        case 'batch.removeRows': {
          const gone = chosen()
          rows.splice(0, rows.length, ...rows.filter(row => !gone.includes(row)))
          clock += 1000
          return { batch: batch(), removed: gone.map(row => row.id) }
        }
        case 'batch.resolve':
          moveTo(chosen(), input.decision === 'resubmit' ? 'queued' : 'canceled')
          return changed(clock)
        case 'batch.cancel':
          moveTo(chosen(), 'canceled')
          return changed(clock)
        case 'batch.repair': {
          const [first, ...others] = chosen()
          moveTo(others, 'queued')
          const notCleared = first
            ? [
                {
                  rowId: first.id,
                  number: first.number,
                  name: first.name,
                  why: 'vendorRefused' as const,
                  text: '流程正在办理中，不能清除',
                },
              ]
            : []
          return { ...changed(clock), notCleared }
        }
        case 'batch.export':
          return { name: '进度表.xlsx', content: 'UEsDBA==' }
        case 'batch.links':
          return structuredClone({ batch: batch(), links: world.links })
        case 'batch.link': {
          const link = world.links.find(each => each.group === input.group)
          if (!link) return undefined
          Object.assign(link, { state: 'live', link: addresses(link.group, Date.now() + 7 * 86_400_000) })
          return structuredClone({ link })
        }
        default:
          return undefined
      }
    },
  }
  return world
}

export function administratorLink(part: Partial<LinkView> = {}): LinkView {
  return {
    group: '0123456789abcdef_1',
    administrator: { name: '王*芳', mobile: '138****8000' },
    rows: 12,
    state: 'none',
    link: null,
    unasked: 0,
    leftOut: [],
    notCovered: 0,
    failures: [],
    ...part,
  }
}

/** `expiresAt`: ms since the epoch. */
export function addresses(key: string, expiresAt: number): NonNullable<LinkView['link']> {
  const query = `to=AUTHORIZATION_ENTERPRISE_FOR_BATCH_SUBMIT&shortKey=${key}`
  return {
    app: {
      kind: 'miniProgram',
      appId: 'wx371151823f6f3edf',
      path: `pages/guide/index?${query}`,
      envVersion: 'release',
      embedded: true,
    },
    qrImage: `https://dyn.test.ess.tencent.cn/imgs/qrcode_urls/${key}.png`,
    url: `https://res.ess.tencent.cn/cdn/h5-activity-dev/jump-mp.html?${query}`,
    shortUrl: 'https://test.essurl.cn/aB3dE6fG',
    page: `packages/verify/link/index?id=${batchId}_0123456789abcdef_1&t=${'t'.repeat(22)}`,
    expiresAt,
  }
}

function rowOf(number: number, state: RowState): RowView {
  const city = cities[number % cities.length] ?? ''
  const trade = trades[Math.floor(number / cities.length) % trades.length] ?? ''
  const digits = (width: number) => String(number).padStart(width, '0')
  return {
    id: `${batchId}_${digits(5)}`,
    number,
    name: `${city}${trade}（第${number}分店）有限公司`,
    creditCode: `91310${digits(4)}MA1K${digits(4)}X`,
    state,
    rawStatus: raw[state] ?? null,
    letterRejected: false,
    issues: state === 'draft' && number % 9 === 0 ? 1 + (number % 2) : 0,
    updatedAt: start,
  }
}
