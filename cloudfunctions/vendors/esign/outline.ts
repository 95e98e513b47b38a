import * as v from 'valibot'
import type { Fact, Standing } from '../../domain/decide'
import type { FaceMaker, FlowOutline, Outline, OutlineKind, OutlineState } from '../../domain/outline'
import type { Subject } from '../../domain/words'
import type { Outcome } from '../driver'
import { lost } from './errors'
import { lookUp, number, text, wordOf } from './shape'

const subFlow = v.object({ subFlowId: text, subFlowType: text, status: text })
const flowEntries = {
  flowId: text,
  contextId: text,
  flowStatus: text,
  objectType: text,
  failReason: text,
  subFlows: v.nullish(v.array(subFlow), []),
}
const relatedFlow = v.object(flowEntries)
const flow = v.object({
  ...flowEntries,
  createTime: number,
  modifyTime: number,
  relatedFlows: v.nullish(v.array(relatedFlow), []),
})
type RelatedFlow = v.InferOutput<typeof relatedFlow>
export type Flow = v.InferOutput<typeof flow>

/** `flowStatus` and the `status` of sub-flows; only these have TERMINATED. */
const outlineStates: Readonly<Record<string, OutlineState>> = {
  INIT: 'notStarted',
  ING: 'underWay',
  SUCCESS: 'passed',
  FAIL: 'failed',
  TERMINATED: 'stopped',
}

/** `subFlowType`, with those of the older page and of 查询认证信息, which the outline may tell one day. */
const outlineKinds: Readonly<Record<string, OutlineKind>> = {
  ORGANIZATION_INFO_AUTH: 'organizationInfo',
  ORGANIZATION_TRANSFER_RANDOM_AMOUNT: 'bankTransfer',
  ORGANIZATION_REVERSE_PAYMENT: 'reverseTransfer',
  ORGANIZATION_ZMXY: 'alipayEnterprise',
  ENTERPRISE_CERTIFICATION_ONE_KEY_WITH_ALIPAY: 'alipayEnterprise',
  LEGAL_REP_SIGN_AUTHORIZE: 'legalPersonAuthorization',
  LEGAL_REP_AUTH: 'legalPersonFace',
  ORGANIZATION_LEGAL_REP_FACEAUTH: 'legalPersonFace',
  ORGANIZATION_ARTIFICIAL: 'manualReview',
  INDIVIDUAL_ARTIFICIAL: 'manualReview',
  AUTHCODE: 'smsCode',
  WILL_AUTHCODE: 'smsCode',
  INDIVIDUAL_FACEAUTH: 'face',
  FACEAUTH_ZMXY: 'face',
  // The vendor's spelling of Tencent.
  FACEAUTH_TECENT_CLOUD: 'face',
  FACEAUTH_ESIGN: 'face',
  FACEAUTH_WE_CHAT_FACE: 'face',
  WILL_FACEAUTH_ZMXY: 'face',
  WILL_FACEAUTH_TECENT_CLOUD: 'face',
  WILL_FACEAUTH_ESIGN: 'face',
  WILL_FACEAUTH_WE_CHAT_FACE: 'face',
  PSN_AUDIO_VIDEO_ESIGN: 'video',
  INDIVIDUAL_BANKCARD_4_FACTOR: 'bankCard',
  // A letter short on the older page.
  NDIVIDUAL_BANKCARD_4_FACTOR: 'bankCard',
  INDIVIDUAL_VERIFY_WILL_BANKCARD_4: 'bankCard',
  INDIVIDUAL_TELECOM_3_FACTOR: 'threeFactor',
  INDIVIDUAL_VERIFY_WILL_TELECOM_3: 'threeFactor',
}

