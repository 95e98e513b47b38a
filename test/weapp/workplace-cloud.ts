import type { CaseResult, CaseView, ExportView, FiguresResult } from '../../cloudfunctions/contract/workplace'
import type { Outline } from '../../cloudfunctions/domain/outline'
import type { Role } from '../../cloudfunctions/domain/roles'
import { jumps } from './jumps'
import { vendorNames } from './vendors'

type Input = Record<string, unknown>

export interface WorkplaceWorld {
  answer(action: string, input: Input): unknown
  /** The next calls of an action fail. */
  fail(action: string, code: string | null): void
  inputsOf(action: string): Input[]
  role: Role | null
  /** Of the one vendor besides e签宝. */
  batch: boolean
  legacy: boolean
  figures: FiguresResult
  cases: CaseView[]
  result: CaseResult
  outline: Outline | null
  exported: ExportView
}

export const caseId = (n: number) => `v_${n.toString(16).padStart(32, '0')}`
const invitationId = `i_${'1'.repeat(32)}`
const minute = 60_000
const day = 24 * 60 * minute
/** 2026-11-22 12:00 in Beijing. */
const noon = Date.UTC(2026, 10, 22, 4)

const none = {
  created: 0,
  indeterminate: 0,
  ready: 0,
  processing: 0,
  verified: 0,
  rejected: 0,
  expired: 0,
  canceled: 0,
  revoked: 0,
}

/** The last so many days before the 23rd of November. */
export function daysOf(length: number): FiguresResult['days'] {
  return Array.from({ length }, (_each, index) => ({
    day: new Date(noon - (length - 1 - index) * day).toISOString().slice(0, 10),
    started: (index * 7) % 12,
    verified: Math.floor(((index * 7) % 12) * 0.7),
    failed: index % 3,
  }))
}

export function figuresOf(part: Partial<FiguresResult> = {}): FiguresResult {
  return {
    from: noon - 30 * day,
    until: noon,
    funnel: { invited: 200, opened: 160, started: 120, verified: 90, finished: 81 },
    verifications: {
      total: 150,
      states: { ...none, verified: 105, processing: 15, ready: 9, rejected: 12, expired: 6, canceled: 3 },
    },
    duration: { count: 105, median: 4 * minute - 20_000, p90: 80 * minute },
    failures: [
      { reason: 'vendorRejected', count: 9 },
      { reason: 'timeUp', count: 6 },
      { reason: 'basicInformation', count: 3 },
      { reason: 'userCanceled', count: 3 },
    ],
    vendors: [
      { vendor: 'qiyuesuo', started: 100, verified: 75, failed: 12, open: 13, median: 3 * minute },
      { vendor: 'ess', started: 30, verified: 20, failed: 5, open: 5, median: 95 * minute },
      { vendor: 'esign', started: 20, verified: 10, failed: 4, open: 6, median: null },
    ],
    days: daysOf(30),
    uncounted: 0,
    ...part,
  }
}

export const emptyFigures: FiguresResult = {
  from: 0,
  until: 0,
  funnel: { invited: 0, opened: 0, started: 0, verified: 0, finished: 0 },
  verifications: { total: 0, states: none },
  duration: { count: 0, median: null, p90: null },
  failures: [],
  vendors: [],
  days: daysOf(30).map(each => ({ ...each, started: 0, verified: 0, failed: 0 })),
  uncounted: 0,
}

export function caseOf(n: number, part: Partial<CaseView> = {}): CaseView {
  return {
    id: caseId(n),
    vendor: 'qiyuesuo',
    subject: 'person',
    state: 'verified',
    reviewing: false,
    maskedName: '测**',
    maskedContact: '138****0000',
    invitationId: null,
    tag: null,
    bizId: `shop-${String(n).padStart(4, '0')}`,
    createdAt: Date.now() - n * 5 * minute,
    updatedAt: Date.now(),
    ...part,
  }
}

/** An organization at a vendor that draws its flows, verified after a notice. */
function resultOf(): CaseResult {
  return {
    verification: {
      id: caseId(1),
      vendor: 'esign',
      subject: 'organization',
      purpose: 'general',
      state: 'verified',
      phase: 'done',
      nextStep: 'none',
      canRetry: false,
      canCancel: false,
      reviewing: false,
      assurance: 'attempt',
      missing: null,
      problem: null,
      already: false,
      reason: null,
      mode: null,
      maskedName: '杭州云上贸易有限公司',
      maskedContact: '138****0000',
      attempt: 2,
      steps: [
        { key: 'submit', status: 'done', at: noon },
        { key: 'handoff', status: 'done', at: noon + minute },
        { key: 'check', status: 'done', at: noon + 4 * minute },
        { key: 'result', status: 'done', at: noon + 4 * minute },
      ],
      createdAt: noon,
      updatedAt: noon + 4 * minute,
      expiresAt: noon + 7 * day,
    },
    invitationId,
    bizId: 'shop-0042',
    noted: { tag: null, note: '', at: null },
    rawStatus: 'SUCCESS',
    trail: [
      row(1, 'started', null, 'created', 'userSubmitted', null),
      row(2, 'start', 'created', 'ready', 'vendorAccepted', 'INIT'),
      row(3, 'return', 'ready', 'processing', 'userWent', 'ING'),
      row(4, 'notice', 'processing', 'verified', 'vendorVerified', 'SUCCESS'),
    ],
    intact: true,
  }
}

