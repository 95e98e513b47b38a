/** Whether e签宝 knows a person or an organization as verified (pages 查询个人/机构认证信息). */
import type { Answer } from '../kit/http'
import type { Route } from '../kit/router'
import { type Account, type Accounts, handleOf } from './accounts'
import { orgInfo, psnInfo } from './auth-flow'
import { V3_CODES, withQuery } from './parameters'
import { CODES, failure, PATHS, success } from './protocol'
import { organizationIdentityShape, personIdentityShape } from './v3-fields'

export function identityApiRoutes(accounts: Accounts): Route[] {
  return [
    {
      method: 'GET',
      path: PATHS.personIdentity,
      kind: 'api',
      handle: request =>
        withQuery(request, V3_CODES, personIdentityShape, ({ psnId, psnAccount, psnIDCardNum }) =>
          person(
            psnId === undefined
              ? accounts.personBy({ account: psnAccount, idNumber: psnIDCardNum })
              : accounts.of('person', psnId),
          ),
        ),
    },
    {
      method: 'GET',
      path: PATHS.organizationIdentity,
      kind: 'api',
      handle: request =>
        withQuery(request, V3_CODES, organizationIdentityShape, ({ orgId, orgName, orgIDCardNum }) =>
          organization(
            orgId === undefined
              ? accounts.organizationBy({ orgName, orgNumber: orgIDCardNum })
              : accounts.of('organization', orgId),
          ),
        ),
    },
  ]
}

function person(account: Account | undefined): Answer {
  if (!account) return failure(CODES.userMissing)
  const isTold = account.scopes.has('get_psn_identity_info')
  return success({
    realnameStatus: account.verified ? 1 : 0,
    authorizeUserInfo: isTold,
    psnId: account.id,
    psnAccount: isTold ? handleOf(account.facts.account) : null,
    psnInfo: isTold ? psnInfo(account.facts) : null,
  })
}

function organization(account: Account | undefined): Answer {
  if (!account) return failure(CODES.userMissing)
  const isTold = account.scopes.has('get_org_identity_info')
  return success({
    realnameStatus: account.verified ? 1 : 0,
    authorizeUserInfo: isTold,
    orgId: account.id,
    orgName: account.facts.orgName ?? null,
    orgInfo: isTold ? orgInfo(account.facts) : null,
  })
}
