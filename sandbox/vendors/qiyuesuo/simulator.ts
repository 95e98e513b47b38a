/** 契约锁 for persons, strict: tokens, links, results, callbacks and the plugin's page. */
import { createCallbackSender } from '../kit/callbacks'
import type { RunningServer } from '../kit/server'
import { isRecord } from '../kit/shape'
import { createWorkbench, startVendorSimulator } from '../kit/simulator'
import { apiRoutes } from './api'
import { createAttempts } from './attempts'
import { controlRoutes } from './control'
import { createDesk } from './desk'
import { createGate } from './gate'
import { personRoutes } from './plugin'
import { HEADERS, noSuchEndpoint, scriptedFailure } from './protocol'

export interface QiyuesuoSimulatorOptions {
  host: string
  /** 0 takes a free port. */
  port: number
  appToken: string
  appSecret: string
  /** How long a ticket or link may wait to be opened, ms; documented for links only. */
  ticketLifetimeMs?: number
  /** Waits before the three repetitions of an unaccepted callback, ms. */
  retryDelaysMs?: readonly number[]
  /** How long a callback may stay unanswered, ms. */
  callbackTimeoutMs?: number
  /** Unix ms. */
  now?: () => number
}

export type QiyuesuoSimulator = RunningServer

const SECRET_NAMES = [HEADERS.token, HEADERS.signature, 'ticket', 'session', 'authUrl', 'link']

export async function startQiyuesuoSimulator(options: QiyuesuoSimulatorOptions): Promise<QiyuesuoSimulator> {
  const { appToken, appSecret, ticketLifetimeMs = 5 * 60_000, retryDelaysMs = [0, 60_000, 60_000] } = options
  const bench = createWorkbench({ secretNames: SECRET_NAMES, now: options.now })
  const { clock, log, script } = bench
  const callbacks = createCallbackSender(clock, log, {
    retryDelaysMs,
    problemOf,
    timeoutMs: options.callbackTimeoutMs,
  })
  const attempts = createAttempts({ clock, ticketLifetimeMs })
  const desk = createDesk({ attempts, script, callbacks })
  const gate = createGate({ appToken, appSecret, clock })

  return startVendorSimulator({
    bench,
    host: options.host,
    port: options.port,
    routes: [...apiRoutes(desk, attempts), ...personRoutes(desk, attempts)],
    controlRoutes: controlRoutes(desk, attempts),
    guard: request => gate.check(request),
    notFound: ({ method, path }) => noSuchEndpoint(method, path),
    errorAnswer: scriptedFailure,
    reset() {
      callbacks.stop()
      attempts.clear()
      gate.reset()
    },
  })
}

/** Documented: the receiver answers JSON `{"code":0}`; anything else is a failure. */
function problemOf(status: number, body: string): string | undefined {
  if (status < 200 || status > 299) return `answered HTTP ${status}`
  try {
    const parsed: unknown = JSON.parse(body)
    if (isRecord(parsed) && parsed.code === 0) return undefined
  } catch {
    return 'the answer is not JSON; expected {"code":0}'
  }
  return 'the answer is not {"code":0}'
}
