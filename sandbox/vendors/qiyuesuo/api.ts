/** The three endpoints that our side calls. */
import { type Answer, parseJsonBody, type SandboxRequest } from '../kit/http'
import type { Route } from '../kit/router'
import { type Parse, type Shaped, shape } from '../kit/shape'
import type { Attempts } from './attempts'
import type { Desk } from './desk'
import { linkShape, type Mode, type ResultQuery, resultShape, tokenShape } from './fields'
import { CODES, failure, PATHS, sandboxRefusal, success } from './protocol'

/** The result query names face recognition otherwise than requests and callbacks do. */
const RESULT_MODES: Record<Mode, string> = {
  IVS: 'IVS',
  FACE: 'FACEID',
  BANK: 'BANK',
  MANUAL: 'MANUAL',
  ALIPAY: 'ALIPAY',
}

export function apiRoutes(desk: Desk, attempts: Attempts): Route[] {
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
      handle: ({ query }) => {
        const shaped = shape(resultShape, Object.fromEntries(query))
        return shaped.ok ? result(shaped.value, attempts) : invalid(shaped)
      },
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

function withParameters<T>(
  request: SandboxRequest,
  parse: Parse<T>,
  handle: (body: T) => Promise<Answer>,
): Answer | Promise<Answer> {
  const body = parseJsonBody(request)
  if (!body.ok) return sandboxRefusal(body.problem)
  const shaped = shape(parse, body.value)
  return shaped.ok ? handle(shaped.value) : invalid(shaped)
}

function invalid(shaped: Shaped<unknown> & { ok: false }): Answer {
  return failure(CODES.invalidParam, shaped.problem)
}
