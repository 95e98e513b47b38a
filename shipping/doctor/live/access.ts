import type { Deployment } from '../../deploy/deployment'
import { type DeployedDomain, readDomains, routes } from '../../deploy/steps/route'
import { probe } from '../../probe'
import { type Finding, when } from '../finding'
import { deployAgain, type LiveCheck } from './liveCheck'

const day = 24 * 3600_000
const leastDays = 30

/** How vendors and business systems come in. */
export const access: LiveCheck = async (deployment, now) => {
  const domains = await readDomains(deployment)
  const host = hostOf(deployment)
  const domain = domains.find(each => each.name === host)
  return [
    ...domainFaults(deployment, domain, host),
    ...(domain ? routeFaults(deployment, domain) : []),
    ...(await probeFaults(deployment)),
    ...(await certificateFaults(deployment, host, now)),
  ]
}

function hostOf({ variables }: Deployment): string {
  const url = variables.CALLBACK_BASE_URL ?? ''
  return URL.canParse(url) ? new URL(url).hostname : ''
}

function domainFaults(
  { environment }: Deployment,
  domain: DeployedDomain | undefined,
  host: string,
): Finding[] {
  if (!domain) {
    const wrong = `CALLBACK_BASE_URL 的域名 ${host} 不在这个环境的 HTTP 访问服务里`
    const mend = '在云开发平台「HTTP 访问服务」绑定它,或改 CALLBACK_BASE_URL'
    return [{ code: 'DOMAIN_UNKNOWN', wrong, mend }]
  }
  return [
    ...when(domain.isDefault && environment.production, {
      code: 'DOMAIN_DEFAULT',
      wrong: '生产环境用着默认域名:它只供测试,限速,以后换域名会丢掉在办的通知',
      mend: '绑定已备案的域名和证书,写进 deploy/*.json 的 domain 和 CALLBACK_BASE_URL,再部署',
    }),
    ...when(domain.status !== 'SUCCESS', {
      code: 'DOMAIN_STATUS',
      wrong: `域名 ${host} 的状态是 ${domain.status}`,
      mend: 'PROCESSING 就等一会儿;FAIL 就在云开发平台删掉它再绑定',
    }),
    ...when(domain.dns === 'INVALID', {
      code: 'DOMAIN_DNS',
      wrong: `域名 ${host} 没有解析到这个环境`,
      mend: '在域名服务商处加上云开发平台给出的 CNAME',
    }),
  ]
}

function routeFaults(deployment: Deployment, domain: DeployedDomain): Finding[] {
  const mend = deployAgain(deployment)
  return routes.flatMap(({ path, name }) => {
    const there = domain.routes.find(each => each.Path === path)
    if (!there || there.UpstreamResourceName !== name || there.Enable === false)
      return [{ code: 'ROUTE_MISSING', wrong: `${path} 没有通到 ${name}`, mend }]
    return [
      ...when(there.EnableAuth === true, {
        code: 'ROUTE_AUTH',
        wrong: `${path} 要求登录,外面的请求进不来`,
        mend,
      }),
      ...when(there.EnablePathTransmission !== true, {
        code: 'ROUTE_PATH',
        wrong: `${path} 没有把路径传给函数,通知会全部丢失`,
        mend,
      }),
    ]
  })
}

async function probeFaults(deployment: Deployment): Promise<Finding[]> {
  const { wrong } = await probe(deployment, deployment.build.release)
  return when(wrong !== null, {
    code: 'PROBE',
    wrong: `探测没有通过:${wrong}`,
    mend: deployAgain(deployment),
  })
}

async function certificateFaults(deployment: Deployment, host: string, now: number): Promise<Finding[]> {
  const ends = await deployment.certificateEnds(host)
  if (ends === null) return []
  const days = Math.floor((ends - now) / day)
  return when(days < leastDays, {
    code: 'CERTIFICATE',
    wrong: `${host} 的证书还有 ${days} 天到期`,
    mend: '换上新证书:云开发平台「HTTP 访问服务」→ 域名 → 更换证书',
  })
}
