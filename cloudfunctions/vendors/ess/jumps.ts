import type { Jumps } from '../driver'
import { localHost } from '../jumps'
import { appIds } from './links'

/**
 * Source: the examples of CreateBatchOrganizationAuthorizationUrl, DescribeBatchOrganizationRegistrationUrls and
 * CreateUserVerifyUrl: short links, `res.` and `dyn.` of the vendor, and its page for computers.
 */
const hosts = {
  production: ['essurl.cn', 'ess.tencent.cn', 'qian.tencent.com'],
  test: ['test.essurl.cn', 'ess.tencent.cn', 'test.qian.tencent.cn'],
} as const

export function jumps(options: {
  environment: 'production' | 'test'
  baseUrl: string | null
  linkHosts: readonly string[]
}): Jumps {
  const { environment, baseUrl, linkHosts } = options
  return {
    appIds: [appIds[environment]],
    plugins: [],
    hosts: [...hosts[environment], ...localHost(environment, baseUrl), ...linkHosts],
  }
}
