/** What the vendor remembers of flows: tracks with their sub-flows, links, and who has a page open. */
import type { Clock } from '../kit/clock'
import type { PersonPlan } from '../kit/script'
import type { Account } from './accounts'
import { newSecret } from './ids'
import type { FactName, Facts, OrgWay, PersonWay } from './ways'

export type TrackStatus = 'INIT' | 'ING' | 'SUCCESS' | 'FAIL'
export type SubFlowStatus = 'ING' | 'SUCCESS' | 'FAIL' | 'TERMINATED'
export type ObjectType = 'INDIVIDUAL' | 'ORGANIZATION'

export interface SubFlow {
  subFlowId: string
  subFlowType: string
  status: SubFlowStatus
}

/** One verification of one subject: a person, an organization, or an organization's agent. */
export interface Track {
  flowId: string
  objectType: ObjectType
  status: TrackStatus
  failReason: string | null
  /** Oldest first. */
  subFlows: SubFlow[]
}

export const FLOW_OUTCOMES = ['pass', 'fail'] as const
export type FlowOutcome = (typeof FLOW_OUTCOMES)[number]

/** What a start call asked for, in one form for v2 and v3. */
export interface FlowRequest {
  contextId?: string
  notifyUrl?: string
  redirectUrl?: string
  /** v2. */
  showResultPage: boolean
  /** v3, seconds as text. */
  redirectDelay?: string
  clientType: string
  /** v3: asked for means that the person is to authorize after verifying. */
  scopes: string[]
  transactorUseSeal: boolean
  personWays: PersonWay[]
  /** Ways of which the version with details was asked for. */
  detailed: PersonWay[]
  /** The one face recognition vendor that was asked for, as a type of sub-flow. */
  faceType?: string
  orgWays: OrgWay[]
  locked: FactName[]
  /** v2: the link is for a mini-program (`X-Tsign-Dns-App-Id`). */
  forMiniProgram: boolean
}

/** What a reader of an expired flow gets; which one it is, is not documented. */
export const EXPIRED_AS = ['error', 'FAIL', 'ING'] as const
export type ExpiredAs = (typeof EXPIRED_AS)[number]

export interface Flow {
  family: 'v2' | 'v3'
  /** `flowId` of v2, `authFlowId` of v3. */
  id: string
  /** The path of the call that began it. */
  begunBy: string
  request: FlowRequest
  main: Track
  /** The agent of an organization. */
  agent?: Track
  facts: Facts
  person?: Account
  organization?: Account
  /** Already verified before this flow; then it is about authorizing alone. */
  verifiedBefore: boolean
  authorizedAt?: number
  transferMistakes: number
  createdAt: number
  modifiedAt: number
  expired?: ExpiredAs
  /** Whose flow it is; part of every long link. */
  appId: string
  /** Last segment of the short link. */
  code: string
  /** v2: the part of the long link that cannot be guessed. */
  context: string
  plan?: PersonPlan<FlowOutcome>
}

/** How a page was reached. */
export type Entrance = 'mini-program' | 'h5'

export interface Visit {
  flow: Flow
  entrance: Entrance
}

/** Documented: short links, and v3's long ones. */
const LINK_LIFETIME_MS = 30 * 24 * 3_600_000

const RECENT = 30

export type NewFlow = Omit<
  Flow,
  'appId' | 'createdAt' | 'modifiedAt' | 'code' | 'context' | 'transferMistakes' | 'verifiedBefore'
> &
  Partial<Pick<Flow, 'createdAt' | 'modifiedAt' | 'verifiedBefore'>>

export function createFlows({ clock, appId }: { clock: Clock; appId: string }) {
  const byId = new Map<string, Flow>()
  const byCode = new Map<string, Flow>()
  const sessions = new Map<string, Visit>()

  return {
    add(given: NewFlow): Flow {
      const now = clock.now()
      const flow: Flow = {
        createdAt: now,
        modifiedAt: now,
        verifiedBefore: false,
        transferMistakes: 0,
        appId,
        code: newSecret(),
        context: newSecret(),
        ...given,
      }
      byId.set(flow.id, flow)
      byCode.set(flow.code, flow)
      return flow
    },
    of(id: string, family?: Flow['family']): Flow | undefined {
      const flow = byId.get(id)
      return family === undefined || flow?.family === family ? flow : undefined
    },
    ofCode: (code: string): Flow | undefined => byCode.get(code),
    linkIsOver: (flow: Flow): boolean => clock.now() - flow.createdAt > LINK_LIFETIME_MS,
    touch(flow: Flow): void {
      flow.modifiedAt = clock.now()
    },
    /** Every opening has a session of its own; nothing is documented about how long it lasts. */
    open(visit: Visit): string {
      const session = newSecret()
      sessions.set(session, visit)
      return session
    },
    ofSession: (session: string): Visit | undefined => sessions.get(session),
    /** Newest first. */
    recent: (): Flow[] => [...byId.values()].slice(-RECENT).reverse(),
    clear(): void {
      for (const store of [byId, byCode, sessions]) store.clear()
    },
  }
}

export type Flows = ReturnType<typeof createFlows>
