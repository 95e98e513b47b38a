/** What a notice says, in the documented fields of v2 and v3. */
import { randomBytes } from 'node:crypto'
import { handleOf } from './accounts'
import type { Flow } from './flows'

/** Documented: since 2024-09-28 an authorization lasts 99 years. */
const YEARS_AUTHORIZED = 99

/** Pages 个人/机构实名认证完成通知. `action` comes with the console's webhook only. */
export function v2End(flow: Flow, success: boolean, isWebhook: boolean): Record<string, unknown> {
  const { main, agent, person, organization, request } = flow
  const common = {
    success,
    contextId: request.contextId ?? null,
    verifycode: randomBytes(16).toString('hex'),
    // Legacy: the flow's id and the result once more.
    serviceId: main.flowId,
    status: success,
  }
  if (main.objectType === 'INDIVIDUAL') {
    return {
      ...(isWebhook && { action: 'identity_psn_end' }),
      flowId: main.flowId,
      accountId: person?.id ?? null,
      ...common,
    }
  }
  return {
    ...(isWebhook && { action: 'identity_org_end' }),
    flowId: main.flowId,
    agentFlowId: agent?.flowId ?? null,
    accountId: organization?.id ?? null,
    agentAccountId: person?.id ?? null,
    orgAccountId: organization?.id ?? null,
    ...common,
    agentServiceId: agent?.flowId ?? null,
  }
}

export function v3Passed(flow: Flow, timestamp: number): Record<string, unknown> {
  const { person, organization, main, facts } = flow
  const who = { psnId: person?.id ?? null, psnAccount: handleOf(facts.account) }
  return {
    authFlowId: flow.id,
    timestamp,
    authType: main.objectType === 'INDIVIDUAL' ? 'PSN' : 'ORG',
    bizType: 'REAL_NAME',
    ...(main.objectType === 'INDIVIDUAL'
      ? { psnInfo: who }
      : {
          organization: {
            orgId: organization?.id ?? null,
            orgName: facts.orgName ?? null,
            transactor: who,
          },
        }),
    action: 'AUTH_PASS',
  }
}

export function v3Authorized(flow: Flow, timestamp: number): Record<string, unknown> {
  return {
    action: 'AUTHORIZE_FINISH',
    timestamp,
    psnId: flow.person?.id ?? null,
    orgId: flow.organization?.id ?? null,
    authFlowId: flow.id,
    authorizedInfo: authorizedInfo(flow),
    legalRepCheck: false,
    adminCheck: false,
    transactorUseSeal: flow.request.transactorUseSeal,
  }
}

/** A user takes scopes back; there is no `authFlowId` in it. */
export function v3Revoked(flow: Flow, scopes: readonly string[], timestamp: number): Record<string, unknown> {
  const subject = flow.organization ? { orgId: flow.organization.id } : { psnId: flow.person?.id ?? null }
  return {
    action: 'AUTHORIZE_CHANGE',
    timestamp,
    ...subject,
    cancelAuthorizedScope: scopes.join(','),
    operatorPsnId: flow.person?.id ?? null,
    operateTime: timestamp,
  }
}

export function authorizedInfo({ authorizedAt, request }: Flow) {
  if (authorizedAt === undefined) return null
  const end = new Date(authorizedAt)
  end.setUTCFullYear(end.getUTCFullYear() + YEARS_AUTHORIZED)
  return request.scopes.map(authorizedScope => ({
    authorizedScope,
    effectiveTime: authorizedAt,
    expireTime: end.getTime(),
  }))
}
