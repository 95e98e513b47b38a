import { randomUUID } from 'node:crypto'
import { isRecord } from '../record'
import type { Handler } from './database'
import { GatewayError } from './errors'
import type { GatewayCaller, Host } from './host'
import { actionOf, asInvocationError, describeFailure, withUserInfo } from './invoke'
import { answerLimit } from './limits'
import { parseMultipart } from './multipart'
import type { OpenApi } from './openapi'
import type { CloudTraffic } from './types'

/** `POST /admin`: the one address the SDK talks to. */
export interface GatewayRequest {
  contentType: string
  authorization: string
  body: Buffer
}

export interface GatewayAnswer {
  contentType: string
  body: Buffer | string
}

export interface GatewayOptions {
  envId: string
  appId: string
  host: Host
  openapi: OpenApi
  /** Database and storage: action → handler. */
  handlers: Record<string, Handler>
  onTraffic: (entry: CloudTraffic) => void
}

export type Gateway = (request: GatewayRequest) => Promise<GatewayAnswer>

export function createGateway(options: GatewayOptions): Gateway {
  return async request => {
    const startedAt = performance.now()
    const requestId = randomUUID()
    let action = ''
    let caller: GatewayCaller | undefined
    try {
      const { fields, requestData } = readFields(request)
      action = typeof fields.action === 'string' ? fields.action : ''
      caller = options.host.callerOf(fields.sessionToken, fields.wxCloudApiToken)
      check(request, fields, options.envId)
      if (action === 'wx.openApi') return callOpenApi(options.openapi, fields, requestData, caller)
      const answer = await perform(options, action, fields, caller)
      return json({ requestId, ...answer })
    } catch (error) {
      const { code, message } = asGatewayError(error)
      options.onTraffic({
        function: caller?.functionName ?? '',
        trigger: caller?.origin.trigger ?? 'client',
        action,
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
        ok: false,
        errorCode: code,
      })
      return json({ code, message, requestId })
    }
  }
}

function readFields({ contentType, body }: GatewayRequest): {
  fields: Record<string, unknown>
  requestData: Buffer
} {
  if (contentType.toLowerCase().startsWith('multipart/form-data')) {
    const parts = parseMultipart(body, contentType)
    const fields = Object.fromEntries([...parts].map(([name, value]) => [name, value.toString('utf8')]))
    return { fields, requestData: parts.get('requestData') ?? Buffer.alloc(0) }
  }
  let fields: unknown
  try {
    fields = JSON.parse(body.toString('utf8'))
  } catch {
    throw new GatewayError('INVALID_PARAM', 'the request is not JSON')
  }
  if (!isRecord(fields)) throw new GatewayError('INVALID_PARAM', 'the request must be a JSON object')
  return { fields, requestData: Buffer.alloc(0) }
}

/**
 * Any program on this machine that signs may use database and storage, like one that holds the account's keys; the
 * signature itself is not verified. A web page cannot send the header, so no site can reach the documents.
 */
function check({ authorization }: GatewayRequest, { envName }: Record<string, unknown>, envId: string): void {
  if (!authorization.startsWith('TC3-HMAC-SHA256 ')) {
    throw new GatewayError('INVALID_PARAM', 'the request is not signed')
  }
  if (envName !== '' && envName !== envId) {
    throw new GatewayError('INVALIID_ENV', `Env ${String(envName)} does not exist`)
  }
}

async function perform(
  options: GatewayOptions,
  action: string,
  fields: Record<string, unknown>,
  caller: GatewayCaller | undefined,
): Promise<Record<string, unknown>> {
  if (action === 'functions.invokeFunction') return callFunction(options, fields, caller)
  const handler = Object.hasOwn(options.handlers, action) ? options.handlers[action] : undefined
  if (!handler)
    throw new GatewayError('INVALID_PARAM', `the local cloud does not know the action "${action}"`)
  return handler(fields)
}

function callOpenApi(
  openapi: OpenApi,
  fields: Record<string, unknown>,
  requestData: Buffer,
  caller: GatewayCaller | undefined,
): GatewayAnswer {
  const apiName = typeof fields.apiName === 'string' ? fields.apiName : ''
  return { contentType: 'application/octet-stream', body: openapi.call(apiName, requestData, caller) }
}

/** A function called by a function sees the same WeChat caller, and `,scf` at the end of SOURCE. */
async function callFunction(
  { host, appId }: GatewayOptions,
  fields: Record<string, unknown>,
  caller: GatewayCaller | undefined,
): Promise<Record<string, unknown>> {
  const functionName = typeof fields.function_name === 'string' ? fields.function_name : ''
  const { openid, unionid } = caller?.origin ?? {}
  const event = withUserInfo(parseEvent(fields.request_data), appId, openid)
  const source = [caller?.origin.source, 'scf'].filter(each => each !== undefined).join(',')
  try {
    const response_data = await host.invoke({
      functionName,
      event: JSON.stringify(event),
      ...actionOf(event),
      origin: {
        trigger: 'function',
        source,
        ...(openid === undefined ? {} : { openid }),
        ...(unionid === undefined ? {} : { unionid }),
      },
      resultLimit: answerLimit,
    })
    return { data: { response_data } }
  } catch (error) {
    const failure = asInvocationError(error)
    throw new GatewayError(
      failure.failure === 'unknownFunction' ? 'FUNCTIONS_REQUEST_FAIL' : 'FUNCTIONS_EXECUTE_FAIL',
      describeFailure(failure).errMsg,
    )
  }
}

function parseEvent(requestData: unknown): Record<string, unknown> {
  if (requestData === undefined || requestData === '') return {}
  let event: unknown
  try {
    event = JSON.parse(String(requestData))
  } catch {
    throw new GatewayError('INVALID_PARAM', 'request_data is not JSON')
  }
  if (!isRecord(event)) throw new GatewayError('INVALID_PARAM', 'request_data must be an object')
  return event
}

export function asGatewayError(error: unknown): { code: string; message: string } {
  if (error instanceof GatewayError) return error
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : 'system error' }
}

function json(value: Record<string, unknown>): GatewayAnswer {
  return { contentType: 'application/json', body: JSON.stringify(value) }
}
