/** What `/__sandbox/` offers beyond the kit: flows, accounts, invitations, and the application's settings. */
import type { Clock } from '../kit/clock'
import { CONTROL_PREFIX, refuse, withBody } from '../kit/control'
import { type Answer, json, type SandboxRequest } from '../kit/http'
import type { Route } from '../kit/router'
import { listOf, object, oneOf, optional, required, text, truth } from '../kit/shape'
import type { Account, Accounts } from './accounts'
import { actFields } from './act-fields'
import type { AllowList } from './allow-list'
import type { Desk } from './desk'
import { EXPIRED_AS, type Flow, type Flows } from './flows'
import { v3Revoked } from './notice-fields'
import { type Notices, noticeSettingsShape } from './notices'
import { outline } from './outline'
import { flowShape } from './planted-flow'
import { stageOf } from './stages'

export interface ControlParts {
  clock: Clock
  desk: Desk
  flows: Flows
  accounts: Accounts
  notices: Notices
  allowList: AllowList
}

const actShape = object({ flowId: required(text), ...actFields })
const expireShape = object({ flowId: required(text), outline: optional(oneOf(EXPIRED_AS)) })
const revokeShape = object({ authFlowId: required(text), scopes: optional(listOf(text)) })
const accountShape = object({
  id: optional(text),
  kind: required(oneOf(['person', 'organization'])),
  verified: optional(truth),
  account: optional(text),
  name: optional(text),
  idNumber: optional(text),
  mobile: optional(text),
  bankCard: optional(text),
  orgName: optional(text),
  orgNumber: optional(text),
  legalRepName: optional(text),
})
const allowedIpsShape = object({ ips: required(listOf(text)) })

export function controlRoutes(parts: ControlParts): Route[] {
  const { desk, flows, accounts, notices, allowList } = parts
  const at = (method: Route['method'], path: string, handle: Route['handle']): Route => ({
    method,
    path: CONTROL_PREFIX + path,
    kind: 'page',
    handle,
  })
  const withFlow = (id: string, handle: (flow: Flow) => Answer | Promise<Answer>) => {
    const flow = flows.of(id)
    return flow ? handle(flow) : refuse('no such flow', 404)
  }
  const settings = () => json(notices.settings())
  const ips = () => json({ ips: allowList.ips() })

  return [
    at('GET', 'flows', () => json({ flows: flows.recent().map(shownFlow) })),
    at('POST', 'flows', request =>
      withBody(request, flowShape, given => {
        if (flows.of(given.id)) return refuse('a flow of this flowId exists', 409)
        return json({ flowId: flows.add(given).id })
      }),
    ),
    at('POST', 'act', request =>
      withBody(request, actShape, ({ flowId, ...act }) =>
        withFlow(flowId, async flow => {
          const acted = await desk.act(flow, act, request.path)
          return 'problem' in acted ? refuse(acted.problem, 409) : json(shownFlow(flow))
        }),
      ),
    ),
    at('POST', 'expire', request =>
      withBody(request, expireShape, ({ flowId, outline: as = 'error' }) =>
        withFlow(flowId, flow => {
          desk.expire(flow, as)
          return json(shownFlow(flow))
        }),
      ),
    ),
    at('POST', 'revoke', request => withBody(request, revokeShape, given => revoke(parts, given))),
    at('GET', 'accounts', () => json({ accounts: accounts.all().map(shownAccount) })),
    at('POST', 'accounts', request =>
      withBody(request, accountShape, ({ id, kind, verified, ...facts }) => {
        const account = accounts.add(kind, facts, { id, verified })
        return account ? json({ id: account.id }) : refuse('an account of this id exists', 409)
      }),
    ),
    at('GET', 'notices', settings),
    at('POST', 'notices', (request: SandboxRequest) =>
      withBody(request, noticeSettingsShape, next => {
        notices.set(next)
        return settings()
      }),
    ),
    at('GET', 'allowed-ips', ips),
    at('POST', 'allowed-ips', request =>
      withBody(request, allowedIpsShape, next => {
        allowList.set(next.ips)
        return ips()
      }),
    ),
  ]
}

/** A user takes back what was authorized; the console's webhook alone hears of it. */
async function revoke(
  { clock, flows, notices }: ControlParts,
  { authFlowId, scopes }: ReturnType<typeof revokeShape>,
): Promise<Answer> {
  const flow = flows.of(authFlowId, 'v3')
  if (!flow) return refuse('no such flow', 404)
  if (flow.authorizedAt === undefined) return refuse('nothing was authorized in this flow', 409)
  const taken = scopes ?? flow.request.scopes
  for (const account of [flow.person, flow.organization])
    for (const scope of taken) account?.scopes.delete(scope)
  await notices.tell('v3', notices.settings().webhookUrl, v3Revoked(flow, taken, clock.now()))
  return json({ authFlowId, scopes: taken })
}

function shownFlow(flow: Flow) {
  const { flowStatus, subFlows, relatedFlows, contextId, objectType } = outline(flow)
  return {
    flowId: flow.id,
    family: flow.family,
    begunBy: flow.begunBy,
    objectType,
    flowStatus,
    stage: stageOf(flow),
    contextId,
    subFlows,
    relatedFlows,
    transferMistakes: flow.transferMistakes,
    authorized: flow.authorizedAt !== undefined,
    expired: flow.expired ?? null,
    forMiniProgram: flow.request.forMiniProgram,
    createdAt: flow.createdAt,
    modifiedAt: flow.modifiedAt,
  }
}

/** Nothing personal in it. */
function shownAccount({ id, kind, verified, scopes }: Account) {
  return { id, kind, verified, scopes: [...scopes] }
}
