import { list, record } from './tencent'

/** WeChat's server API with the mini-program's own token. */
export interface WeChatApi {
  /** `permissions.openapi` of a function as it stands in the cloud; null: none was ever applied. */
  cloudCallsOf(functionName: string): Promise<string[] | null>
  applyCloudCalls(functionName: string, calls: readonly string[]): Promise<void>
  /** ms by which this machine's clock is ahead of WeChat's; null: it was not asked yet. */
  ahead(): number | null
}

/** A refusal by its number. Texts of WeChat hold addresses and tickets; only what can be acted on is kept. */
export class WeChatError extends Error {
  /** A sentence that mends it. */
  readonly mend: string
  constructor(
    readonly code: number,
    /** As WeChat sees this machine; empty: it did not say. */
    ip = '',
  ) {
    const mend = (mends[code] ?? '对照微信「全局返回码」').replace('<IP>', ip || '的出口 IP')
    super(`微信回答 ${code}(WeChat answered ${code}):${mend}`)
    this.name = 'WeChatError'
    this.mend = mend
  }
}

const mends: Record<number, string> = {
  40013: 'deploy/*.json 的 appId 不对',
  40125: 'WECHAT_APPSECRET 不对,到小程序后台「开发设置」重置',
  40164: '把本机 <IP> 加进小程序后台「开发设置」的 IP 白名单',
  45009: '今天的调用次数用完了,明天再来',
  48001: '这个账号不能用接口设置云调用权限:去掉 WECHAT_APPSECRET 再部署,在开发者工具里右键上传一次这个函数',
  [-501005]: 'deploy/*.json 的 envId 不是这个小程序的云环境',
}

const none = 85089
const timeoutMs = 30_000

export interface WeChatOptions {
  appId: string
  secret: string
  envId: string
  /** Default: WeChat's own. */
  url?: string
}

export function createWeChatApi({
  appId,
  secret,
  envId,
  url = 'https://api.weixin.qq.com',
}: WeChatOptions): WeChatApi {
  let token: string | null = null
  let ahead: number | null = null
  const post = async (path: string, body: Record<string, unknown>) => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const told = Date.parse(answer.headers.get('date') ?? '')
    if (!Number.isNaN(told)) ahead = Date.now() - told
    return record(await answer.json())
  }
  const newToken = async (): Promise<string> => {
    const body = { grant_type: 'client_credential', appid: appId, secret, force_refresh: false }
    const answer = accepted(await post('/cgi-bin/stable_token', body))
    return String(answer.access_token)
  }
  const ask = async (action: string, body: Record<string, unknown>) => {
    token ??= await newToken()
    return post(`${action}?access_token=${encodeURIComponent(token)}`, body)
  }
  return { ...configsOf(envId, ask), ahead: () => ahead }
}

/** The same API, spoken within one process: no token, and one clock. */
export function createLocalWeChatApi(
  envId: string,
  answer: (action: string, body: Record<string, unknown>) => Record<string, unknown>,
): WeChatApi {
  return { ...configsOf(envId, async (action, body) => answer(action, body)), ahead: () => null }
}

type Ask = (action: string, body: Record<string, unknown>) => Promise<Record<string, unknown>>

/** https://developers.weixin.qq.com/doc/oplatform/openApi/cloudbase-common: what a function's config.json says. */
function configsOf(envId: string, ask: Ask): Pick<WeChatApi, 'cloudCallsOf' | 'applyCloudCalls'> {
  const of = (functionName: string) => ({ type: 1, env: envId, function_name: functionName })
  return {
    async cloudCallsOf(functionName) {
      const answer = await ask('/tcb/getfuncconfig', of(functionName))
      if (answer.errcode === none) return null
      const config = record(JSON.parse(String(accepted(answer).config)))
      return list(record(config.permissions).openapi).map(String)
    },
    async applyCloudCalls(functionName, calls) {
      const config = JSON.stringify({ permissions: { openapi: calls } })
      accepted(await ask('/tcb/uploadfuncconfig', { ...of(functionName), config }))
    },
  }
}

function accepted(answer: Record<string, unknown>): Record<string, unknown> {
  const code = Number(answer.errcode ?? 0)
  if (code !== 0) throw new WeChatError(code, /invalid ip ([\d.]+)/.exec(String(answer.errmsg))?.[1])
  return answer
}