function row(
  sequence: number,
  event: string,
  from: CaseResult['trail'][number]['from'],
  to: CaseResult['trail'][number]['to'],
  cause: string,
  rawStatus: string | null,
): CaseResult['trail'][number] {
  return { sequence, event, from, to, cause, rawStatus, at: noon + sequence * minute }
}

const exportBegun: ExportView = {
  id: `x_${'1'.repeat(32)}`,
  of: 'verifications',
  format: 'xlsx',
  parts: [],
  done: false,
  cut: false,
  createdAt: noon,
  expiresAt: noon + day,
}

/** A cloud with figures, verifications and one of them in full; it pages and filters as the contract says. */
export function createWorkplaceWorld(): WorkplaceWorld {
  const failures = new Map<string, string>()
  const calls: { action: string; input: Input }[] = []
  const data: Record<string, (input: Input) => unknown> = {
    'config.get': () => ({
      vendors: [
        { id: 'qiyuesuo', subjects: ['person'], batch: false, outline: false, legacyInvitations: false },
        {
          id: 'ess',
          subjects: ['organization'],
          batch: world.batch,
          outline: false,
          legacyInvitations: false,
        },
        { id: 'esign', subjects: ['person'], batch: false, outline: true, legacyInvitations: world.legacy },
      ],
      policy: { version: '1', controller: '测试公司', retentionDays: 30 },
      support: null,
      vendorNames,
      jumps,
      pollSeconds: 3,
    }),
    'verification.list': () => ({ items: [], nextCursor: null }),
    'batch.list': () => ({ items: [], nextCursor: null }),
    'operator.me': () => ({ role: world.role }),
    'operator.claim': () => {
      world.role = 'viewer'
      return { role: world.role }
    },
    'workplace.figures': () => world.figures,
    'workplace.verifications': input => {
      const { text, state, vendor, subject, cursor, limit } = input
      const found = world.cases.filter(
        each =>
          (text === undefined || each.bizId === text || each.maskedName === text) &&
          (state === undefined || each.state === state) &&
          (vendor === undefined || each.vendor === vendor) &&
          (subject === undefined || each.subject === subject),
      )
      const from = cursor === undefined ? 0 : found.findIndex(each => cursor === `1_${each.id}`) + 1
      const items = found.slice(from, from + Number(limit))
      const last = items.at(-1)
      return { items, nextCursor: last && from + items.length < found.length ? `1_${last.id}` : null }
    },
    'workplace.verification': () => world.result,
    'invitation.list': () => ({ items: [], nextCursor: null }),
    'batch.row': ({ rowId }) => ({
      row: { id: rowId, name: '示例公司', fields: { adminName: '测试员乙', adminMobile: '139****0000' } },
    }),
    'request.copy': () => ({ name: 'my-data.json', content: 'e30=' }),
    'request.withdraw': () => ({ stopped: 2 }),
    'request.erase': () => ({ erased: 1 }),
    'workplace.annotate': ({ note, tag }) => ({ note, tag, at: noon }),
    'brand.get': () => ({ brand: null }),
    'brand.save': ({ name }) => ({ brand: { name, color: '#8a7300', logo: null }, darkened: true }),
    'workplace.outline': () => ({ outline: world.outline }),
    'workplace.beginExport': ({ of, format }) => {
      world.exported = { ...exportBegun, of: of as 'verifications', format: format as 'csv' }
      return world.exported
    },
    'workplace.goOnExport': ({ part }) => {
      const { parts } = world.exported
      const made = parts.length === Number(part) - 1 ? [...parts, part === 2 ? 1200 : 5000] : parts
      world.exported = { ...world.exported, parts: made, done: made.length === 2 }
      return world.exported
    },
    'workplace.exports': () => ({ items: [world.exported] }),
    'workplace.exportFile': ({ part }) => ({
      name: `认证记录 ${part}.${world.exported.format}`,
      url: `https://files.example/${part}`,
    }),
    'workplace.exportVerifications': ({ format }) => ({ name: `认证单.${format}`, content: 'UEs=' }),
  }
  const world: WorkplaceWorld = {
    role: 'owner',
    batch: true,
    legacy: true,
    figures: figuresOf(),
    cases: [
      caseOf(1),
      caseOf(2, {
        state: 'processing',
        reviewing: true,
        vendor: 'ess',
        subject: 'organization',
        maskedName: '杭州云上贸易有限公司',
      }),
      caseOf(3, { state: 'rejected', maskedName: null, bizId: '' }),
    ],
    result: resultOf(),
    exported: exportBegun,
    outline: {
      subject: 'organization',
      id: '803719636976683872',
      ours: true,
      state: 'underWay',
      rawState: 'ING',
      failure: '',
      createdAt: noon,
      changedAt: noon + minute,
      steps: [
        {
          kind: 'organizationInfo',
          maker: null,
          id: '3bb55061-f98f-4c89-b236-96b3e7048839',
          rawKind: 'ORGANIZATION_INFO_AUTH',
          state: 'underWay',
        },
      ],
      related: [],
    },
    inputsOf: action => calls.filter(each => each.action === action).map(each => each.input),
    fail: (action, failure) => void (failure ? failures.set(action, failure) : failures.delete(action)),
    answer(action, input) {
      calls.push({ action, input })
      const failure = failures.get(action)
      if (failure) return { ok: false, error: { code: failure, message: '' }, requestId: 'r' }
      const reply = data[action]
      if (!reply) throw new Error(`no ${action}`)
      return { ok: true, data: structuredClone(reply(input)) }
    },
  }
  return world
}
