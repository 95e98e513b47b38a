/** The four actions of the batch: make tasks, see their links, one link for many, see their progress. */
import type { SandboxRequest } from '../kit/http'
import { batchLinkForms, givenOut } from './addresses'
import {
  checkRows,
  linkShape,
  type Row,
  registrationShape,
  rowErrors,
  tasksShape,
  urlsShape,
} from './batch-fields'
import type { Caller } from './caller'
import { read } from './fields'
import type { Admin, Batch, Flow, FlowFacts, Flows } from './flows'
import { isMobile } from './identity'
import type { Links } from './links'
import { DAY_MS, LINK_DAYS, type OrganizationDesk } from './organization-desk'
import { ApiFault, type Fields } from './protocol'
import type { Throttle } from './throttle'

/** What a running task looks like, which nothing documents. */
export const RUNNING_SHAPES = ['empty', 'rows', 'subTasks'] as const
export type RunningShape = (typeof RUNNING_SHAPES)[number]

export interface BatchApiParts {
  caller: Caller
  throttle: Throttle
  flows: Flows
  links: Links
  desk: OrganizationDesk
  taskDelayMs: number
  runningShape(): RunningShape
}

export function batchActions(parts: BatchApiParts) {
  const { caller, flows, desk } = parts
  return {
    CreateBatchOrganizationRegistrationTasks(request: SandboxRequest): Fields {
      const given = read(request, registrationShape)
      const operatorId = caller.employee(given.Operator)
      caller.pay()
      const {
        RegistrationOrganizations: rows,
        Endpoint: endpoint = 'PC',
        BatchAuthMethod: method = 0,
      } = given
      checkRows(rows)
      const errors = rowErrors(rows, method)
      if (errors.some(Boolean)) return { TaskId: '', ErrorMessages: errors }
      parts.throttle.create(rows.length)
      const rest = { endpoint, method, operatorId, delayMs: parts.taskDelayMs }
      return { TaskId: flows.addBatch(rows.map(factsOf), rest).taskId, ErrorMessages: [''] }
    },

    DescribeBatchOrganizationRegistrationUrls(request: SandboxRequest): Fields {
      const given = read(request, urlsShape)
      caller.employee(given.Operator)
      const batch = flows.batch(given.TaskId)
      if (!batch) throw new ApiFault('FailedOperation', 'SANDBOX: no such task')
      if (!batch.done) return { OrganizationAuthUrls: runningRows(batch, parts.runningShape()) }
      return { OrganizationAuthUrls: batch.flows.map(flow => rowOf(flow, desk, request.serverUrl)) }
    },

    DescribeBatchOrganizationRegistrationTasks(request: SandboxRequest): Fields {
      const given = read(request, tasksShape)
      caller.employee(given.Operator)
      const asked = askedFor(given.TaskIds ?? [], flows)
      return { Details: asked.filter(flow => !flow.deleted).map(detailOf) }
    },

    async CreateBatchOrganizationAuthorizationUrl(request: SandboxRequest): Promise<Fields> {
      const given = read(request, linkShape)
      caller.employee(given.Operator)
      if (!isMobile(given.AdminMobile)) throw new ApiFault('InvalidParameterValue', '超管手机号不正确')
      const mine = askedFor(given.SubTaskIds, flows).filter(
        flow => flow.status !== 'Processing' && !flow.deleted && belongsTo(flow.admin, given),
      )
      const usable = mine.filter(flow => flow.status !== 'Failed')
      if (usable.some(flow => flows.batchOf(flow)?.method !== 1)) {
        throw new ApiFault('FailedOperation', 'SANDBOX: a sub-task was made without BatchAuthMethod 1')
      }
      if (usable.length === 0) throw new ApiFault('FailedOperation', '没有可用的企业认证流')
      const admin = { name: given.AdminName, mobile: given.AdminMobile }
      const link = parts.links.issue(
        { kind: 'batch', admin, flows: usable },
        batchLinkForms[given.Endpoint ?? 'HTTP'],
        LINK_DAYS * DAY_MS,
      )
      await desk.actByScript(usable, '/CreateBatchOrganizationAuthorizationUrl')
      return {
        AuthUrl: givenOut(link, request.serverUrl),
        ErrorMessages: mine.filter(flow => flow.message).map(flow => flow.message),
        ExpireTime: Math.floor((link.expiresAt ?? 0) / 1000),
      }
    },
  }
}

function factsOf(row: Row): FlowFacts {
  return {
    name: row.OrganizationName,
    creditCode: row.UniformSocialCreditCode,
    legalName: row.LegalName,
    admin: {
      name: row.AdminName,
      mobile: row.AdminMobile,
      idCardType: row.AdminIdCardType ?? 'ID_CARD',
      idCardNumber: row.AdminIdCardNumber,
    },
    authorizationTypes: row.AuthorizationTypes ?? [],
    letterSent: row.PowerOfAttorneys !== undefined,
    userData: '',
    jumpsBack: false,
  }
}

function runningRows({ flows }: Batch, shape: RunningShape): Fields[] {
  if (shape === 'empty') return []
  return flows.map(({ name, subTaskId }) => ({
    AuthUrl: '',
    ErrorMessage: '',
    SubTaskId: shape === 'subTasks' ? subTaskId : '',
    OrganizationName: name,
  }))
}

function rowOf(flow: Flow, desk: OrganizationDesk, serverUrl: string): Fields {
  const link = flow.deleted || flow.status === 'Failed' ? undefined : desk.rowLinkOf(flow)
  return {
    AuthUrl: link ? givenOut(link, serverUrl) : '',
    ErrorMessage: flow.deleted ? '认证流已被清理' : flow.message,
    SubTaskId: flow.subTaskId,
    OrganizationName: flow.name,
  }
}

function detailOf(flow: Flow): Fields {
  const begun = flow.status !== 'Processing' && flow.status !== 'Failed'
  return {
    TaskId: flow.subTaskId,
    Status: flow.status,
    ErrorMessage: flow.message,
    AuthorizationInfoId: begun ? flow.authorizationId : '',
  }
}

/** Unknown ids are left out. No list at all: every row of the batches that go by one link. */
function askedFor(subTaskIds: readonly string[] | undefined, flows: Flows): Flow[] {
  if (subTaskIds) return [...new Set(subTaskIds)].flatMap(id => flows.ofSubTask(id) ?? [])
  return flows.batches().flatMap(batch => (batch.method === 1 ? batch.flows : []))
}

interface AdminElements {
  AdminName: string
  AdminMobile: string
  AdminIdCardType?: string
  AdminIdCardNumber?: string
}

function belongsTo(admin: Admin, given: AdminElements): boolean {
  if (admin.name !== given.AdminName || admin.mobile !== given.AdminMobile) return false
  if (given.AdminIdCardType !== undefined && given.AdminIdCardType !== admin.idCardType) return false
  return given.AdminIdCardNumber === undefined || given.AdminIdCardNumber === admin.idCardNumber
}
