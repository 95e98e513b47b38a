/** The three endpoints for persons. */
import type { Answer } from '../kit/http'
import type { Route } from '../kit/router'
import type { Attempts } from './attempts'
import type { Desk } from './desk'
import { linkShape, type Mode, type ResultQuery, resultShape, tokenShape } from './fields'
import { withParameters, withQuery } from './parameters'
import { CODES, failure, PATHS, success } from './protocol'

/** The result query names face recognition otherwise than requests and callbacks do. */
const RESULT_MODES: Record<Mode, string> = {
  IVS: 'IVS',
  FACE: 'FACEID',
  BANK: 'BANK',
  MANUAL: 'MANUAL',
  ALIPAY: 'ALIPAY',
}

export function personApiRoutes(desk: Desk, attempts: Attempts): Route[] {
  return [
    {
      method: 'POST',
      path: PATHS.token,
      kind: 'api',
      handle: request =>
        withParameters(request, tokenShape, async body => {
          const { attempt, secret } = await desk.begin('plugin', body)
          return success({ ticket: secret }, `attempt ${attempt.authId}`)
        }),
    },
    {
      method: 'POST',
      path: PATHS.link,
      kind: 'api',
      handle: request =>
        withParameters(request, linkShape, async body => {
          const { attempt, secret } = await desk.begin('h5', body)
          const authUrl = `${request.serverUrl}/h5/personal-auth/${secret}`
          return success({ authUrl, authId: attempt.authId })
        }),
    },
    {
      method: 'GET',
      path: PATHS.result,
      kind: 'api',
      handle: request => withQuery(request, resultShape, query => result(query, attempts)),
    },
  ]
}

/** `authId` wins over a contact; only then the mode is told. */
function result(query: ResultQuery, attempts: Attempts): Answer {
  if (query.authId !== undefined) {
    const attempt = attempts.ofAuthId(query.authId)
    if (!attempt) return failure(CODES.invalidAuthId)
    const mode = attempt.mode && { mode: RESULT_MODES[attempt.mode] }
    return success({ realName: attempt.state === 'passed', ...mode })
  }
  const { contactType = 'MOBILE', contact = '' } = query
  return success({ realName: attempts.isVerified(contactType, contact) })
}
