/** The v2 identity endpoints: four that begin a flow, two that tell of it. */
import type { Answer, SandboxRequest } from '../kit/http'
import type { Params, Route } from '../kit/router'
import type { Account, Accounts } from './accounts'
import type { Desk } from './desk'
import type { Flow, Flows, Track } from './flows'
import { newFlowId } from './ids'
import { longUrl, shortUrl } from './links'
import { detail, outline } from './outline'
import { V2_CODES, withParameters } from './parameters'
import { CODES, type Code, failure, HEADERS, PATHS, success } from './protocol'
import {
  accountOrganizationShape,
  accountPersonShape,
  organizationShape,
  personShape,
  type V2Organization,
  type V2Person,
} from './v2-fields'
import { isForLegalRepAlone, organizationRequest, personRequest } from './v2-requests'

export function v2ApiRoutes(options: {
  desk: Desk
  flows: Flows
  accounts: Accounts
  appId: string
}): Route[] {
  const { desk, flows, accounts, appId } = options

  const beginPerson = async (request: SandboxRequest, body: V2Person, path: string, person?: Account) => {
    const { request: asked, facts } = personRequest(body, isForMiniProgram(request))
    const main = newTrack('INDIVIDUAL')
    const known = { ...person?.facts, ...facts }
    const id = main.flowId
    return begun(
      await desk.begin({ family: 'v2', id, begunBy: path, request: asked, main, facts: known, person }),
      request,
    )
  }

  const beginOrganization = async (
    request: SandboxRequest,
    body: V2Organization,
    path: string,
    who: { organization?: Account; person?: Account } = {},
  ) => {
    const { request: asked, facts } = organizationRequest(body, isForMiniProgram(request))
    const main = newTrack('ORGANIZATION')
    const agent = isForLegalRepAlone(body) ? undefined : newTrack('INDIVIDUAL')
    const known = { ...who.person?.facts, ...who.organization?.facts, ...facts }
    const id = main.flowId
    return begun(
      await desk.begin({
        family: 'v2',
        id,
        begunBy: path,
        request: asked,
        main,
        agent,
        facts: known,
        ...who,
      }),
      request,
    )
  }

  /** Documented: sent for links that a mini-program opens, with the AppId once more, and otherwise not. */
  const dnsProblem = ({ headers }: SandboxRequest): string | undefined => {
    const given = headers[HEADERS.dnsAppId]
    return given === undefined || given === appId ? undefined : `${HEADERS.dnsAppId} must be the AppId`
  }

  const start =
    (handle: (request: SandboxRequest, params: Params) => Answer | Promise<Answer>) =>
    (request: SandboxRequest, params: Params) => {
      const problem = dnsProblem(request)
      return problem ? failure(CODES.bad, problem) : handle(request, params)
    }

  const accountOr = (kind: Account['kind'], id: string, repeat: boolean | undefined): Account | Code => {
    const account = accounts.of(kind, id)
    if (!account) return CODES.accountMissing
    return account.verified && repeat === false ? CODES.verified : account
  }

  return [
    {
      method: 'POST',
      path: PATHS.person,
      kind: 'api',
      handle: start(request =>
        withParameters(request, V2_CODES, personShape, body => beginPerson(request, body, PATHS.person)),
      ),
    },
    {
      method: 'POST',
      path: PATHS.accountPerson,
      kind: 'api',
      handle: start((request, { accountId = '' }) =>
        withParameters(request, V2_CODES, accountPersonShape, body => {
          const account = accountOr('person', accountId, body.repeatIdentity)
          return 'code' in account ? failure(account) : beginPerson(request, body, request.path, account)
        }),
      ),
    },
    {
      method: 'POST',
      path: PATHS.organization,
      kind: 'api',
      handle: start(request =>
        withParameters(request, V2_CODES, organizationShape, body =>
          beginOrganization(request, body, PATHS.organization),
        ),
      ),
    },
    {
      method: 'POST',
      path: PATHS.accountOrganization,
      kind: 'api',
      handle: start((request, { accountId = '' }) =>
        withParameters(request, V2_CODES, accountOrganizationShape, body => {
          const organization = accountOr('organization', accountId, body.repeatIdentity)
          if ('code' in organization) return failure(organization)
          const person = accountOr('person', body.agentAccountId, undefined)
          if ('code' in person) return failure(person, 'agentAccountId')
          return beginOrganization(request, body, request.path, { organization, person })
        }),
      ),
    },
    {
      method: 'GET',
      path: PATHS.outline,
      kind: 'api',
      handle: (_request, { flowId = '' }) => told(flows.of(flowId, 'v2'), CODES.flowMissing, outline),
    },
    {
      method: 'GET',
      path: PATHS.detail,
      kind: 'api',
      handle: ({ serverUrl }, { flowId = '' }) =>
        told(flows.of(flowId, 'v2'), CODES.detailMissing, flow => detail(flow, serverUrl)),
    },
  ]
}

function told(flow: Flow | undefined, missing: Code, view: (flow: Flow) => Record<string, unknown>): Answer {
  if (!flow) return failure(missing)
  return flow.expired === 'error' ? failure(CODES.flowOver) : success(view(flow))
}

function begun(flow: Flow, { serverUrl }: SandboxRequest): Answer {
  return success({ flowId: flow.id, shortLink: shortUrl(flow, serverUrl), url: longUrl(flow, serverUrl) })
}

function isForMiniProgram({ headers }: SandboxRequest): boolean {
  return headers[HEADERS.dnsAppId] !== undefined
}

function newTrack(objectType: Track['objectType']): Track {
  return { flowId: newFlowId(), objectType, status: 'INIT', failReason: null, subFlows: [] }
}
