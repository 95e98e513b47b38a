import { createTencentApi, type TencentApi } from '../setup/apis/tencent'
import { createWeChatApi, type WeChatApi } from '../setup/apis/wechat'
import { type Credentials, readCredentials } from './credentials'
import type { ShippingEnvironment } from './environment'

/** The ways into one environment. */
export interface Account {
  tcb: TencentApi
  scf: TencentApi
  /** null: there is no AppSecret. */
  wechat: WeChatApi | null
  credentials: Credentials
  fetchText(url: string): Promise<{ status: number; text: string }>
}

type Env = Record<string, string | undefined>

/**
 * null: there are no credentials. `SHIPPING_API_URL`, `SHIPPING_WECHAT_URL` and `SHIPPING_GATEWAY_URL` name stand-ins
 * for Tencent's and WeChat's API and for the HTTP access: for tests.
 */
export function readAccount(env: Env, { envId, appId, region }: ShippingEnvironment): Account | null {
  const credentials = readCredentials(env)
  if (!credentials) return null
  const { secretId, secretKey, token, appSecret } = credentials
  const given = env.SHIPPING_API_URL
  const options = { secretId, secretKey, token, region, ...(given ? { url: given } : {}) }
  const wechatUrl = env.SHIPPING_WECHAT_URL
  return {
    credentials,
    tcb: createTencentApi(options, 'tcb'),
    scf: createTencentApi(options, 'scf'),
    wechat: appSecret
      ? createWeChatApi({ appId, envId, secret: appSecret, ...(wechatUrl ? { url: wechatUrl } : {}) })
      : null,
    fetchText: url => fetchText(env.SHIPPING_GATEWAY_URL ? movedTo(env.SHIPPING_GATEWAY_URL, url) : url),
  }
}

const timeoutMs = 15_000

async function fetchText(url: string) {
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
  return { status: answer.status, text: await answer.text() }
}

const movedTo = (origin: string, url: string): string => origin + new URL(url).pathname
