import { createTencentApi, type TencentApi } from '../setup/apis/tencent'
import { createWeChatApi, type WeChatApi } from '../setup/apis/wechat'
import { certificateEnds } from './apis/certificate'
import { type Credentials, readCredentials } from './credentials'
import type { ShippingEnvironment } from './environment'
import { standIn } from './standIn'

/** The ways into one environment. */
export interface Account {
  tcb: TencentApi
  scf: TencentApi
  /** null: there is no AppSecret. */
  wechat: WeChatApi | null
  credentials: Credentials
  fetchText(url: string): Promise<{ status: number; text: string }>
  /** When the certificate of a host ends, ms since the epoch; null: it could not be asked. */
  certificateEnds(host: string): Promise<number | null>
}

type Env = Record<string, string | undefined>

/** null: there are no credentials. */
export function readAccount(env: Env, { envId, appId, region }: ShippingEnvironment): Account | null {
  const credentials = readCredentials(env)
  if (!credentials) return null
  const { secretId, secretKey, token, appSecret } = credentials
  const given = standIn(env)
  const there = given === null ? {} : { url: given }
  const options = { secretId, secretKey, token, region, ...there }
  return {
    credentials,
    tcb: createTencentApi(options, 'tcb'),
    scf: createTencentApi(options, 'scf'),
    wechat: appSecret ? createWeChatApi({ appId, envId, secret: appSecret, ...there }) : null,
    fetchText: url => fetchText(given === null ? url : movedTo(given, url)),
    certificateEnds: given === null ? certificateEnds : async () => null,
  }
}

const timeoutMs = 15_000

async function fetchText(url: string) {
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
  return { status: answer.status, text: await answer.text() }
}

const movedTo = (origin: string, url: string): string => origin + new URL(url).pathname
