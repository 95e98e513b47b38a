/** One vendor simulator: listens, lets the script interfere, guards, routes, answers and records. */
import { isUtf8 } from 'node:buffer'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type Clock, createClock } from './clock'
import { CONTROL_PREFIX, createControl } from './control'
import { type Answer, json, MAX_BODY_BYTES, parseFormBody, readRequest, type SandboxRequest } from './http'
import { isMultipart, parseMultipart, UploadedFile } from './multipart'
import { sendPoisoned } from './poison'
import { createRouter, type Match, type Route } from './router'
import { createScript, type RequestPlan, type Script, type ScriptedError } from './script'
import { type RunningServer, startServer } from './server'
import { createTrafficLog, type Mask, maskSecret, type TrafficLog } from './traffic-log'

export interface Workbench {
  clock: Clock
  log: TrafficLog
  script: Script
  secretNames: readonly string[]
  shownText: Mask
}

export interface WorkbenchOptions {
  /** Headers, query and path parameters, and JSON keys that the log cuts to four characters. */
  secretNames: readonly string[]
  /** Names of values that the log shows in another way. */
  masks?: Readonly<Record<string, Mask>>
  /** How the log shows a body that is no JSON; default its first 2,000 characters. */
  shownText?: Mask
  now?: () => number
}

export function createWorkbench({ secretNames, masks, shownText, now }: WorkbenchOptions): Workbench {
  const cut = Object.fromEntries(secretNames.map(name => [name, maskSecret]))
  return {
    clock: createClock(now),
    log: createTrafficLog({ ...cut, ...masks }),
    script: createScript(),
    secretNames,
    shownText: shownText ?? (text => text.slice(0, SHOWN_TEXT)),
  }
}

export interface VendorSimulatorOptions {
  bench: Workbench
  host: string
  /** 0 takes a free port. */
  port: number
  routes: readonly Route[]
  /** Further routes under `/__sandbox/`. */
  controlRoutes: readonly Route[]
  /** What orders and the log call a request where one path serves many calls; default its path. */
  nameOf?(request: SandboxRequest): string | undefined
  /** Default 8 MB. */
  maxBodyBytes?: number
  /** The vendor's own refusal of a body that is larger; default HTTP 413. */
  tooLarge?(): Answer
  /** Refuses a call of the vendor's interface before it is routed. */
  guard(request: SandboxRequest): Answer | undefined
  /** Answers what no route answers; the guard has passed. */
  notFound(request: SandboxRequest): Answer
  /** The vendor's own form of a scripted error. */
  errorAnswer(error: ScriptedError): Answer
  /** Forgets the vendor's state; the kit forgets its own. */
  reset(): void
}

const SHOWN_TEXT = 2000

const GARBAGE: Answer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<html><body>502 Bad Gateway</body></html>',
}

