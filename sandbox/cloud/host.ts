import { randomBytes, randomUUID } from 'node:crypto'
import { type CallOrigin, callEnvironment, instanceEnvironment, type Platform } from './environment'
import { InvocationError } from './errors'
import { defaultTimeoutSeconds } from './limits'
import { createPool, type Pool } from './pool'
import type { CloudTraffic, FunctionDeclaration, FunctionLog } from './types'

/** Runs cloud functions and knows, for every request to the gateway, which running call it belongs to. */
export interface Host {
  has(functionName: string): boolean
  /** The JSON text of the result. `resultLimit` in bytes. Throws an InvocationError. */
  invoke(invocation: Invocation): Promise<string>
  /** Who sent a gateway request; undefined for a session that belongs to no instance. */
  callerOf(sessionToken: unknown, apiToken: unknown): GatewayCaller | undefined
  reload(): void
  close(): Promise<void>
}

export interface Invocation {
  functionName: string
  /** JSON text. */
  event: string
  /** For the traffic log. */
  action?: string
  origin: CallOrigin
  resultLimit: number
}

export interface GatewayCaller {
  functionName: string
  origin: CallOrigin
  /** Whether the call carries the token that opens openapi. */
  mayUseOpenapi: boolean
}

export interface HostOptions {
  functions: readonly FunctionDeclaration[]
  functionsDir: string
  platform: Platform
  env: Readonly<Record<string, string>>
  concurrency: number
  onLog: (entry: FunctionLog) => void
  onTraffic: (entry: CloudTraffic) => void
  contents: boolean
}

/** Origins that WeChat vouches for; the others get no openapi token. */
const trusted: Record<CallOrigin['trigger'], (origin: CallOrigin) => boolean> = {
  client: origin => origin.openid !== undefined,
  timer: () => true,
  http: () => false,
  function: origin => origin.openid !== undefined,
}

export function createHost(options: HostOptions): Host {
  const { platform } = options
  const current = new Map<string, { functionName: string; origin: CallOrigin }>()
  const pools = new Map<string, { pool: Pool; timeoutSeconds: number }>()
  for (const { name, timeoutSeconds = defaultTimeoutSeconds } of options.functions) {
    const pool = createPool({
      functionName: name,
      functionsDir: options.functionsDir,
      timeoutSeconds,
      size: options.concurrency,
      environment: token => instanceEnvironment(platform, options.env, token),
      createToken: () => randomBytes(24).toString('hex'),
      onLog: options.onLog,
    })
    pools.set(name, { pool, timeoutSeconds })
  }

  const run = async ({ functionName, event, origin, resultLimit }: Invocation): Promise<string> => {
    const found = pools.get(functionName)
    if (!found) throw new InvocationError('unknownFunction', `FunctionName ${functionName} does not exist`)
    const withToken = trusted[origin.trigger](origin) ? { ...origin, apiToken: randomUUID() } : origin
    let instanceToken = ''
    try {
      const json = await found.pool.run(token => {
        instanceToken = token
        current.set(token, { functionName, origin: withToken })
        return {
          event,
          context: contextOf(functionName, platform, found.timeoutSeconds),
          env: callEnvironment(platform, withToken),
        }
      })
      if (Buffer.byteLength(json) <= resultLimit) return json
      throw new InvocationError('resultTooLarge', `the result is larger than ${resultLimit} bytes`)
    } finally {
      current.delete(instanceToken)
    }
  }

  return {
    has: functionName => pools.has(functionName),
    invoke: invocation => observed(invocation, run, options),
    callerOf: (sessionToken, apiToken) => {
      const call = typeof sessionToken === 'string' ? current.get(sessionToken) : undefined
      if (!call) return undefined
      const expected = call.origin.apiToken
      return { ...call, mayUseOpenapi: expected !== undefined && expected === apiToken }
    },
    reload: () => {
      for (const { pool } of pools.values()) pool.reload()
    },
    close: async () => {
      await Promise.all([...pools.values()].map(({ pool }) => pool.close()))
    },
  }
}

async function observed(
  invocation: Invocation,
  run: (invocation: Invocation) => Promise<string>,
  { onTraffic, contents }: Pick<HostOptions, 'onTraffic' | 'contents'>,
): Promise<string> {
  const startedAt = performance.now()
  const shown = contents && invocation.origin.trigger === 'client'
  const report = (outcome: { ok: boolean; errorCode?: number | string; answer?: string }) =>
    onTraffic({
      function: invocation.functionName,
      trigger: invocation.origin.trigger,
      ...(invocation.action === undefined ? {} : { action: invocation.action }),
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
      ...(shown && { event: invocation.event }),
      ...outcome,
    })
  try {
    const json = await run(invocation)
    report({ ok: true, ...(shown && { answer: json }) })
    return json
  } catch (error) {
    report({ ok: false, errorCode: error instanceof InvocationError ? error.errCode : -501001 })
    throw error
  }
}

/** The second argument of `main`, as far as functions have a use for it. */
function contextOf(
  functionName: string,
  platform: Platform,
  timeoutSeconds: number,
): Record<string, unknown> {
  return {
    request_id: randomUUID(),
    function_name: functionName,
    function_version: '$LATEST',
    namespace: platform.envId,
    memory_limit_in_mb: 256,
    time_limit_in_ms: timeoutSeconds * 1000,
  }
}
