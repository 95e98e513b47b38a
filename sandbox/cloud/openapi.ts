import type { GatewayCaller } from './host'
import { type CodeOptions, createCodeApis, type GivenCode } from './openapi-codes'
import { createMessages, type MessageOptions } from './openapi-messages'
import { createPhoneCodes } from './openapi-phone'
import { type Api, type OpenApiAnswer, readOpenApiRequest, writeOpenApiAnswer } from './openapi-wire'
import type { SentMessage } from './types'

/** 云调用: the WeChat APIs a function may call without an access token. */
export interface OpenApi {
  /** Answers the protobuf bytes. */
  call(apiName: string, requestData: Buffer, caller: GatewayCaller | undefined): Buffer
  issuePhoneCode(phoneNumber: string, openid?: string): string
  /** The codes and links given out lately, newest first. */
  codes(): GivenCode[]
  agreeToMessages(openid: string, templates: readonly string[]): Record<string, string> | null
  /** Sent lately, newest first. */
  messages(): SentMessage[]
}

export interface OpenApiOptions extends CodeOptions, MessageOptions {
  appId: string
  /** The APIs that were granted to a function. */
  permissionsOf: (functionName: string) => readonly string[]
}

/** Refusals of the gateway itself (wx-server-sdk's table of codes). */
const apiNotFound = -604100
const noPermission = -604101
const illegalSource = -604104

export function createOpenApi(options: OpenApiOptions): OpenApi {
  const phones = createPhoneCodes(options)
  const codes = createCodeApis(options)
  const messages = createMessages(options)
  const apis: Record<string, Api> = {
    ...codes.apis,
    'phonenumber.getPhoneNumber': phones.api,
    'subscribeMessage.send': messages.api,
  }

  const answer = (apiName: string, requestData: Buffer, caller: GatewayCaller | undefined): OpenApiAnswer => {
    if (!caller?.mayUseOpenapi) return { errorCode: illegalSource }
    if (!options.permissionsOf(caller.functionName).includes(apiName)) return { errorCode: noPermission }
    const api = Object.hasOwn(apis, apiName) ? apis[apiName] : undefined
    const args = readOpenApiRequest(requestData)
    if (!api || !args) return { errorCode: apiNotFound }
    return api(args, caller.functionName)
  }

  return {
    call: (apiName, requestData, caller) => writeOpenApiAnswer(answer(apiName, requestData, caller)),
    issuePhoneCode: phones.issue,
    codes: codes.given,
    agreeToMessages: messages.agree,
    messages: messages.sent,
  }
}
