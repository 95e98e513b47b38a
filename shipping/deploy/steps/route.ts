import { list, record } from '../../../setup/apis/tencent'
import type { Change, Step } from '../../../setup/plan'
import { probe } from '../../probe'
import type { Deployment } from '../deployment'

/** Where requests from outside lead. The API of business systems is below `/server/v1`. */
export const routes = [
  { path: '/callback', name: 'callback' },
  { path: '/server', name: 'server' },
] as const

/** Everybody may come, and the path comes along: a function that sees `/` alone loses every notice, and nobody says so. */
const wanted = { EnableAuth: false, EnablePathTransmission: true, Enable: true } as const

export interface DeployedDomain {
  name: string
  isDefault: boolean
  status: string
  dns: string
  routes: Record<string, unknown>[]
}

/** The addresses, and the proof that a request with a path arrives where it should. */
export function route(deployment: Deployment): Step {
  return {
    name: 'HTTP 访问 route',
    async look() {
      const domain = await chosenDomain(deployment)
      return routes
        .filter(({ name }) => deployment.functions.some(each => each.name === name))
        .map(each => changeOf(deployment, domain, each))
    },
    prove: () => proved(deployment),
  }
}

function changeOf(
  { target }: Deployment,
  domain: DeployedDomain,
  { path, name }: (typeof routes)[number],
): Change {
  const there = domain.routes.find(each => each.Path === path)
  const what = `${domain.name}${path} → ${name}`
  const differing = Object.entries({ ...wanted, UpstreamResourceName: name }).filter(
    ([field, value]) => there?.[field] !== value,
  )
  if (there && differing.length === 0) return { mark: 'same', what }
  const apply = async () => {
    await target.api.call(there ? 'ModifyHTTPServiceRoute' : 'CreateHTTPServiceRoute', {
      EnvId: target.database.EnvId,
      Domain: {
        Domain: domain.name,
        Routes: [{ Path: path, UpstreamResourceType: 'SCF', UpstreamResourceName: name, ...wanted }],
      },
    })
  }
  const detail = differing
    .map(([field, value]) => (there ? `${field} ${String(there[field])}→${value}` : `${field}: ${value}`))
    .join(', ')
  return { mark: there ? 'change' : 'create', what, detail, apply }
}

export async function readDomains({ target }: Pick<Deployment, 'target'>): Promise<DeployedDomain[]> {
  const { Domains } = await target.api.call('DescribeHTTPServiceRoute', { EnvId: target.database.EnvId })
  return list(Domains)
    .map(record)
    .map(({ Domain, IsDefault, Status, DNSStatus, Routes }) => ({
      name: String(Domain),
      isDefault: IsDefault === true,
      status: String(Status),
      dns: String(DNSStatus),
      routes: list(Routes).map(record),
    }))
}

async function chosenDomain(deployment: Deployment): Promise<DeployedDomain> {
  const { domain } = deployment.environment
  const domains = await readDomains(deployment)
  const found = domains.find(each => (domain === null ? each.isDefault : each.name === domain))
  if (found) return found
  throw new Error(
    domain === null
      ? '没有默认域名(no default domain):在云开发平台开通「HTTP 访问服务」'
      : `域名 ${domain} 还没有绑定(not bound):在云开发平台「HTTP 访问服务」里绑定它和证书`,
  )
}

const pauseMs = 5000
/** Two and a half minutes: a new route takes a while to reach every gateway. */
const mostTries = 30

async function proved(deployment: Deployment): Promise<string> {
  for (let tries = 1; ; tries++) {
    const { wrong, path } = await probe(deployment, deployment.build.release)
    if (wrong === null) return `${deployment.variables.CALLBACK_BASE_URL}/health 答对了,路径 ${path} 到了函数`
    if (tries === mostTries) throw new Error(wrong)
    await deployment.wait(pauseMs)
  }
}
