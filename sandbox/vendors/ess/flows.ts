/** What the vendor remembers of organizations: batches with their rows, and flows begun by a link. */
import type { Clock } from '../kit/clock'
import type { BatchEndpoint } from './batch-fields'
import type { IdCardType } from './identity'
import { newId } from './ids'
import type { AuditStatus, AuthType, Status } from './states'

export interface Admin {
  name?: string
  mobile?: string
  idCardType: IdCardType
  idCardNumber?: string
}

export interface FlowFacts {
  name: string
  creditCode: string
  legalName: string
  admin: Admin
  /** As asked for; the first one counts. */
  authorizationTypes: readonly number[]
  letterSent: boolean
  userData: string
  /** Returns by itself when it is done. */
  jumpsBack: boolean
}

export interface Flow extends FlowFacts {
  /** What pages name it by: the sub-task, or else the flow. */
  key: string
  /** `AuthorizationInfoId` in the vendor's tasks, `AuthorizationId` elsewhere. */
  authorizationId: string
  subTaskId?: string
  operatorId: string
  status: Status
  auditStatus: AuditStatus
  verified: boolean
  /** Why it failed. */
  message: string
  /** Why the letter was rejected. */
  reason: string
  deleted: boolean
  createdAt: number
}

export interface Batch {
  taskId: string
  endpoint: BatchEndpoint
  method: 0 | 1
  createdAt: number
  readyAt: number
  /** Whether the asynchronous work is done. */
  done: boolean
  flows: Flow[]
}

export function createFlows(clock: Clock) {
  const batches = new Map<string, Batch>()
  const flows: Flow[] = []
  const organizationIds = new Map<string, string>()
  let orderedSubTaskIds: string[] = []

  const add = (facts: FlowFacts, operatorId: string, status: Status, subTaskId?: string): Flow => {
    const authorizationId = newId()
    const flow: Flow = {
      ...facts,
      key: subTaskId ?? authorizationId,
      authorizationId,
      subTaskId,
      operatorId,
      status,
      auditStatus: 0,
      verified: false,
      message: '',
      reason: '',
      deleted: false,
      createdAt: clock.now(),
    }
    flows.push(flow)
    return flow
  }

  return {
    addBatch(
      rows: readonly FlowFacts[],
      rest: Pick<Batch, 'endpoint' | 'method'> & { operatorId: string; delayMs: number },
    ): Batch {
      const now = clock.now()
      const { operatorId, delayMs, endpoint, method } = rest
      const batch: Batch = {
        taskId: newId(),
        endpoint,
        method,
        createdAt: now,
        readyAt: now + delayMs,
        done: false,
        flows: rows.map(row => add(row, operatorId, 'Processing', orderedSubTaskIds.shift() ?? newId())),
      }
      batches.set(batch.taskId, batch)
      return batch
    },

    /** The ids of the next sub-tasks, so that an example can be played with the ids it prints. */
    orderSubTaskIds(ids: readonly string[]): void {
      orderedSubTaskIds = [...ids]
    },

    addSingle: (facts: FlowFacts, operatorId: string): Flow => add(facts, operatorId, 'Create'),

    batch: (taskId: string): Batch | undefined => batches.get(taskId),
    /** Oldest first. */
    batches: (): Batch[] => [...batches.values()],
    batchOf: (flow: Flow): Batch | undefined => [...batches.values()].find(one => one.flows.includes(flow)),
    /** Oldest first, the deleted ones too. */
    all: (): readonly Flow[] => flows,

    ofSubTask: (id: string): Flow | undefined => flows.find(one => one.subTaskId === id),
    ofAuthorization: (id: string): Flow | undefined => flows.find(one => one.authorizationId === id),
    ofKey: (key: string): Flow | undefined => flows.find(one => one.key === key),

    /** Of an organization, that is of its code, whatever its flows. */
    organizationId(creditCode: string): string {
      const id = organizationIds.get(creditCode) ?? newId()
      organizationIds.set(creditCode, id)
      return id
    },

    clear(): void {
      batches.clear()
      flows.length = 0
      organizationIds.clear()
      orderedSubTaskIds = []
    },
  }
}

export type Flows = ReturnType<typeof createFlows>

/** A link made without these facts has its flow typed in by the administrator. */
export const isUnfinished = (flow: Flow): boolean =>
  !flow.deleted && !flow.verified && flow.status !== 'Failed'

export function authTypeOf({ admin, legalName, authorizationTypes }: FlowFacts): Exclude<AuthType, 0> {
  if (admin.name !== undefined && admin.name === legalName) return 3
  return authorizationTypes[0] === 2 ? 2 : 1
}
