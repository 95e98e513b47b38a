import { type Actions, exact, Refusal } from './actions'
import type { DomainState, FreeState, RouteState } from './state'

/** HTTP access: domains, and which function a path of theirs leads to. https://cloud.tencent.com/document/api/876/129800 */
export function gatewayActions(state: FreeState): Actions {
  return {
    DescribeHTTPServiceRoute: parameters => {
      const { EnvId } = exact(parameters, ['EnvId'], ['Filters', 'Offset', 'Limit'])
      inEnvironment(state, EnvId)
      return { Domains: state.domains.map(described), TotalCount: state.domains.length, OriginDomain: '' }
    },
    CreateHTTPServiceRoute: parameters => {
      const { name, routes } = given(state, parameters)
      const domain = state.domains.find(each => each.name === name) ?? added(state, name)
      for (const route of routes) {
        if (domain.routes.some(({ path }) => path === route.path))
          throw new Refusal('ResourceInUse', 'the route exists')
        domain.routes.push(route)
      }
      return {}
    },
    ModifyHTTPServiceRoute: parameters => {
      const { name, routes } = given(state, parameters)
      for (const route of routes) {
        const there = state.domains
          .find(each => each.name === name)
          ?.routes.find(({ path }) => path === route.path)
        if (!there) throw new Refusal('ResourceNotFound', 'no such route')
        Object.assign(there, route)
      }
      return {}
    },
  }
}

function inEnvironment(state: FreeState, envId: unknown): void {
  if (envId !== state.envId) throw new Refusal('ResourceNotFound', 'no such environment')
}

function added(state: FreeState, name: string): DomainState {
  const domain: DomainState = { name, isDefault: false, status: 'SUCCESS', dns: 'OK', routes: [] }
  state.domains.push(domain)
  return domain
}

function given(state: FreeState, parameters: unknown): { name: string; routes: RouteState[] } {
  const { EnvId, Domain } = exact(parameters, ['EnvId', 'Domain'], [])
  inEnvironment(state, EnvId)
  const optional = ['AccessType', 'CertId', 'Protocol', 'CustomCname', 'Enable', 'Routes']
  const { Domain: name, Routes = [] } = exact(Domain, ['Domain'], optional)
  if (!Array.isArray(Routes)) throw new Refusal('InvalidParameter', 'Routes')
  return { name: String(name), routes: Routes.map(routeOf) }
}

function routeOf(value: unknown): RouteState {
  const optional = ['EnableAuth', 'EnablePathTransmission', 'EnableSafeDomain', 'QPSPolicy', 'Enable']
  const route = exact(value, ['Path', 'UpstreamResourceType', 'UpstreamResourceName'], optional)
  if (route.UpstreamResourceType !== 'SCF') throw new Refusal('InvalidParameterValue', 'UpstreamResourceType')
  if (!/^(\/[A-Za-z0-9._-]{1,50})+$/.test(String(route.Path)))
    throw new Refusal('InvalidParameterValue', 'Path')
  return {
    path: String(route.Path),
    functionName: String(route.UpstreamResourceName),
    auth: route.EnableAuth === true,
    // As in the vendor's own example, the path is lost unless it is asked for.
    pathTransmission: route.EnablePathTransmission === true,
    isEnabled: route.Enable !== false,
  }
}

function described({ name, isDefault, status, dns, routes }: DomainState): Record<string, unknown> {
  return {
    Domain: name,
    DomainType: 'HTTPSERVICE',
    AccessType: 'DIRECT',
    IsDefault: isDefault,
    Enable: true,
    Status: status,
    DNSStatus: dns,
    Routes: routes.map(route => ({
      Path: route.path,
      UpstreamResourceType: 'SCF',
      UpstreamResourceName: route.functionName,
      EnableAuth: route.auth,
      EnablePathTransmission: route.pathTransmission,
      EnableSafeDomain: true,
      Enable: route.isEnabled,
    })),
  }
}
