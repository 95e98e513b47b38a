import type { Subject } from './words'

export const outlineStates = ['notStarted', 'underWay', 'passed', 'failed', 'stopped', 'unknown'] as const
export type OutlineState = (typeof outlineStates)[number]

/** What is done in one step of a vendor's flow. Vendors add kinds: `other` is any we have no word for. */
export const outlineKinds = [
  'organizationInfo',
  'bankTransfer',
  'reverseTransfer',
  'alipayEnterprise',
  'legalPersonAuthorization',
  'legalPersonFace',
  'manualReview',
  'smsCode',
  'face',
  'video',
  'bankCard',
  'threeFactor',
  'other',
] as const
export type OutlineKind = (typeof outlineKinds)[number]

/** Whose face recognition it was. */
export const faceMakers = ['alipay', 'tencent', 'esign', 'wechat'] as const
export type FaceMaker = (typeof faceMakers)[number]

export interface OutlineStep {
  kind: OutlineKind
  /** Of `face` alone, where the vendor says. */
  maker: FaceMaker | null
  /** The vendor's; '' where it tells none, or to those who have no use for it. */
  id: string
  /** As the vendor calls it; '' to those who have no use for it, as all in the vendor's words. */
  rawKind: string
  state: OutlineState
}

/** The neutral picture of one flow at the vendor. Holds no personal data but perhaps a sentence about a failure. */
export interface FlowOutline {
  subject: Subject
  /** The vendor's; '' where it tells none, or to those who have no use for it. */
  id: string
  /** Whether what it echoes of its start is ours; null where it echoes nothing, or nobody asked. */
  ours: boolean | null
  state: OutlineState
  /** As the vendor calls it. */
  rawState: string
  /** The vendor's sentence; '' when nothing failed. */
  failure: string
  steps: OutlineStep[]
}

/** A flow and those that hang on it, like the one of the agent beneath that of an organization. */
export interface Outline extends FlowOutline {
  /** ms since the epoch; null where the vendor does not say. */
  createdAt: number | null
  changedAt: number | null
  related: FlowOutline[]
}

/** For the person it is about, who only wants to know how it goes: no ids, and nothing in the vendor's own words. */
export function inOurWords(outline: Outline): Outline {
  return { ...flowInOurWords(outline), ...timesOf(outline), related: outline.related.map(flowInOurWords) }
}

const timesOf = ({ createdAt, changedAt }: Outline) => ({ createdAt, changedAt })

function flowInOurWords({ subject, state, steps }: FlowOutline): FlowOutline {
  return {
    subject,
    state,
    rawState: '',
    failure: '',
    steps: steps.map(({ kind, maker, state: of }) => ({ kind, maker, state: of, id: '', rawKind: '' })),
    id: '',
    ours: null,
  }
}
