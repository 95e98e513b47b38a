/** e签宝, strict: persons and organizations by v2 and v3, old invitations, notices, its mini-program and pages. */
import { createCallbackSender } from '../kit/callbacks'
import type { RunningServer } from '../kit/server'
import { createWorkbench, startVendorSimulator } from '../kit/simulator'
import { createAccounts } from './accounts'
import { createAllowList } from './allow-list'
import { controlRoutes } from './control'
import { createDesk } from './desk'
import { createFlows } from './flows'
import { createGate } from './gate'
import { identityApiRoutes } from './identity-api'
import { invitationApiRoutes } from './invitation-api'
import { invitationControlRoutes } from './invitation-control'
import { createInvitations, type Invitation } from './invitations'
import { createNotices } from './notices'
import { pageRoutes } from './page-routes'
import { withoutPersonalData } from './private-log'
import { createProber } from './prober'
import { HEADERS, sandboxRefusal, scriptedFailure } from './protocol'
import { createRateLimit } from './rate-limit'
import { tokenApiRoutes } from './token-api'
import { createTokens } from './tokens'
import { v2ApiRoutes } from './v2-api'
import { v3ApiRoutes } from './v3-api'

export interface EsignSimulatorOptions {
  host: string
  /** 0 takes a free port. */
  port: number
  appId: string
  secret: string
  /** The IP allow-list at the start; every caller is 127.0.0.1, so a list without it answers 403. */
  allowedIps?: readonly string[]
  requestsPerSecond?: number
  /** The console's webhook at the start; none by default. */
  webhookUrl?: string
  /** Whether v2 tells of failures; documented as off unless the vendor's staff turns it on. */
  failureNotices?: boolean
  /** Waits before the repetitions of an unaccepted notice, ms; documented for v2 alone. */
  retryDelaysMs?: { v2?: readonly number[]; v3?: readonly number[] }
  /** How long a notice may stay unanswered, ms. */
  callbackTimeoutMs?: number
  /** Old invitations at the start and after a reset; none by default. */
  invitations?: readonly Invitation[]
  /** Unix ms. */
  now?: () => number
}

export type EsignSimulator = RunningServer

const SECRET_NAMES = [
  HEADERS.signature,
  HEADERS.token,
  'X-Tsign-Open-SIGNATURE',
  'secret',
  'token',
  'refreshToken',
  'session',
  'url',
  'shortLink',
  'authUrl',
  'authShortUrl',
  'ctx',
  'link',
  'verifycode',
  'view',
]

/** Documented: two more attempts, 1 s and 5 s after. */
const V2_RETRIES_MS = [1000, 5000]
/** Documented: at most 16, the waits only in a picture; these are ours. */
const V3_RETRIES_MS = [10, 30, 60, 120, 300, 600, ...Array<number>(10).fill(1800)].map(
  seconds => seconds * 1000,
)
const ANSWER_WITHIN_MS = 5000

export async function startEsignSimulator(options: EsignSimulatorOptions): Promise<EsignSimulator> {
  const { appId, secret, retryDelaysMs = {}, callbackTimeoutMs: timeoutMs = ANSWER_WITHIN_MS } = options
  const workbench = createWorkbench({ secretNames: SECRET_NAMES, now: options.now })
  const bench = { ...workbench, log: withoutPersonalData(workbench.log) }
  const { clock, log, script } = bench
  const senders = {
    v2: createCallbackSender(clock, log, {
      retryDelaysMs: retryDelaysMs.v2 ?? V2_RETRIES_MS,
      problemOf: status => (status === 200 ? undefined : `answered HTTP ${status}, not 200`),
      timeoutMs,
    }),
    v3: createCallbackSender(clock, log, {
      retryDelaysMs: retryDelaysMs.v3 ?? V3_RETRIES_MS,
      problemOf: status => (status >= 200 && status <= 299 ? undefined : `answered HTTP ${status}`),
      timeoutMs,
    }),
  }
  const notices = createNotices({
    clock,
    senders,
    prober: createProber(log),
    appId,
    secret,
    initial: { webhookUrl: options.webhookUrl ?? '', failures: options.failureNotices ?? false },
  })
  const flows = createFlows({ clock, appId })
  const accounts = createAccounts()
  const invitations = createInvitations(options.invitations)
  const tokens = createTokens(clock)
  const allowList = createAllowList(options.allowedIps)
  const rateLimit = createRateLimit(options.requestsPerSecond ?? 50)
  const desk = createDesk({ clock, flows, accounts, script, notices })
  const gate = createGate({ appId, secret, clock, tokens, allowList, rateLimit })

  return startVendorSimulator({
    bench,
    host: options.host,
    port: options.port,
    routes: [
      ...tokenApiRoutes({ tokens, appId, secret }),
      ...v2ApiRoutes({ desk, flows, accounts, appId }),
      ...v3ApiRoutes({ desk, flows, accounts }),
      ...identityApiRoutes(accounts),
      ...invitationApiRoutes(invitations),
      ...pageRoutes({ desk, flows }),
    ],
    controlRoutes: [
      ...controlRoutes({ clock, desk, flows, accounts, notices, allowList }),
      ...invitationControlRoutes(invitations, notices),
    ],
    guard: request => gate.check(request),
    // Documented by its effect alone: an unknown path answers 401 too.
    notFound: ({ method, path }) => sandboxRefusal(`${method} ${path} is not simulated`),
    errorAnswer: scriptedFailure,
    reset() {
      for (const sender of Object.values(senders)) sender.stop()
      for (const memory of [notices, allowList, rateLimit]) memory.reset()
      for (const memory of [flows, accounts, invitations, tokens]) memory.clear()
    },
  })
}
