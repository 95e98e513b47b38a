import { createHash } from 'node:crypto'
import { isRecord } from '../record'
import type { FreeState } from './state'

/** What it needs of an environment. */
export type ConfiguredFunctions = Pick<FreeState, 'envId' | 'cloudCalls'> & {
  functions: { has(name: string): boolean }
}

export interface WeChatAccount {
  appId: string
  secret: string
  /** Who may ask for a token; empty: everybody. */
  allowedIps: readonly string[]
  /** Documents do not promise that an ordinary mini-program may configure its functions with its own token. */
  mayConfigure: boolean
}

/** All callers are at home here. */
const callerIp = '127.0.0.1'

type Answer = Record<string, unknown>
const refusal = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg })

/** The part of WeChat's server API a deployment uses. Errors come with HTTP 200, as WeChat sends them. */
export function answerWeChat(
  state: ConfiguredFunctions,
  account: WeChatAccount,
  path: string,
  query: URLSearchParams,
  body: Buffer,
): Answer {
  const given = parsed(body)
  if (!given) return refusal(47001, 'data format error')
  if (path === '/cgi-bin/stable_token') return token(account, given)
  if (query.get('access_token') !== tokenOf(account)) return refusal(40001, 'invalid credential')
  if (!account.mayConfigure) return refusal(48001, 'api unauthorized')
  return answerConfiguration(state, path, given)
}

/** The same without a token: for whoever is in the same process. */
export function answerConfiguration(state: ConfiguredFunctions, path: string, given: Answer): Answer {
  const action = Object.hasOwn(actions, path) ? actions[path] : undefined
  if (!action) return refusal(40066, 'invalid url')
  if (given.env !== state.envId) return refusal(-501005, 'invalid env')
  return action(state, given)
}

const actions: Record<string, (state: ConfiguredFunctions, given: Answer) => Answer> = {
  '/tcb/getfuncconfig': (state, { type, function_name: name, ...rest }) => {
    if (type !== 1 || Object.keys(rest).join() !== 'env') return refusal(40097, 'invalid args')
    const config = state.cloudCalls.get(String(name))
    return config === undefined ? refusal(85089, 'no config') : { errcode: 0, errmsg: 'ok', config }
  },
  '/tcb/uploadfuncconfig': (state, { type, function_name: name, config }) => {
    if (type !== 1 || typeof config !== 'string') return refusal(40097, 'invalid args')
    if (!state.functions.has(String(name))) return refusal(-501000, 'no such function')
    state.cloudCalls.set(String(name), config)
    return { errcode: 0, errmsg: 'ok' }
  },
}

function token(account: WeChatAccount, given: Answer): Answer {
  if (given.grant_type !== 'client_credential') return refusal(40002, 'invalid grant_type')
  if (!account.appId || given.appid !== account.appId) return refusal(40013, 'invalid appid')
  if (given.secret !== account.secret) return refusal(40125, 'invalid appsecret')
  const { allowedIps } = account
  if (allowedIps.length > 0 && !allowedIps.includes(callerIp))
    return refusal(40164, `invalid ip ${callerIp} ipv6 ::ffff:${callerIp}, not in whitelist rid: sandbox`)
  return { access_token: tokenOf(account), expires_in: 7200 }
}

const tokenOf = ({ appId, secret }: WeChatAccount): string =>
  createHash('sha256').update(`${appId}:${secret}`).digest('hex')

function parsed(body: Buffer): Answer | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}
