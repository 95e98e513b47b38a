import { randomBytes } from 'node:crypto'
import { record } from '../setup/apis/tencent'
import type { Deployment } from './deploy/deployment'
import { vaultOf } from './vault'

export interface Probed {
  /** null: nothing. */
  wrong: string | null
  /** As it arrived at the function; null: nothing did. */
  path: string | null
  release: string | null
}

/**
 * Asks the deployed functions something only they can answer, at an address that ends in what was never asked before:
 * an answer out of a cache, of another function, or without the path is none. `release`: which build should answer.
 */
export async function probe(
  { variables, fetchText }: Pick<Deployment, 'variables' | 'fetchText'>,
  release: string,
): Promise<Probed> {
  const vault = vaultOf(variables)
  if (!vault) return failed('变量不对(wrong settings):先运行 npm run doctor')
  const nonce = randomBytes(16).toString('hex')
  const asked = await fetchText(`${variables.CALLBACK_BASE_URL}/health/${nonce}`).catch(() => null)
  if (!asked) return failed('回调地址连不上(not reachable):检查域名解析、证书和 CALLBACK_BASE_URL')
  if (asked.status !== 200) return failed(sentences[asked.status] ?? `回调地址回答 ${asked.status}`)
  const answer = parsed(asked.text)
  const path = String(answer.path)
  if (answer.health !== vault.digest('health.answer', nonce))
    return failed('回答的不是这次部署的函数,或 LOOKUP_KEY 不同(another function, or another LOOKUP_KEY)')
  if (!path.endsWith(`/health/${nonce}`))
    return { ...failed('路径没有传到函数(the path is lost):打开 EnablePathTransmission'), path }
  if (answer.release !== release)
    return {
      ...failed(`在运行的是 ${String(answer.release)},不是 ${release}(another build)`),
      path,
      release: String(answer.release),
    }
  return { wrong: null, path, release }
}

const sentences: Record<number, string> = {
  401: '回调地址要求登录(authentication is on):关掉 EnableAuth',
  404: '回调地址没有到达函数(the route is missing, or the path is lost):检查路由和 EnablePathTransmission',
  500: '函数出错(the function fails):看 callback 的日志',
}

const failed = (wrong: string): Probed => ({ wrong, path: null, release: null })

function parsed(text: string): Record<string, unknown> {
  try {
    return record(JSON.parse(text))
  } catch {
    return {}
  }
}
