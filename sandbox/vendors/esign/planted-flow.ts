/** A flow that comes out of nowhere: what a test or a developer writes into the vendor's memory. */
import {
  checked,
  listOf,
  object,
  oneOf,
  optional,
  type Parse,
  required,
  text,
  wholeNumber,
} from '../kit/shape'
import type { NewFlow, SubFlow, Track } from './flows'
import { newFlowId, newSubFlowId } from './ids'
import { PATHS } from './protocol'
import { notifyUrl, nullable } from './values'
import { orgWays, personWays } from './ways'

/** The page's own sample: an organization half-way, its agent done. Mended: the page's brackets do not close. */
const SAMPLE_OUTLINE = {
  flowId: '803719636976683872',
  flowStatus: 'ING',
  objectType: 'ORGANIZATION',
  failReason: null,
  createTime: 1562656814273,
  modifyTime: 1562656874000,
  contextId: '8ccce54b-4d40-4dcc-a7ac-464e41f2b468',
  subFlows: [
    {
      subFlowId: '5ffbafb2-c3be-45ba-bfeb-fda1f8eb083d',
      subFlowType: 'ORGANIZATION_TRANSFER_RANDOM_AMOUNT',
      status: 'ING',
    },
    {
      subFlowId: '3bb55061-f98f-4c89-b236-96b3e7048839',
      subFlowType: 'ORGANIZATION_INFO_AUTH',
      status: 'ING',
    },
  ],
  relatedFlows: [
    {
      flowId: '802965095964494307',
      flowStatus: 'SUCCESS',
      objectType: 'INDIVIDUAL',
      failReason: null,
      contextId: '8ccce54b-4d40-4dcc-a7ac-464e41f2b468',
      subFlows: [
        {
          subFlowId: '84322b8a-5baf-4835-82a7-07dbd74c3365',
          subFlowType: 'INDIVIDUAL_BANKCARD_4_FACTOR',
          status: 'SUCCESS',
        },
      ],
    },
  ],
} as const

const STATUSES = ['INIT', 'ING', 'SUCCESS', 'FAIL'] as const
const OBJECT_TYPES = ['ORGANIZATION', 'INDIVIDUAL'] as const

/** Any type of sub-flow, known or not: the vendor adds some from time to time. */
const subFlow = object({
  subFlowId: optional(text),
  subFlowType: required(text),
  status: required(oneOf(['ING', 'SUCCESS', 'FAIL', 'TERMINATED'])),
})

const trackFields = {
  flowId: optional(text),
  flowStatus: required(oneOf(STATUSES)),
  objectType: required(oneOf(OBJECT_TYPES)),
  failReason: optional(nullable(text)),
  contextId: optional(nullable(text)),
  /** Youngest first, as the outline tells them. */
  subFlows: optional(listOf(subFlow)),
}

const plantedShape = checked(
  object({
    ...trackFields,
    createTime: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
    modifyTime: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
    relatedFlows: optional(listOf(object(trackFields))),
    notifyUrl: optional(notifyUrl),
  }),
  ({ objectType, relatedFlows = [] }) => {
    if (relatedFlows.length > 1) return 'has more than one related flow; the sandbox knows one, the agent'
    return objectType === 'INDIVIDUAL' && relatedFlows.length > 0
      ? 'is a person and has related flows'
      : undefined
  },
)

const sampleShape = object({ sample: required(oneOf(['outline'])) })

/** `{sample:"outline"}`, or a flow in the outline's own words. */
export const flowShape: Parse<NewFlow> = (value, at) => {
  const asksForSample = typeof value === 'object' && value !== null && 'sample' in value
  if (asksForSample) sampleShape(value, at)
  const {
    relatedFlows = [],
    createTime,
    modifyTime = createTime,
    contextId,
    ...rest
  } = plantedShape(asksForSample ? SAMPLE_OUTLINE : value, at)
  const main = track(rest)
  const [agent] = relatedFlows.map(track)
  const isPerson = main.objectType === 'INDIVIDUAL'
  return {
    family: 'v2',
    id: main.flowId,
    begunBy: isPerson ? PATHS.person : PATHS.organization,
    main,
    agent,
    facts: {},
    request: {
      contextId: contextId ?? undefined,
      notifyUrl: rest.notifyUrl,
      showResultPage: true,
      clientType: 'ALL',
      scopes: [],
      transactorUseSeal: false,
      personWays: personWays('v2'),
      detailed: [],
      orgWays: isPerson ? [] : orgWays('v2'),
      locked: [],
      forMiniProgram: false,
    },
    ...(createTime !== undefined && { createdAt: createTime }),
    ...(modifyTime !== undefined && { modifiedAt: modifyTime }),
  }
}

type Planted = Pick<
  ReturnType<typeof plantedShape>,
  'flowId' | 'flowStatus' | 'objectType' | 'failReason' | 'subFlows'
>

function track(given: Planted): Track {
  const subFlows: SubFlow[] = (given.subFlows ?? []).map(one => ({
    ...one,
    subFlowId: one.subFlowId ?? newSubFlowId(),
  }))
  return {
    flowId: given.flowId ?? newFlowId(),
    objectType: given.objectType,
    status: given.flowStatus,
    failReason: given.failReason ?? null,
    subFlows: subFlows.reverse(),
  }
}
