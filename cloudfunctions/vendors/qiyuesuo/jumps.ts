import type { Jumps } from '../driver'
import { localHost } from '../jumps'

const plugin = 'plugin://qyssdk-plugin'

/** The pages of the plugin are documented. No page says on which host links are: 未确认 in docs/vendors/qiyuesuo.md. */
const hosts = { production: ['qiyuesuo.com'], test: ['qiyuesuo.cn', 'qiyuesuo.me'] } as const

export function jumps(options: {
  environment: 'production' | 'test'
  baseUrl: string | null
  linkHosts: readonly string[]
}): Jumps {
  const { environment, baseUrl, linkHosts } = options
  return {
    appIds: [],
    plugins: ['personal-auth', 'enterprise-auth', 'doc'].map(page => `${plugin}/${page}`),
    hosts: [...hosts[environment], ...localHost(environment, baseUrl), ...linkHosts],
  }
}
