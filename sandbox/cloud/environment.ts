import { environmentLimit } from './limits'

/** The block of variables by which the unmodified SDK finds this cloud and its caller. */
export interface Platform {
  envId: string
  appId: string
  gatewayUrl: string
}

/** Of an instance, for its whole life. The session token tells the gateway which instance is calling. */
export function instanceEnvironment(
  platform: Platform,
  own: Readonly<Record<string, string>>,
  sessionToken: string,
): Record<string, string> {
  return {
    ...own,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: platform.gatewayUrl }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: platform.envId,
    TCB_ENV: platform.envId,
    TENCENTCLOUD_SECRETID: 'sandbox',
    TENCENTCLOUD_SECRETKEY: 'sandbox',
    TENCENTCLOUD_SESSIONTOKEN: sessionToken,
  }
}

/** Who a call comes from. Only a WeChat caller has an openid; only WeChat callers and timers may use openapi. */
export interface CallOrigin {
  trigger: 'client' | 'http' | 'timer' | 'function'
  /** wx_client, wx_http … and `,scf` for every function on the way. */
  source: string
  openid?: string
  unionid?: string
  apiToken?: string
}

/** Of one call; cleared when it ends. */
export function callEnvironment(platform: Platform, origin: CallOrigin): Record<string, string> {
  if (origin.trigger === 'timer') {
    return { TRIGGER_SRC: 'timer', TCB_SOURCE: origin.source, WX_TRIGGER_API_TOKEN_V0: origin.apiToken ?? '' }
  }
  const context = contextOf(platform, origin)
  const keys = Object.keys(context).join(',')
  return { TCB_SOURCE: origin.source, ...context, ...(keys === '' ? {} : { WX_CONTEXT_KEYS: keys }) }
}

/** The token is one of the context keys too: the SDK looks for it nowhere else. */
function contextOf(platform: Platform, { openid, unionid, apiToken }: CallOrigin): Record<string, string> {
  if (openid === undefined) return {}
  return {
    WX_OPENID: openid,
    WX_APPID: platform.appId,
    ...(unionid === undefined ? {} : { WX_UNIONID: unionid }),
    WX_CLIENTIP: '127.0.0.1',
    ...(apiToken === undefined ? {} : { WX_API_TOKEN: apiToken }),
  }
}

const reserved = /^(TENCENTCLOUD_|SCF_|QCLOUD_|TCB_|WX_)|^TRIGGER_SRC$/

/** Refuses what SCF would refuse at deployment. */
export function checkEnvironment(own: Readonly<Record<string, string>>): void {
  const taken = Object.keys(own).find(name => reserved.test(name))
  if (taken !== undefined) {
    throw new Error(`The variable ${taken} belongs to the platform; give it another name`)
  }
  const size = Object.entries(own).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value),
    0,
  )
  if (size > environmentLimit) {
    throw new Error(
      `The environment variables are ${size} bytes together; the platform allows ${environmentLimit}`,
    )
  }
}
