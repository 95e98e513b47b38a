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
  /** As the vendor calls it. */
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

/** For those who only want to know how it goes. */
export function withoutIds(outline: Outline): Outline {
  return { ...flowWithoutIds(outline), ...timesOf(outline), related: outline.related.map(flowWithoutIds) }
}

const timesOf = ({ createdAt, changedAt }: Outline) => ({ createdAt, changedAt })

function flowWithoutIds({ subject, state, rawState, failure, steps }: FlowOutline): FlowOutline {
  return {
    subject,
    state,
    rawState,
    failure,
    id: '',
    ours: null,
    steps: steps.map(step => ({ ...step, id: '' })),
  }
}
