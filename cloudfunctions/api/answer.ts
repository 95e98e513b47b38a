import * as v from 'valibot'
import { type ActionAnswer, type ActionFailure, type ActionName, actions } from '../contract/actions'
import { ActionError, TooOften } from '../domain/errors'
import { type Bounds, isWithin } from '../platform/bounds'
import { ConfigError } from '../platform/config'
import { randomHex } from '../platform/crypto'
import { isRecord } from '../platform/json'
import type { Log } from '../platform/log'
import type { Deps } from '../usecases/kit/deps'
import { fieldPath } from './fieldPath'
import { perform } from './perform'

interface Call {
  event: unknown
  /** As the platform vouches for it; whatever the event claims is ignored. */
  openid: string | null
  dependencies: () => Deps
  log: Log
}

/** WeChat carries 100 KB; the largest a page sends is the ids of a thousand rows. */
const inputBounds: Bounds = { depth: 8, values: 5000, characters: 100 * 1024 }

/** One call from the outside to the inside and back: who, what, is it well-formed, do it, one error policy. */
export async function answer({ event, openid, dependencies, log }: Call): Promise<ActionAnswer<ActionName>> {
  const requestId = randomHex(8)
  const startedAt = Date.now()
  const action = isRecord(event) ? event.action : undefined
  const label = isActionName(action) ? action : 'unknown'
  try {
    if (!isActionName(action)) throw new ActionError('UNKNOWN_ACTION')
    if (openid === null) throw new ActionError('NOT_SIGNED_IN')
    const input = parse(action, isRecord(event) ? event.input : undefined)
    const data = await perform(dependencies(), openid, action, input)
    log.info('action', { action: label, requestId, ms: Date.now() - startedAt, code: 'OK' })
    return { ok: true, data }
  } catch (error) {
    const failure = failureOf(error)
    log.warn('action', {
      action: label,
      requestId,
      ms: Date.now() - startedAt,
      code: failure.code,
      field: failure.field,
      detail: detailOf(error),
    })
    return { ok: false, error: failure, requestId }
  }
}

function isActionName(action: unknown): action is ActionName {
  return typeof action === 'string' && Object.keys(actions).includes(action)
}

function parse(action: ActionName, input: unknown): unknown {
  if (!isWithin(input, inputBounds)) throw new ActionError('INVALID_INPUT', 'input')
  const result = v.safeParse(actions[action].input, input, { abortEarly: true })
  if (result.success) return result.output
  throw new ActionError('INVALID_INPUT', fieldPath(result.issues[0]))
}

/** Expected refusals pass; anything else becomes a fixed answer that tells nothing. */
function failureOf(error: unknown): ActionFailure {
  if (error instanceof ActionError) {
    return {
      code: error.code,
      message: error.message,
      ...(error.field !== undefined && { field: error.field }),
      ...(error instanceof TooOften && { retryAfter: error.retryAfter }),
    }
  }
  const { code, message } = new ActionError(error instanceof ConfigError ? 'NOT_CONFIGURED' : 'INTERNAL')
  return { code, message }
}

/** For operators. A configuration error names its variables; of an unknown error only its name and place are safe. */
function detailOf(error: unknown): string {
  if (error instanceof ActionError) return error.detail ?? ''
  if (error instanceof ConfigError) return error.message
  if (!(error instanceof Error)) return 'not an error'
  const place = error.stack?.split('\n').find(line => /^\s+at /.test(line))
  return `${error.name} ${place?.trim() ?? ''}`
}
