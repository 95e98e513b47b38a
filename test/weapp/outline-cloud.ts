import type { Outline } from '../../cloudfunctions/domain/outline'
import { jumps } from './jumps'
import { vendorNames } from './vendors'

export const verificationId = `v_${'0123456789abcdef'.repeat(2)}`
const start = 1_795_312_980_000

interface Failure {
  code: string
}

export interface OutlineWorld {
  answer(action: string, input: Record<string, unknown>): unknown
  calls: string[]
  count(action: string): number
  /** What the vendor's own picture is; null: it has none. */
  outline: Outline | null
  /** The next answers of `verification.outline`. */
  failure: Failure | null
  /** Of the vendor, in `config.get`. */
  draws: boolean
  view: Record<string, unknown>
  move(part: Record<string, unknown>): void
}

/** What only operators are told. */
const unnamed = { id: '', maker: null } as const

/** The sample of 查询认证主流程明细: the organization is under way, its agent is done. */
const sample: Outline = {
  subject: 'organization',
  id: '',
  ours: null,
  state: 'underWay',
  rawState: 'ING',
  failure: '',
  createdAt: 1562656814273,
  changedAt: 1562656874000,
  steps: [
    { ...unnamed, kind: 'bankTransfer', rawKind: 'ORGANIZATION_TRANSFER_RANDOM_AMOUNT', state: 'underWay' },
    { ...unnamed, kind: 'organizationInfo', rawKind: 'ORGANIZATION_INFO_AUTH', state: 'underWay' },
  ],
  related: [
    {
      subject: 'person',
      id: '',
      ours: null,
      state: 'passed',
      rawState: 'SUCCESS',
      failure: '',
      steps: [{ ...unnamed, kind: 'bankCard', rawKind: 'INDIVIDUAL_BANKCARD_4_FACTOR', state: 'passed' }],
    },
  ],
}

/** A cloud that knows one verification at a vendor that draws its flows. */
export function createOutlineWorld(): OutlineWorld {
  const world: OutlineWorld = {
    calls: [],
    count: action => world.calls.filter(each => each === action).length,
    outline: structuredClone(sample),
    failure: null,
    draws: true,
    view: {
      id: verificationId,
      vendor: 'esign',
      subject: 'organization',
      purpose: 'general',
      state: 'processing',
      phase: 'act',
      nextStep: 'open',
      canRetry: true,
      canCancel: true,
      reviewing: false,
      assurance: null,
      missing: null,
      problem: null,
      already: false,
      reason: null,
      mode: null,
      maskedName: '杭州云上贸易有限公司',
      maskedContact: '138****0000',
      attempt: 1,
      steps: [
        { key: 'submit', status: 'done', at: start },
        { key: 'handoff', status: 'done', at: start },
        { key: 'check', status: 'current', at: null },
        { key: 'result', status: 'todo', at: null },
      ],
      createdAt: start,
      updatedAt: start,
      expiresAt: start + 86_400_000,
    },
    move: part => Object.assign(world.view, { updatedAt: Number(world.view.updatedAt) + 1000 }, part),
    answer(action, input) {
      world.calls.push(action)
      switch (action) {
        case 'config.get': {
          const vendor = { id: 'esign', subjects: ['person', 'organization'], links: true }
          const vendors = [{ ...vendor, outline: world.draws, legacyInvitations: false }]
          return {
            ok: true,
            data: { vendors, policy: {}, support: null, vendorNames, jumps, pollSeconds: 0.05 },
          }
        }
        case 'verification.get':
        case 'verification.refresh':
          return { ok: true, data: { verification: structuredClone(world.view) } }
        case 'verification.outline':
          if (input.id !== verificationId) throw new Error('another id')
          if (world.failure) return { ok: false, error: { ...world.failure, message: '…' }, requestId: 'r' }
          return { ok: true, data: { outline: structuredClone(world.outline) } }
        default:
          throw new Error(`no ${action}`)
      }
    },
  }
  return world
}
