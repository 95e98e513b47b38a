/** The v3 endpoints that begin a flow and tell of it. */
import { createHash } from 'node:crypto'
import type { Answer, SandboxRequest } from '../kit/http'
import type { Route } from '../kit/router'
import type { Account, Accounts } from './accounts'
import { authFlow } from './auth-flow'
import type { Desk } from './desk'
import type { Flow, Flows, Track } from './flows'
import { newAuthFlowId, newFlowId } from './ids'
import { longUrl, shortUrl } from './links'
import { V3_CODES, withParameters } from './parameters'
import { CODES, failure, PATHS, success } from './protocol'
import { stageOf } from './stages'
import {
  type OrganizationLink,
  organizationLinkShape,
  type PersonLink,
  type PersonRef,
  personLinkShape,
} from './v3-fields'
import { organizationFacts, organizationRequest, personFacts, personRequest } from './v3-requests'
import type { Facts } from './ways'

/** Fields that are compared when the caller asks for it, as the vendor names them. */
const COMPARED = { name: '姓名', idNumber: '证件号', mobile: '实名手机号', bankCard: '银行卡号' } as const

export function v3ApiRoutes(options: { desk: Desk; flows: Flows; accounts: Accounts }): Route[] {
  const { desk, flows, accounts } = options
  const repeats = createRepeats(flows)

  const findPerson = (ref: PersonRef): Account | undefined | Answer => {
    if (ref.psnId === undefined) return accounts.personBy(personFacts(ref))
    return accounts.of('person', ref.psnId) ?? failure(CODES.userMissing, 'psnId')
  }

  const begin = async (
    request: SandboxRequest,
    given: Omit<Parameters<Desk['begin']>[0], 'family' | 'id' | 'begunBy'>,
  ): Promise<Answer> => {
    const flow =
      repeats.of(request) ??
      (await desk.begin({ family: 'v3', id: newAuthFlowId(), begunBy: request.path, ...given }))
    repeats.remember(request, flow)
    return success({
      authFlowId: flow.id,
      authUrl: longUrl(flow, request.serverUrl),
      authShortUrl: shortUrl(flow, request.serverUrl),
    })
  }

  const beginPerson = (request: SandboxRequest, body: PersonLink): Answer | Promise<Answer> => {
    const person = findPerson(body.psnAuthConfig)
    if (isAnswer(person)) return person
    const facts = personFacts(body.psnAuthConfig)
    const differing = body.psnAuthConfig.psnInfo?.psnIdentityVerify ? differences(person, facts) : ''
    if (differing) return failure(CODES.v3Bad, `传入的${differing}和该用户在e签宝的个人信息不一致`)
    const asked = personRequest(body)
    const isVerified = person?.verified === true
    if (isVerified && asked.scopes.length === 0) return failure(CODES.personVerified)
    return begin(request, {
      request: asked,
      main: newTrack('INDIVIDUAL', isVerified),
      facts: { ...person?.facts, ...facts },
      person,
      verifiedBefore: isVerified,
    })
  }

  const beginOrganization = (request: SandboxRequest, body: OrganizationLink): Answer | Promise<Answer> => {
    const { orgId, transactorInfo = {} } = body.orgAuthConfig
    const facts = organizationFacts(body.orgAuthConfig)
    const organization =
      orgId === undefined ? accounts.organizationBy(facts) : accounts.of('organization', orgId)
    if (orgId !== undefined && !organization) return failure(CODES.userMissing, 'orgId')
    const person = findPerson(transactorInfo)
    if (isAnswer(person)) return person
    const told = personFacts(transactorInfo)
    const differing = transactorInfo.psnInfo?.psnIdentityVerify ? differences(person, told) : ''
    if (differing) return failure(CODES.v3Bad, `传入的${differing}和该用户在e签宝的个人信息不一致`)
    if (body.orgIdentityVerify && wasRenamed(accounts, facts)) {
      return failure(CODES.v3Bad, '传入的企业信息与e签宝已有信息不一致')
    }
    const asked = organizationRequest(body)
    const isVerified = organization?.verified === true
    if (isVerified && asked.scopes.length === 0) return failure(CODES.organizationVerified)
    const agent = newTrack('INDIVIDUAL', person?.verified === true)
    return begin(request, {
      request: asked,
      main: newTrack('ORGANIZATION', isVerified && agent.status === 'SUCCESS'),
      agent,
      facts: { ...person?.facts, ...organization?.facts, ...told, ...facts },
      person,
      organization,
      verifiedBefore: isVerified,
    })
  }

  return [
    {
      method: 'POST',
      path: PATHS.personLink,
      kind: 'api',
      handle: request =>
        withParameters(request, V3_CODES, personLinkShape, body => beginPerson(request, body)),
    },
    {
      method: 'POST',
      path: PATHS.organizationLink,
      kind: 'api',
      handle: request =>
        withParameters(request, V3_CODES, organizationLinkShape, body => beginOrganization(request, body)),
    },
    {
      method: 'GET',
      path: PATHS.authFlow,
      kind: 'api',
      handle: ({ serverUrl }, { authFlowId = '' }) => {
        const flow = flows.of(authFlowId, 'v3')
        return flow ? success(authFlow(flow, serverUrl)) : failure(CODES.authFlowMissing)
      },
    },
  ]
}

/** Documented on the vendor's page of terms: the same parameters within 30 days bring the same flow. */
function createRepeats(flows: Flows) {
  const byBody = new Map<string, string>()
  const keyOf = ({ path, rawBody }: SandboxRequest) =>
    createHash('sha256').update(path).update(rawBody).digest('hex')
  return {
    of(request: SandboxRequest): Flow | undefined {
      const flow = flows.of(byBody.get(keyOf(request)) ?? '')
      const isOpen = flow && !flow.expired && !flows.linkIsOver(flow) && stageOf(flow) !== 'passed'
      return isOpen ? flow : undefined
    },
    remember(request: SandboxRequest, flow: Flow): void {
      byBody.set(keyOf(request), flow.id)
    },
  }
}

function isAnswer(found: Account | Answer | undefined): found is Answer {
  return found !== undefined && 'status' in found
}

/** Only a person who is verified has data that could differ. */
function differences(person: Account | undefined, facts: Facts): string {
  if (!person?.verified) return ''
  return Object.entries(COMPARED)
    .filter(([key]) => {
      const name = key as keyof typeof COMPARED
      return facts[name] !== undefined && facts[name] !== person.facts[name]
    })
    .map(([, label]) => label)
    .join('、')
}

/** The organization with this number is verified under another name. */
function wasRenamed(accounts: Accounts, { orgName, orgNumber }: Facts): boolean {
  const known = accounts.organizationBy({ orgNumber })
  return known?.verified === true && orgName !== undefined && known.facts.orgName !== orgName
}

function newTrack(objectType: Track['objectType'], isDone: boolean): Track {
  return {
    flowId: newFlowId(),
    objectType,
    status: isDone ? 'SUCCESS' : 'INIT',
    failReason: null,
    subFlows: [],
  }
}
