/** `/api/*` of the console. */
import type { IncomingMessage } from 'node:http'
import { type Answer, Refusal, readBody } from './answer'
import type { GivenCode, SentMessage, VendorLink } from './shapes'
import { chosenOf, type FunctionSettings, turn } from './switches'
import { readTraffic, type TrafficSources } from './traffic'
import { ask, clearQueue, queueOrder, resetVendor, vendorState } from './vendors'

export interface ApiOptions extends TrafficSources {
  cloudUrl: string
  operatorCode?: string
  businessSystem?: () => string | null
  codes?: () => GivenCode[]
  messages?: () => SentMessage[]
  settings?: FunctionSettings
}

/** A run of the sweep may take as long as the platform lets a function run. */
const SWEEP_TIMEOUT_MS = 65_000

type Route = (options: ApiOptions, request: IncomingMessage, url: URL) => Promise<Answer>

const routes: Record<string, Route> = {
  'GET /api/vendors': async ({ vendors, settings }) => {
    const states = await Promise.all(vendors.map(vendorState))
    return ok({ vendors: states.map(state => ({ ...state, chosen: chosenOf(state, settings) })) })
  },

  'GET /api/traffic': async (options, _request, url) =>
    ok(await readTraffic(options, url.searchParams.get('since') ?? '')),

  'GET /api/operator': async ({ operatorCode = null }) => ok({ code: operatorCode }),

  'GET /api/business-system': async ({ businessSystem }) => ok({ url: businessSystem?.() ?? null }),

  'GET /api/codes': async ({ codes }) => ok({ codes: codes?.() ?? [] }),

  'GET /api/messages': async ({ messages }) => ok({ messages: messages?.() ?? [] }),

  'POST /api/next': async ({ vendors }, request) => {
    const { vendor, ...order } = await readBody(request)
    return queueOrder(known(vendors, vendor), order)
  },

  'POST /api/switch': async ({ vendors, settings }, request) => {
    const { vendor, ...wanted } = await readBody(request)
    turn(known(vendors, vendor), wanted, settings)
    return ok({ ok: true })
  },

  'POST /api/clear': async ({ vendors }, request) => {
    const { vendor } = await readBody(request)
    await clearQueue(known(vendors, vendor))
    return ok({ ok: true })
  },

  /** Without a vendor: all that run. */
  'POST /api/reset': async ({ vendors }, request) => {
    const { vendor } = await readBody(request)
    if (vendor !== undefined) {
      await resetVendor(known(vendors, vendor))
      return ok({ reset: [vendor] })
    }
    const results = await Promise.allSettled(vendors.map(resetVendor))
    return ok({
      reset: vendors.filter((_, index) => results[index]?.status === 'fulfilled').map(({ id }) => id),
    })
  },

  'POST /api/sweep': async ({ cloudUrl }) => {
    const answer = await ask(`${cloudUrl}/timer/sweep`, 'POST', undefined, SWEEP_TIMEOUT_MS)
    if (!answer) throw new Refusal(502, 'cloudDown', `the local cloud does not answer at ${cloudUrl}`)
    return answer
  },
}

export function answerApi(options: ApiOptions, request: IncomingMessage, url: URL): Promise<Answer> {
  const name = `${request.method} ${url.pathname}`
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined
  if (!route) throw new Refusal(404, 'notFound', `nothing answers ${name}`)
  return route(options, request, url)
}

function known(vendors: readonly VendorLink[], id: unknown): VendorLink {
  const found = vendors.find(vendor => vendor.id === id)
  if (found) return found
  const ids = vendors.map(vendor => vendor.id).join(', ')
  throw new Refusal(404, 'vendorUnknown', `vendor must be one of ${ids}`)
}

function ok(body: unknown): Answer {
  return { status: 200, body }
}
