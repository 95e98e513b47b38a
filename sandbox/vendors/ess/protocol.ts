/** The envelope of Tencent Cloud API 3.0 and the codes this simulator answers. */
import { type Answer, json } from '../kit/http'
import type { ScriptedError } from '../kit/script'
import { newRequestId } from './ids'

export const VERSION = '2020-11-11'
export const ACTION_HEADER = 'x-tc-action'

export const ACTIONS = [
  'CreateBatchOrganizationRegistrationTasks',
  'DescribeBatchOrganizationRegistrationUrls',
  'CreateBatchOrganizationAuthorizationUrl',
  'DescribeBatchOrganizationRegistrationTasks',
  'DescribeOrganizationAuthStatus',
  'DeleteOrganizationAuthorizations',
  'CreateOrganizationAuthUrl',
  'CreateUserVerifyUrl',
  'DescribeUserVerifyStatus',
  'CreateModifyAdminAuthorizationUrl',
] as const
export type Action = (typeof ACTIONS)[number]

/** An answer with `Error`, thrown by whatever finds the reason. */
export class ApiFault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export type Fields = Record<string, unknown>

export interface Envelope {
  success(fields: Fields): Answer
  failure(code: string, message: string, httpStatus?: number): Answer
  scripted(error: ScriptedError): Answer
}

/** Every answer is HTTP 200, errors too. */
export function createEnvelope(now: () => number): Envelope {
  const respond = (fields: Fields, extra?: { status?: number; note?: string }): Answer => {
    const answer = json({ Response: { ...fields, RequestId: newRequestId(now()) } }, extra)
    // As the vendor's page warns: a link is right only after the JSON was parsed.
    return { ...answer, body: String(answer.body).replaceAll('&', '\\u0026') }
  }
  const failure: Envelope['failure'] = (code, message, status = 200) =>
    respond({ Error: { Code: code, Message: message } }, { status, note: `${code}: ${message}` })
  return {
    success: fields => respond(fields),
    failure,
    scripted: ({ code, message, httpStatus }) => failure(String(code), message, httpStatus),
  }
}
