/** 契约锁, strict: persons, companies and contracts with their tokens, links, results, callbacks and pages. */

import { isRecord } from '../../record'
import { createCallbackSender } from '../kit/callbacks'
import { answerPage } from '../kit/page'
import type { Route } from '../kit/router'
import type { RunningServer } from '../kit/server'
import { createWorkbench, startVendorSimulator } from '../kit/simulator'
import { createAnswerForm } from './answer-form'
import { createAttempts } from './attempts'
import { createCompanies } from './companies'
import { companyApiRoutes } from './company-api'
import { companyControlRoutes } from './company-control'
import { createCompanyDesk } from './company-desk'
import { companyActRoute, companyDoor } from './company-page'
import { contractApiRoutes } from './contract-api'
import { contractControlRoutes } from './contract-control'
import { createContractDesk } from './contract-desk'
import { contractActRoute, contractDoor } from './contract-page'
import { createContracts } from './contracts'
import { controlRoutes } from './control'
import { createDesk } from './desk'
import { createGate } from './gate'
import { type CallbackMode, createNotices } from './notices'
import { indexPage } from './pages/index-page'
import { createPasses } from './passes'
import { personApiRoutes } from './person-api'
import { personActRoute, personDoor } from './person-page'
import { type Doors, pageRoutes } from './plugin'
import { HEADERS, healthRoute, noSuchEndpoint, scriptedFailure } from './protocol'

export interface QiyuesuoSimulatorOptions {
  host: string
  /** 0 takes a free port. */
  port: number
  appToken: string
  appSecret: string
  /** Key of signed and encrypted callbacks, 16 characters; default `sandbox-callback`. */
  callbackSecretKey?: string
  /** Of callbacks until a control call changes it; default `plain`. */
  callbackMode?: CallbackMode['mode']
  /** How long a ticket or link may wait to be opened, ms; documented for links of persons only. */
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
  const secretKey = options.callbackSecretKey ?? 'sandbox-callback'
  if (Buffer.byteLength(secretKey) !== 16) throw new Error('callbackSecretKey must have 16 characters')
  const bench = createWorkbench({ secretNames: SECRET_NAMES, now: options.now })
  const { clock, log, script } = bench
  const callbacks = createCallbackSender(clock, log, {
    retryDelaysMs,
    problemOf,
    timeoutMs: options.callbackTimeoutMs,
  })
  const notices = createNotices({ clock, callbacks, secretKey, callbackMode: options.callbackMode })
  const passes = createPasses({ clock, lifetimeMs: ticketLifetimeMs })
  const attempts = createAttempts(passes)
  const desk = createDesk({ attempts, script, notices })
  const companies = createCompanies({ clock, passes })
  const companyDesk = createCompanyDesk({ companies, script, notices })
  const contracts = createContracts(passes)
  const contractDesk = createContractDesk({ contracts, script })
  const doors: Doors = {
    'personal-auth': personDoor(desk),
    'enterprise-auth': companyDoor(companyDesk),
    doc: contractDoor(contractDesk),
  }
  const answerForm = createAnswerForm()
  const gate = createGate({ appToken, appSecret, clock })

  const routes: Route[] = [
    healthRoute,
    ...personApiRoutes(desk, attempts),
    ...companyApiRoutes(companyDesk, companies),
    ...contractApiRoutes(contractDesk, contracts),
    ...pageRoutes(doors),
    personActRoute(desk),
    companyActRoute(companyDesk),
    contractActRoute(contractDesk),
    {
      method: 'GET',
      path: '/',
      kind: 'page',
      handle: () =>
        answerPage(
          indexPage({
            attempts: attempts.recent(),
            companies: companies.recent(),
            contracts: contracts.all(),
          }),
        ),
    },
  ]

  return startVendorSimulator({
    bench,
    host: options.host,
    port: options.port,
    routes: routes.map(answerForm.applied),
    controlRoutes: [
      answerForm.controlRoute,
      ...controlRoutes({ desk, attempts, companyDesk, companies, notices, doors }),
      ...companyControlRoutes(companyDesk, companies),
      ...contractControlRoutes(contracts),
    ],
    guard: request => {
      const refusal = gate.check(request)
      return refusal && answerForm.inForm(refusal)
    },
    notFound: ({ method, path }) => noSuchEndpoint(method, path),
    errorAnswer: scriptedFailure,
    reset() {
      callbacks.stop()
      for (const memory of [notices, gate, answerForm]) memory.reset()
      for (const memory of [passes, attempts, companies, contracts]) memory.clear()
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
