import type { Problem } from '../contract/server/shape'
import { ActionError, type ErrorCode } from '../domain/errors'
import { Refusal, refusals } from '../domain/integration/refusal'
import { ConfigError } from '../platform/config'

/** HTTP status of what a use case refuses; what is not named here is the caller's fault. */
const statuses: Partial<Record<ErrorCode, number>> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  BUSY: 409,
  TOO_MANY_ENDPOINTS: 409,
  ROW_LOCKED: 409,
  INVITATION_ENDED: 409,
  INVITATION_OVER: 409,
  LINK_NOT_READY: 409,
  NOTHING_TO_SUBMIT: 409,
  KEY_CONFLICT: 422,
  VENDOR_OFF: 422,
  REDIRECT_REFUSED: 422,
  TOO_MANY_ATTEMPTS: 429,
  TOO_MANY_CALLS: 429,
  TOO_MANY_TRIES: 429,
  VENDOR_UNAVAILABLE: 503,
  VENDOR_NO_ANSWER: 503,
  CODE_UNAVAILABLE: 503,
  WECHAT_UNAVAILABLE: 503,
  NOT_CONFIGURED: 503,
  SETUP_MISSING: 503,
  INTERNAL: 500,
}

/** RFC 9457, with our stable code. Whatever is not an expected refusal becomes one fixed answer. */
export function problemOf(error: unknown, instance: string): Problem {
  if (error instanceof Refusal)
    return problem(error.code, refusals[error.code][0], error.message, error.field)
  if (error instanceof ActionError)
    return problem(error.code, statuses[error.code] ?? 400, error.message, error.field)
  const { code, message } = new ActionError(error instanceof ConfigError ? 'NOT_CONFIGURED' : 'INTERNAL')
  return problem(code, statuses[code] ?? 500, message)

  function problem(code: string, status: number, detail: string, field?: string): Problem {
    return {
      type: 'about:blank',
      title: titles[status] ?? 'Error',
      status,
      detail,
      instance,
      code,
      ...(field !== undefined && { field }),
    }
  }
}

/** Reason phrases of RFC 9110, as `about:blank` wants them. */
const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}
