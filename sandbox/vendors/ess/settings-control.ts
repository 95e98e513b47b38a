/** What `/__sandbox/` offers around the vendor's own behaviour: the registry's answers, limits, settings. */
import { CONTROL_PREFIX, refuse, withBody } from '../kit/control'
import { json } from '../kit/http'
import type { Route } from '../kit/router'
import { object, oneOf, optional, required, text, truth, webUrl } from '../kit/shape'
import { RUNNING_SHAPES, type RunningShape } from './batch-api'
import type { Caller } from './caller'
import type { Notices } from './notices'
import { type RegistryCheck, rowOutcome } from './registry-check'
import type { Throttle } from './throttle'

const rowShape = object({
  organizationName: required(text),
  outcome: required(rowOutcome),
  message: optional(text),
})
const shapeShape = object({ shape: required(oneOf(RUNNING_SHAPES)) })
const packageShape = object({ realNamePackage: required(truth) })
const urlShape = object({ url: required(webUrl) })

export interface SettingsParts {
  registry: RegistryCheck
  notices: Notices
  throttle: Throttle
  caller: Caller
  settings: { runningShape: RunningShape }
}

export function settingsRoutes({ registry, notices, throttle, caller, settings }: SettingsParts): Route[] {
  const at = (method: Route['method'], path: string, handle: Route['handle']): Route => ({
    method,
    path: CONTROL_PREFIX + path,
    kind: 'page',
    handle,
  })
  const configuration = () =>
    json({
      callbackUrl: notices.url() ?? null,
      realNamePackage: caller.hasPackage(),
      runningShape: settings.runningShape,
    })

  return [
    at('GET', 'rows', () => json({ rows: registry.orders() })),
    at('POST', 'rows', request =>
      withBody(request, rowShape, ({ organizationName, ...order }) => {
        registry.order(organizationName, order)
        return json({ rows: registry.orders() })
      }),
    ),
    at('GET', 'throttled', () => json({ exceeded: throttle.exceeded() })),
    at('GET', 'configuration', configuration),
    at('POST', 'running-shape', request =>
      withBody(request, shapeShape, ({ shape }) => {
        settings.runningShape = shape
        return configuration()
      }),
    ),
    at('POST', 'package', request =>
      withBody(request, packageShape, ({ realNamePackage }) => {
        caller.setPackage(realNamePackage)
        return configuration()
      }),
    ),
    at('POST', 'callback-url', request =>
      withBody(request, urlShape, async ({ url }) => {
        const saved = await notices.setUrl(url)
        return saved.ok ? configuration() : refuse(saved.problem, 409)
      }),
    ),
    at('DELETE', 'callback-url', async () => {
      await notices.setUrl(undefined)
      return configuration()
    }),
  ]
}
