import { randomBytes } from 'node:crypto'
import type { GatewayCaller } from './host'
import { jsonAnswer, type OpenApiAnswer, readOpenApiRequest, writeOpenApiAnswer } from './openapi-wire'
import { qrImage } from './qr-image'

/** 云调用: the WeChat APIs a function may call without an access token. */
export interface OpenApi {
  /** Answers the protobuf bytes. */
  call(apiName: string, requestData: Buffer, caller: GatewayCaller | undefined): Buffer
  issuePhoneCode(phoneNumber: string): string
}

export interface OpenApiOptions {
  appId: string
  codeUrl: string
  pages?: readonly string[]
  /** The APIs a function has declared in its config.json. */
  permissionsOf: (functionName: string) => readonly string[]
  now: () => number
}

type Arguments = Record<string, unknown>
type Api = (args: Arguments) => OpenApiAnswer

/** Refusals of the gateway itself (wx-server-sdk's table of codes). */
const apiNotFound = -604100
const noPermission = -604101
const illegalSource = -604104

export function createOpenApi(options: OpenApiOptions): OpenApi {
  const phones = createPhoneCodes(options)
  const apis: Record<string, Api> = {
    'wxacode.getUnlimited': args => unlimitedCode(args, options),
    'phonenumber.getPhoneNumber': phones.api,
  }

  const answer = (apiName: string, requestData: Buffer, caller: GatewayCaller | undefined): OpenApiAnswer => {
    if (!caller?.mayUseOpenapi) return { errorCode: illegalSource }
    if (!options.permissionsOf(caller.functionName).includes(apiName)) return { errorCode: noPermission }
    const api = Object.hasOwn(apis, apiName) ? apis[apiName] : undefined
    const args = readOpenApiRequest(requestData)
    if (!api || !args) return { errorCode: apiNotFound }
    return api(args)
  }

  return {
    call: (apiName, requestData, caller) => writeOpenApiAnswer(answer(apiName, requestData, caller)),
    issuePhoneCode: phones.issue,
  }
}

const longestScene = 32
const sceneCharacters = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]*$/
const narrowest = 280
const widest = 1280
const defaultWidth = 430

function unlimitedCode(args: Arguments, { codeUrl, pages }: OpenApiOptions): OpenApiAnswer {
  const { scene, page = '', width = defaultWidth } = args
  if (typeof scene !== 'string' || scene === '' || scene.length > longestScene) {
    return refusal(40169, 'invalid length for scene, or the data is not json string')
  }
  if (!sceneCharacters.test(scene)) return refusal(40129, 'invalid scene')
  if (typeof page !== 'string' || page.startsWith('/') || /[?#\s]/.test(page))
    return refusal(41030, 'invalid page')
  const mustExist = args.check_path !== false && page !== ''
  if (mustExist && pages && !pages.includes(page)) return refusal(41030, 'invalid page')
  const target = new URL(codeUrl)
  target.searchParams.set('page', page)
  target.searchParams.set('scene', scene)
  const pixels = Math.min(Math.max(Number(width) || defaultWidth, narrowest), widest)
  // The real one is a round mini-program code in JPEG; a phone's camera and a test can read this one.
  return { body: qrImage(target.href, pixels), contentType: 'image/png' }
}

const codeLifetimeMs = 5 * 60_000

function createPhoneCodes({ appId, now }: OpenApiOptions) {
  const codes = new Map<string, { phoneNumber: string; expiresAt: number }>()

  const issue = (phoneNumber: string): string => {
    for (const [code, { expiresAt }] of codes) {
      if (expiresAt <= now()) codes.delete(code)
    }
    const code = randomBytes(32).toString('hex')
    codes.set(code, { phoneNumber, expiresAt: now() + codeLifetimeMs })
    return code
  }

  const api: Api = ({ code }) => {
    const issued = typeof code === 'string' ? codes.get(code) : undefined
    if (typeof code === 'string') codes.delete(code)
    if (!issued || issued.expiresAt <= now()) return refusal(40029, 'invalid code')
    const { phoneNumber } = issued
    return jsonAnswer({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber,
        purePhoneNumber: phoneNumber,
        countryCode: '86',
        watermark: { timestamp: Math.floor(now() / 1000), appid: appId },
      },
    })
  }

  return { issue, api }
}

function refusal(errcode: number, errmsg: string): OpenApiAnswer {
  return jsonAnswer({ errcode, errmsg })
}
