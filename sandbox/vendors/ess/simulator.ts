/** 腾讯电子签 (Tencent ESS), strict: batches, organizations and persons with their links, states, callbacks, pages. */
import { createCallbackSender } from '../kit/callbacks'
import { type Answer, json, type SandboxRequest } from '../kit/http'
import type { Route } from '../kit/router'
import type { RunningServer } from '../kit/server'
import { createWorkbench, startVendorSimulator } from '../kit/simulator'
import { batchActions, type RunningShape } from './batch-api'
import { createCaller } from './caller'
import { controlRoutes } from './control'
import { createFlows } from './flows'
import { createGate, type Gate } from './gate'
import { createLinks } from './links'
import { LOG_MASKS, LOG_SECRETS } from './masks'
import { miniProgramRoutes } from './mini-program'
import { createNotices, problemOf, type Saved } from './notices'
import { organizationActions } from './organization-api'
import { createOrganizationDesk } from './organization-desk'
import { createPeople } from './people'
import { personActions } from './person-api'
import { createPersonDesk } from './person-desk'
import { ACTION_HEADER, type Action, ApiFault, createEnvelope, type Envelope, type Fields } from './protocol'
import { createRegistryCheck } from './registry-check'
import { settingsRoutes } from './settings-control'
import { createThrottle, type Throttle } from './throttle'

export interface EssSimulatorOptions {
  host: string
  /** 0 takes a free port. */
  port: number
  secretId: string
  secretKey: string
  /** Of the employee who may call. */
  operatorUserId: string
  /** Taken as saved already; a later one is probed. */
  callbackUrl?: string
  /** Signs callbacks; without it they have no signature. */
  callbackToken?: string
  /** Encrypts callbacks, 32 characters; without it they are plain JSON. */
  callbackKey?: string
  /** Whether the real-name package was bought; default true. */
  realNamePackage?: boolean
  /** How long a batch is worked on, ms of the simulated clock. */
  taskDelayMs?: number
  /** Of each action. */
  requestsPerSecond?: number
  /** Organizations that may be submitted in a day. */
  tasksPerDay?: number
  /** Waits before the repetitions of a callback that was not answered 200, ms. */
  retryDelaysMs?: readonly number[]
  /** How long a callback may stay unanswered, ms. */
  callbackTimeoutMs?: number
  /** Unix ms. */
  now?: () => number
}

export interface EssSimulator extends RunningServer {
  /** Probes the address first; `undefined` forgets the one there was. */
  setCallbackUrl(url: string | undefined): Promise<Saved>
}

/** The vendor's limit of a TC3 call. */
const MAX_BODY_BYTES = 10 * 1024 * 1024
const CALLBACK_KEY_BYTES = 32
const RETRY_DELAYS_MS = [1_000, 10_000, 60_000]

export async function startEssSimulator(options: EssSimulatorOptions): Promise<EssSimulator> {
  const { secretId, secretKey, operatorUserId, callbackKey, realNamePackage = true } = options
  if (callbackKey !== undefined && Buffer.byteLength(callbackKey) !== CALLBACK_KEY_BYTES) {
    throw new Error(`callbackKey must have ${CALLBACK_KEY_BYTES} characters`)
  }
  const bench = createWorkbench({
    secretNames: LOG_SECRETS,
    masks: LOG_MASKS,
    shownText: text => `<${text.length} characters, no JSON>`,
    now: options.now,
  })
  const { clock, log, script } = bench
  const callbacks = createCallbackSender(clock, log, {
    retryDelaysMs: options.retryDelaysMs ?? RETRY_DELAYS_MS,
    problemOf,
    timeoutMs: options.callbackTimeoutMs,
  })
  const notices = createNotices({
    callbacks,
    url: options.callbackUrl,
    token: options.callbackToken,
    key: callbackKey,
  })
  const { requestsPerSecond = 20, tasksPerDay = 8000, taskDelayMs = 3000 } = options
  const throttle = createThrottle({ clock, requestsPerSecond, tasksPerDay })
  const caller = createCaller({ operatorUserId, realNamePackage })
  const settings: { runningShape: RunningShape } = { runningShape: 'empty' }
  const flows = createFlows(clock)
  const links = createLinks(clock)
  const people = createPeople(clock)
  const registry = createRegistryCheck()
  const desk = createOrganizationDesk({ clock, flows, links, script, notices, registry })
  const personDesk = createPersonDesk({ script, notices })
  const envelope = createEnvelope(clock.now)
  const runningShape = () => settings.runningShape

  const server = await startVendorSimulator({
    bench,
    host: options.host,
    port: options.port,
    maxBodyBytes: MAX_BODY_BYTES,
    tooLarge: () => envelope.failure('RequestSizeLimitExceeded', 'The request body is larger than 10 MB.'),
    nameOf: actionName,
    routes: [
      apiRoute({
        gate: createGate({ secretId, secretKey, clock }),
        throttle,
        envelope,
        settle: desk.settleAll,
        actions: {
          ...batchActions({
            caller,
            throttle,
            flows,
            links,
            desk,
            taskDelayMs,
            runningShape,
          }),
          ...organizationActions({ caller, flows, links, desk }),
          ...personActions({ caller, people, links, personDesk }),
        },
      }),
      ...miniProgramRoutes({ flows, links, desk, personDesk }),
    ],
    controlRoutes: [
      ...controlRoutes({ flows, links, people, desk, personDesk }),
      ...settingsRoutes({ registry, notices, throttle, caller, settings }),
    ],
    guard: () => undefined,
    notFound: ({ method, path }) =>
      json({ error: `SANDBOX: ${method} ${path} is not simulated` }, { status: 404, note: 'not simulated' }),
    errorAnswer: envelope.scripted,
    reset() {
      callbacks.stop()
      settings.runningShape = 'empty'
      caller.reset()
      for (const memory of [flows, links, people, registry, desk, throttle]) memory.clear()
    },
  })
  return { ...server, setCallbackUrl: notices.setUrl }
}

interface ApiParts {
  gate: Gate
  throttle: Throttle
  envelope: Envelope
  actions: Record<Action, (request: SandboxRequest) => Fields | Promise<Fields>>
  settle(): void
}

/** One address for all actions. */
function apiRoute({ gate, throttle, envelope, actions, settle }: ApiParts): Route {
  const handle = async (request: SandboxRequest): Promise<Answer> => {
    try {
      const action = gate.check(request)
      throttle.call(action)
      settle()
      return envelope.success(await actions[action](request))
    } catch (error) {
      if (error instanceof ApiFault) return envelope.failure(error.code, error.message)
      throw error
    }
  }
  return { method: 'POST', path: '/', kind: 'api', handle }
}

/** Orders and the log name a call by its action. */
function actionName({ method, path, headers }: SandboxRequest): string | undefined {
  const action = headers[ACTION_HEADER]
  const isCall = method === 'POST' && path === '/' && action !== undefined
  return isCall && /^[A-Za-z]{1,64}$/.test(action) ? `/${action}` : undefined
}