/** `subFlowType` of face recognition: whose it is. Two names of one are Tencent's on one list and WeBank's on the other. */
const faceMakers: Readonly<Record<string, FaceMaker>> = {
  FACEAUTH_ZMXY: 'alipay',
  FACEAUTH_TECENT_CLOUD: 'tencent',
  FACEAUTH_ESIGN: 'esign',
  FACEAUTH_WE_CHAT_FACE: 'wechat',
  WILL_FACEAUTH_ZMXY: 'alipay',
  WILL_FACEAUTH_TECENT_CLOUD: 'tencent',
  WILL_FACEAUTH_ESIGN: 'esign',
  WILL_FACEAUTH_WE_CHAT_FACE: 'wechat',
}

const standings: Readonly<Record<string, Standing>> = {
  INIT: 'unproven',
  ING: 'started',
  SUCCESS: 'verified',
  FAIL: 'rejected',
}

const objectTypes: Record<Subject, string> = { person: 'INDIVIDUAL', organization: 'ORGANIZATION' }

export function readFlow(answer: Record<string, unknown>): Outcome<Flow> {
  const read = v.safeParse(flow, answer)
  return read.success
    ? { kind: 'ok', value: read.output }
    : lost('read', 'SHAPE', 'an outline of another shape')
}

/**
 * What the flow says about the verification of `subject`. The agent's own flow is no answer about the organization it
 * belongs to; nor is a flow that was begun for somebody else; and a status nobody has documented proves nothing.
 */
export function factOfFlow(flow: Flow, subject: Subject, reference?: string): Fact {
  const { flowStatus, objectType } = flow
  if (isOurs(flow, reference) === false) {
    return { standing: 'unproven', assurance: null, rawStatus: 'contextId=other' }
  }
  if (objectType !== objectTypes[subject]) {
    return { standing: 'unproven', assurance: null, rawStatus: `objectType=${wordOf(objectType)}` }
  }
  const standing = isReviewed(flow) ? 'reviewing' : (lookUp(standings, flowStatus) ?? 'unproven')
  return {
    standing,
    assurance: standing === 'verified' ? 'attempt' : null,
    rawStatus: `flowStatus=${wordOf(flowStatus)}`,
  }
}

/** `contextId` is what we sent when the flow began: the reference of one of the verification's attempts. */
function isOurs({ contextId }: RelatedFlow, reference: string | undefined): boolean | null {
  if (reference === undefined || contextId === '') return null
  return contextId === reference || contextId.startsWith(`${reference}_`)
}

/** A person at the vendor looks at it. */
function isReviewed({ flowStatus, subFlows, relatedFlows }: Flow): boolean {
  const all = [...subFlows, ...relatedFlows.flatMap(related => related.subFlows)]
  return (
    flowStatus === 'ING' &&
    all.some(
      ({ subFlowType, status }) => lookUp(outlineKinds, subFlowType) === 'manualReview' && status === 'ING',
    )
  )
}

export function outlineOf(flow: Flow, reference?: string): Outline {
  const { createTime, modifyTime, relatedFlows } = flow
  return {
    ...flowOutline(flow, reference),
    createdAt: createTime,
    changedAt: modifyTime,
    related: relatedFlows.map(related => flowOutline(related, reference)),
  }
}

function flowOutline(flow: RelatedFlow, reference?: string): FlowOutline {
  const { flowId, objectType, flowStatus, failReason, subFlows } = flow
  const state = stateOf(flowStatus)
  return {
    subject: objectType === objectTypes.organization ? 'organization' : 'person',
    id: wordOf(flowId),
    ours: isOurs(flow, reference),
    state,
    rawState: wordOf(flowStatus),
    failure: state === 'failed' ? failReason : '',
    steps: subFlows.map(({ subFlowId, subFlowType, status }) => ({
      kind: lookUp(outlineKinds, subFlowType) ?? 'other',
      maker: lookUp(faceMakers, subFlowType) ?? null,
      id: wordOf(subFlowId),
      rawKind: wordOf(subFlowType),
      state: stateOf(status),
    })),
  }
}

const stateOf = (status: string): OutlineState => lookUp(outlineStates, status) ?? 'unknown'
