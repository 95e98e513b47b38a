import { jumps } from './jumps'
import { vendorNames } from './vendors'

type Input = Record<string, unknown>

/** A cloud of invitees: what each action answers is set by the test, failures come before answers. */
export interface InviteeWorld {
  answer(action: string, input: Input): unknown
  /** The next calls of an action fail, at a field or not; null: no more. */
  fail(action: string, code: string | null, field?: string): void
  inputsOf(action: string): Input[]
  /** Replaces what an action answers. */
  on(action: string, answer: (input: Input) => unknown): void
  offer: Input
  view: Input
  vendors: Input[]
}

export const token = 'AbCdEfGhIjKlMnOpQr-_09'
export const handoverToken = 'HbCdEfGhIjKlMnOpQr-_09'
export const verificationId = `v_${'0123456789abcdef'.repeat(2)}`
export const handoverId = `h_${'0123456789abcdef'.repeat(2)}`
const createdAt = 1_795_312_980_000

export const personOffer = {
  standing: 'open',
  subject: 'person',
  title: '入职实名',
  controller: '示例科技有限公司',
  expiresAt: createdAt + 86_400_000,
  terms: {
    note: '用于签署劳动合同',
    vendors: ['esign'],
    mode: null,
    filledIn: [
      { field: 'name', text: '张*', locked: true },
      { field: 'mobile', text: '138****0000', locked: false },
    ],
    redirect: null,
  },
  verification: null,
  canStart: true,
  finished: false,
}

function viewOf(part: Input): Input {
  return {
    id: verificationId,
    vendor: 'esign',
    subject: 'person',
    purpose: 'invitation',
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
    mode: 'any',
    maskedName: '张*',
    maskedContact: '138****0000',
    attempt: 1,
    steps: [{ key: 'submit', status: 'done', at: createdAt }],
    createdAt,
    updatedAt: createdAt,
    expiresAt: createdAt + 86_400_000,
    ...part,
  }
}
export const verified = viewOf({
  state: 'verified',
  phase: 'done',
  nextStep: 'none',
  canRetry: false,
  canCancel: false,
  assurance: 'attempt',
  missing: null,
})
export const rejected = viewOf({
  state: 'rejected',
  phase: 'failed',
  nextStep: 'start',
  canCancel: false,
})

const vendor = (id: keyof typeof vendorNames) => ({
  id,
  note: { zh: `在${vendorNames[id].zh}的页面完成`, en: `Done on the page of ${vendorNames[id].en}` },
  subjects: ['person', 'organization'],
  personModes: ['any', 'face'],
  idTypes: ['residentId'],
  licence: null,
  links: false,
  contracts: id === 'qiyuesuo',
  batch: false,
  outline: false,
  legacyInvitations: false,
  requires: { person: ['name', 'idNumber'], organization: ['registerNumber'] },
})

export function createInviteeWorld(): InviteeWorld {
  const failures = new Map<string, { code: string; field?: string }>()
  const calls: { action: string; input: Input }[] = []
  const started = () => ({ outcome: 'started', verification: world.view, handoff: null })
  const answers = new Map<string, (input: Input) => unknown>(
    Object.entries({
      'config.get': () => ({
        vendors: world.vendors,
        policy: { version: '1', controller: '示例科技有限公司', retentionDays: 30 },
        support: null,
        vendorNames,
        jumps,
        pollSeconds: 0.05,
      }),
      'verification.list': () => ({ items: [], nextCursor: null }),
      'verification.get': () => ({ verification: world.view }),
      'verification.refresh': () => ({ verification: world.view }),
      'verification.renew': () => ({ outcome: 'renewed', verification: world.view, handoff: null }),
      'consent.record': () => ({
        consentId: `c_${'0'.repeat(32)}`,
        policyVersion: '1',
        recordedAt: createdAt,
      }),
      'verification.start': started,
      'invitation.start': started,
      'invitation.open': () => world.offer,
      'invitation.finish': () => {
        world.offer = { ...world.offer, finished: true }
        return world.offer
      },
      'phone.number': () => ({ mobile: '13900000000' }),
    }),
  )
  const world: InviteeWorld = {
    offer: { ...personOffer },
    view: viewOf({}),
    vendors: (['qiyuesuo', 'ess', 'esign'] as const).map(vendor),
    inputsOf: action => calls.filter(each => each.action === action).map(each => each.input),
    fail: (action, code, field) =>
      void (code ? failures.set(action, { code, ...(field ? { field } : {}) }) : failures.delete(action)),
    on: (action, answer) => void answers.set(action, answer),
    answer(action, input) {
      calls.push({ action, input })
      const failure = failures.get(action)
      if (failure?.code === 'NETWORK') return Promise.reject({ errCode: -1, errMsg: 'request:fail' })
      if (failure) return { ok: false, error: { ...failure, message: '' }, requestId: 'r' }
      const known = answers.get(action)
      if (!known) throw new Error(`no ${action}`)
      return { ok: true, data: structuredClone(known(input)) }
    },
  }
  return world
}
