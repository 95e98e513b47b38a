import { InvocationError } from './errors'
import type { Host } from './host'
import { clientResultLimit } from './limits'
import type { CallerIdentity } from './types'

/** What `wx.cloud.callFunction` does on its way to a function. Answers the JSON text of the result. */
export function invokeAsClient(
  host: Host,
  appId: string,
  functionName: string,
  event: Record<string, unknown>,
  caller: CallerIdentity,
): Promise<string> {
  return host.invoke({
    functionName,
    event: JSON.stringify(withUserInfo(event, appId, caller.openid)),
    ...actionOf(event),
    origin: {
      trigger: 'client',
      source: caller.openid === undefined ? 'wx_unknown' : 'wx_client',
      ...caller,
    },
    resultLimit: clientResultLimit,
  })
}

/** The platform writes the caller's identity over whatever the client has sent under that name. */
export function withUserInfo(
  { userInfo: _claimed, ...event }: Record<string, unknown>,
  appId: string,
  openid: string | undefined,
): Record<string, unknown> {
  return openid === undefined ? event : { ...event, userInfo: { appId, openId: openid } }
}

export function actionOf(event: Record<string, unknown>): { action?: string } {
  return typeof event.action === 'string' ? { action: event.action } : {}
}

/** The text the platform shows for a failed call. */
export function describeFailure(error: InvocationError): { errCode: number; errMsg: string } {
  return { errCode: error.errCode, errMsg: `errCode: ${error.errCode} | errMsg: ${error.message}` }
}

export function asInvocationError(error: unknown): InvocationError {
  return error instanceof InvocationError ? error : new InvocationError('threw', 'the local cloud failed')
}
