import Taro from '@tarojs/taro'
import type { ActionAnswer } from '../../cloudfunctions/contract/actions'
import { keyed } from './keys'
import type { ActionInput, ActionName, ActionResults, ErrorCode } from './types'

/** `NETWORK` is ours: the function could not be reached or did not answer. */
export type FailureCode = ErrorCode | 'NETWORK'

/** The only error `callAction` throws. Pages translate `code`; `message` is a Chinese sentence for codes they do not know. */
export class ActionFailureError extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
    /** Path of the input at fault, like `person.idNumber`. */
    readonly field?: string,
    /** s after which it may be tried again. */
    readonly retryAfter?: number,
  ) {
    super(message)
    this.name = 'ActionFailureError'
  }
}

export async function callAction<A extends ActionName>(
  action: A,
  input: ActionInput<A>,
): Promise<ActionResults[A]> {
  const call = keyed(action, input)
  const answer = await send(action, call.input)
  if (answer.ok || !unanswered.includes(answer.error.code)) call.done()
  if (answer.ok) return answer.data
  const { code, message, field, retryAfter } = answer.error
  throw new ActionFailureError(code, message, field, retryAfter)
}

/** After which nobody knows yet whether it was done. */
const unanswered: readonly ErrorCode[] = ['START_IN_PROGRESS', 'BUSY', 'INTERNAL']

export function toFailure(error: unknown): ActionFailureError {
  return error instanceof ActionFailureError ? error : new ActionFailureError('INTERNAL', 'unexpected')
}

export function failedWith(error: unknown, ...codes: readonly FailureCode[]): boolean {
  return codes.includes(toFailure(error).code)
}

/** Nothing of that id is there to see, or it is no id. */
export function isMissing(failure: ActionFailureError | null): boolean {
  return failedWith(failure, 'NOT_FOUND', 'INVALID_INPUT')
}

async function send<A extends ActionName>(action: A, input: ActionInput<A>): Promise<ActionAnswer<A>> {
  let result: unknown
  try {
    ;({ result } = await Taro.cloud.callFunction({ name: 'api', data: { action, input } }))
  } catch {
    throw new ActionFailureError('NETWORK', 'callFunction failed')
  }
  if (!isAnswer<A>(result)) throw new ActionFailureError('NETWORK', 'answer without a body')
  return result
}

/** A function that died or timed out may still answer, with something that is not ours. */
function isAnswer<A extends ActionName>(value: unknown): value is ActionAnswer<A> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false
  if (value.ok === true) return 'data' in value
  return 'error' in value && typeof value.error === 'object' && value.error !== null && 'code' in value.error
}
