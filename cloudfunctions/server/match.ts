import { type RouteName, routes } from '../contract/server/routes'
import { Refusal } from '../domain/integration/refusal'

export interface Match {
  name: RouteName
  params: Record<string, string>
}

const patterns = (Object.keys(routes) as RouteName[]).map(name => ({
  name,
  method: routes[name].method,
  parts: routes[name].path.split('/').filter(Boolean),
}))

/** The route of a request. Throws Refusal ROUTE_UNKNOWN, METHOD_WRONG. */
export function matchRoute(method: string, path: readonly string[]): Match {
  const fitting = patterns.filter(({ parts }) => fits(parts, path))
  if (fitting.length === 0) throw new Refusal('ROUTE_UNKNOWN')
  const found = fitting.find(each => each.method === method)
  if (!found) throw new Refusal('METHOD_WRONG')
  const params = found.parts.flatMap((part, at) =>
    part.startsWith('{') ? [[part.slice(1, -1), path[at] ?? '']] : [],
  )
  return { name: found.name, params: Object.fromEntries(params) }
}

function fits(parts: readonly string[], path: readonly string[]): boolean {
  return parts.length === path.length && parts.every((part, at) => part.startsWith('{') || part === path[at])
}
