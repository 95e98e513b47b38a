/** The two token endpoints (pages 获取鉴权Token and 刷新鉴权Token). */
import type { Answer } from '../kit/http'
import type { Route } from '../kit/router'
import { CODES, failure, GATEWAY, PATHS, refusedByGateway, success } from './protocol'
import type { Tokens } from './tokens'

export function tokenApiRoutes(options: { tokens: Tokens; appId: string; secret: string }): Route[] {
  const { tokens, appId, secret } = options
  const issue = (): Answer => {
    const { token, expiresAt, refreshToken } = tokens.issue()
    // A point in time, as text; not a duration.
    return success({ token, expiresIn: String(expiresAt), refreshToken })
  }
  return [
    {
      method: 'GET',
      path: PATHS.token,
      kind: 'api',
      handle: ({ query }) => {
        const refusal = missingParameter(query, ['appId', 'secret'], 'client_credentials')
        if (refusal) return refusal
        const known = query.get('appId') === appId && query.get('secret') === secret
        return known ? issue() : failure(CODES.appStopped, '', 'unknown AppId, or not its secret')
      },
    },
    {
      method: 'GET',
      path: PATHS.refresh,
      kind: 'api',
      handle: ({ query }) => {
        const refusal = missingParameter(query, ['appId', 'refreshToken'], 'refresh_token')
        if (refusal) return refusal
        if (query.get('appId') !== appId) return failure(CODES.appStopped)
        return tokens.mayRefresh(query.get('refreshToken') ?? '')
          ? issue()
          : refusedByGateway(GATEWAY.token, 'not the refreshToken of the newest token')
      },
    },
  ]
}

function missingParameter(query: URLSearchParams, names: string[], grantType: string): Answer | undefined {
  const absent = names.find(name => !query.get(name))
  if (absent) return refusedByGateway(GATEWAY.missing, absent)
  return query.get('grantType') === grantType
    ? undefined
    : refusedByGateway(GATEWAY.missing, `grantType=${grantType}`)
}
