import type { Jumps } from '../driver'
import { localHost } from '../jumps'
import { miniProgramId } from './handoff'

/**
 * Source: the vendor's SDK names `idverify.esign.cn`, `t.tsign.cn` and, for its sandbox, `smlfront.esign.cn` and
 * `smlt.tsign.cn`; a domain of one's own is `xxxx.h5.esign.cn`. Which host v3's long link has is 未确认.
 */
const hosts = ['esign.cn', 'tsign.cn'] as const

export function jumps(options: {
  environment: 'production' | 'test'
  baseUrl: string | null
  linkHosts: readonly string[]
}): Jumps {
  const { environment, baseUrl, linkHosts } = options
  return {
    appIds: [miniProgramId],
    plugins: [],
    hosts: [...hosts, ...localHost(environment, baseUrl), ...linkHosts],
  }
}
