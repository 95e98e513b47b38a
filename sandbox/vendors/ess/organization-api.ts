/** The actions around a single organization: its link, its state, a new letter, and cleaning up. */

import type { SandboxRequest } from '../kit/http'
import { maskContact } from '../kit/mask'
import { givenOut, letterLinkForms, organizationLinkForms } from './addresses'
import type { Caller } from './caller'
import { read } from './fields'
import { authTypeOf, type Flow, type FlowFacts, type Flows, isUnfinished } from './flows'
import type { Links } from './links'
import { maskPerson } from './masks'
import { DAY_MS, type OrganizationDesk } from './organization-desk'
import {
  deletionShape,
  letterShape,
  type OrganizationRequest,
  organizationShape,
  statusShape,
} from './organization-fields'
import { ApiFault, type Fields } from './protocol'

const ORGANIZATION_LINK_DAYS = 30
/** The vendor's own sentence, also for flows that another employee made. */
const NOTHING_OPEN = '当前操作人没有认证中的企业认证流'

export interface OrganizationApiParts {
  caller: Caller
  flows: Flows
  links: Links
  desk: OrganizationDesk
}

export function organizationActions({ caller, flows, links, desk }: OrganizationApiParts) {
  return {
    async CreateOrganizationAuthUrl(request: SandboxRequest): Promise<Fields> {
      const given = read(request, organizationShape)
      const operatorId = caller.employee(given.Operator)
      caller.pay()
      const flow = flows.addSingle(factsOf(given), operatorId)
      const formOf = organizationLinkForms[given.Endpoint ?? 'PC']
      const link = links.issue({ kind: 'organization', flow }, formOf, ORGANIZATION_LINK_DAYS * DAY_MS)
      await desk.actByScript([flow], '/CreateOrganizationAuthUrl')
      return {
        AuthUrl: givenOut(link, request.serverUrl),
        ExpiredTime: Math.floor((link.expiresAt ?? 0) / 1000),
      }
    },

    DescribeOrganizationAuthStatus(request: SandboxRequest): Fields {
      const given = read(request, statusShape)
      caller.employee(given.Operator)
      const guided = flows
        .all()
        .filter(
          flow =>
            !flow.deleted &&
            matches(flow.name, given.OrganizationName) &&
            matches(flow.creditCode, given.UniformSocialCreditCode) &&
            matches(flow.legalName, given.LegalName) &&
            matches(flow.authorizationId, given.AuthorizationInfoId),
        )
      const verified = guided.find(flow => flow.verified)
      const begun = guided.filter(flow => flow.status === 'Submit' || flow.status === 'Authorization')
      return {
        IsVerified: verified !== undefined,
        AuthStatus: verified ? 2 : begun.length > 0 ? 1 : 0,
        AuthRecords: begun.map(recordOf),
        ...(verified && { OrganizationId: desk.organizationId(verified) }),
      }
    },

    async DeleteOrganizationAuthorizations(request: SandboxRequest): Promise<Fields> {
      const given = read(request, deletionShape)
      const operatorId = caller.employee(given.Operator)
      const { AuthorizationIds: asked, AdminName: name, AdminMobile: mobile } = given
      if (!asked?.length && !(name && mobile)) {
        throw new ApiFault(
          'MissingParameter',
          'AuthorizationIds, or AdminName and AdminMobile, are required.',
        )
      }
      const mine = flows.all().filter(flow => flow.operatorId === operatorId && flow.status !== 'Processing')
      const rows = asked?.length
        ? [...new Set(asked)].map(id => ({ id, flow: mine.find(flow => flow.authorizationId === id) }))
        : mine
            .filter(flow => isUnfinished(flow) && flow.admin.name === name && flow.admin.mobile === mobile)
            .map(flow => ({ id: flow.authorizationId, flow }))
      if (rows.every(({ flow }) => flow === undefined)) throw new ApiFault('FailedOperation', NOTHING_OPEN)
      const removable = rows.flatMap(({ flow }) => (flow && isUnfinished(flow) ? [flow] : []))
      const problems = rows.map(({ flow }) => problemOf(flow))
      for (const flow of removable) await desk.remove(flow)
      return {
        Status: removable.length === rows.length ? 1 : removable.length > 0 ? 2 : 3,
        DeleteOrganizationAuthorizationInfos: rows.map(({ id, flow }, index) => ({
          AuthorizationId: id,
          OrganizationName: flow?.name ?? '',
          Errormessage: problems[index],
        })),
      }
    },

    CreateModifyAdminAuthorizationUrl(request: SandboxRequest): Fields {
      const given = read(request, letterShape)
      caller.employee(given.Operator)
      const { AuthorizationId: id, Endpoint: endpoint = 'HTTP' } = given
      // The SDK leaves the id open and says nothing of which flow is meant then; the youngest rejected one is ours.
      const flow = id === undefined ? [...flows.all()].reverse().find(isRejected) : flows.ofAuthorization(id)
      if (!flow) throw new ApiFault('FailedOperation', 'SANDBOX: no such flow')
      if (flow.deleted) {
        throw new ApiFault('FailedOperation.AuthorizationInfoHasBeenDeleted', '认证流已被清理')
      }
      if (!isRejected(flow)) throw new ApiFault('FailedOperation', 'SANDBOX: the letter was not rejected')
      const link = links.issue(
        { kind: 'organization', flow },
        letterLinkForms[endpoint](flow.authorizationId),
        null,
      )
      return { Url: givenOut(link, request.serverUrl) }
    },
  }
}

const isRejected = (flow: Flow): boolean => !flow.deleted && flow.auditStatus === 2

function factsOf(given: OrganizationRequest): FlowFacts {
  return {
    name: given.OrganizationName ?? '',
    creditCode: given.UniformSocialCreditCode ?? '',
    legalName: given.LegalName ?? '',
    admin: {
      name: given.AdminName,
      mobile: given.AdminMobile,
      idCardType: given.AdminIdCardType ?? 'ID_CARD',
      idCardNumber: given.AdminIdCardNumber,
    },
    authorizationTypes: given.AuthorizationTypes ?? [],
    letterSent: given.PowerOfAttorneys !== undefined,
    userData: given.UserData ?? '',
    jumpsBack: given.JumpEvents !== undefined && given.JumpEvents.length > 0,
  }
}

const matches = (value: string, wanted: string | undefined) => wanted === undefined || value === wanted

function recordOf(flow: Flow): Fields {
  return {
    OperatorName: maskPerson(flow.admin.name),
    OperatorMobile: maskContact(flow.admin.mobile ?? ''),
    AuthType: flow.status === 'Authorization' ? authTypeOf(flow) : 0,
    AuditStatus: flow.auditStatus,
    ...(flow.auditStatus === 2 && { Reason: flow.reason }),
  }
}

function problemOf(flow: Flow | undefined): string {
  if (!flow) return NOTHING_OPEN
  if (flow.deleted) return '认证流已被清理'
  return isUnfinished(flow) ? '' : '认证流已结束，无法清理'
}
