/** The addresses of a flow's page. */
import type { Flow } from './flows'

export const LONG_PATHS = { v2: '/identity/index', v3: '/auth/h5/index' } as const
/** Parameters that a long link must bring; a link cut at its first `&` shows a blank page. */
export const LONG_PARAMETERS = {
  v2: ['flowId', 'ctx', 'appId'],
  v3: ['authFlowId', 'clientType', 'appId'],
} as const

export function longUrl(flow: Flow, serverUrl: string): string {
  const query: Record<string, string> =
    flow.family === 'v2'
      ? { flowId: flow.id, ctx: flow.context, appId: flow.appId }
      : { authFlowId: flow.id, clientType: flow.request.clientType, appId: flow.appId }
  return `${serverUrl}${LONG_PATHS[flow.family]}?${new URLSearchParams(query)}`
}

export function shortUrl(flow: Flow, serverUrl: string): string {
  return `${serverUrl}/t/${flow.code}`
}