export async function startVendorSimulator(options: VendorSimulatorOptions): Promise<RunningServer> {
  const { bench } = options
  const router = createRouter(options.routes)
  const reset = () => {
    bench.clock.clear()
    bench.clock.move(0)
    bench.script.clear()
    options.reset()
    bench.log.clear()
  }
  const control = createControl({ ...bench, reset, more: options.controlRoutes })

  const process = async (request: SandboxRequest, match: Match | undefined): Promise<Answer> => {
    try {
      const refusal = match?.route.kind === 'page' ? undefined : options.guard(request)
      if (refusal) return refusal
      return (await match?.route.handle(request, match.params)) ?? options.notFound(request)
    } catch (error) {
      const note = `SANDBOX: bug in the simulator: ${error instanceof Error ? error.message : String(error)}`
      return json({ code: 500, message: note }, { status: 500, note })
    }
  }

  const serve = async (message: IncomingMessage, response: ServerResponse, serverUrl: string) => {
    const startedAt = performance.now()
    const request = await readRequest(message, serverUrl, options.maxBodyBytes ?? MAX_BODY_BYTES)
    if (request.path.startsWith(CONTROL_PREFIX)) return send(response, await control(request))

    const match = router.match(request.method, request.path)
    const name = options.nameOf?.(request)
    const plan = bench.script.takeForRequest(name ?? request.path, match?.route.kind !== 'page') ?? {}
    const record = (
      answer: Answer | undefined,
      scripted: string | undefined,
      status = answer?.status ?? null,
    ) =>
      bench.log.add({
        at: new Date().toISOString(),
        direction: 'in',
        method: request.method,
        path: name ?? shownPath(request.path, match, bench.secretNames),
        query: Object.fromEntries(request.query),
        headers: request.headers,
        body: shownBody(request, bench.shownText),
        status,
        answer: answer ? shownAnswer(answer) : null,
        ms: Math.round(performance.now() - startedAt),
        note: [scripted, answer?.note].filter(Boolean).join('; ') || null,
      })

    if (plan.hang) return record(undefined, 'script: never answered')
    if (plan.drop === 'before') {
      message.socket.destroy()
      return record(undefined, 'script: dropped before it was processed')
    }
    const answer = await (scriptedAnswer(plan, options) ?? process(request, match))
    const latencyMs = plan.latencyMs
    if (latencyMs) await wait(latencyMs, undefined, { ref: false })
    if (plan.drop === 'after') {
      message.socket.destroy()
      return record(answer, 'script: processed, then dropped unanswered', null)
    }
    record(answer, describe(plan))
    if (plan.poison) sendPoisoned(response, answer, plan.poison)
    else send(response, answer)
  }

  const server = await startServer({
    host: options.host,
    port: options.port,
    handle: (message, response, url) => {
      serve(message, response, url).catch((error: unknown) => {
        if (!(error instanceof RangeError)) message.socket.destroy()
        else send(response, options.tooLarge?.() ?? json({ error: error.message }, { status: 413 }))
      })
    },
  })
  return {
    ...server,
    close: async () => {
      reset()
      await server.close()
    },
  }
}

function scriptedAnswer(plan: RequestPlan, options: VendorSimulatorOptions): Answer | undefined {
  if (plan.garbage) return GARBAGE
  return plan.error ? options.errorAnswer(plan.error) : undefined
}

function describe(plan: RequestPlan): string | undefined {
  const done = [
    plan.garbage && 'garbage instead of an answer',
    plan.error && 'error without processing',
    plan.poison && `processed, then a poisoned answer: ${plan.poison}`,
    plan.latencyMs && `answered ${plan.latencyMs} ms late`,
  ].filter(Boolean)
  return done.length > 0 ? `script: ${done.join(', ')}` : undefined
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, answer.headers)
  response.end(answer.body)
}

function shownPath(path: string, match: Match | undefined, secretNames: readonly string[]): string {
  const secrets = Object.entries(match?.params ?? {}).filter(([name]) => secretNames.includes(name))
  return secrets.reduce((shown, [, value]) => shown.replace(value, maskSecret(value)), path)
}

function shownBody(request: SandboxRequest, shownText: Mask): unknown {
  const { rawBody } = request
  if (rawBody.length === 0) return null
  const type = request.headers['content-type'] ?? ''
  if (isMultipart(type)) return shownForm(type, rawBody)
  if (type.startsWith('application/x-www-form-urlencoded')) return parseFormBody(rawBody)
  return isUtf8(rawBody) ? jsonOrText(rawBody.toString('utf8'), shownText) : `<${rawBody.length} bytes>`
}

/** Of a file the log keeps its name, size and type, never its bytes. */
function shownForm(type: string, rawBody: Buffer): unknown {
  const form = parseMultipart(type, rawBody)
  if (!form.ok) return `<multipart, ${rawBody.length} bytes>`
  return Object.fromEntries(
    Object.entries(form.parts).map(([name, part]) => [
      name,
      part instanceof UploadedFile
        ? { file: part.filename, size: part.bytes.length, type: part.type }
        : part.slice(0, SHOWN_TEXT),
    ]),
  )
}

function shownAnswer(answer: Answer): unknown {
  if (typeof answer.body !== 'string') return `<${answer.body.length} bytes>`
  if (answer.headers['content-type']?.startsWith('text/html'))
    return `<page, ${answer.body.length} characters>`
  return jsonOrText(answer.body, text => text.slice(0, SHOWN_TEXT))
}

function jsonOrText(body: string, shownText: Mask): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return shownText(body)
  }
}
