/** A table of routes. `:name` in a path stands for one segment. */
import type { Answer, SandboxRequest } from './http'

export type Params = Record<string, string>

export interface Route {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  /** `api`: the vendor's guarded interface; `page`: what a person's browser fetches. */
  kind: 'api' | 'page'
  handle(request: SandboxRequest, params: Params): Answer | Promise<Answer>
}

export interface Match {
  route: Route
  params: Params
}

export function createRouter(routes: readonly Route[]) {
  const table = routes.map(route => ({ route, segments: route.path.split('/') }))
  return {
    match(method: string, path: string): Match | undefined {
      const given = path.split('/')
      for (const { route, segments } of table) {
        const params = route.method === method ? bind(segments, given) : undefined
        if (params) return { route, params }
      }
      return undefined
    },
  }
}

function bind(segments: string[], given: string[]): Params | undefined {
  if (segments.length !== given.length) return undefined
  const params: Params = {}
  for (const [index, segment] of segments.entries()) {
    const value = given[index] ?? ''
    if (segment.startsWith(':') && value !== '') params[segment.slice(1)] = value
    else if (segment !== value) return undefined
  }
  return params
}
