/** The parameters of the vendor's endpoints, in or out of shape. */
import { type Answer, parseJsonBody, type SandboxRequest } from '../kit/http'
import { type Parse, type Shaped, shape } from '../kit/shape'
import { CODES, failure, sandboxRefusal } from './protocol'

type Handle<T> = (value: T) => Answer | Promise<Answer>

export function withParameters<T>(
  request: SandboxRequest,
  parse: Parse<T>,
  handle: Handle<T>,
): Answer | Promise<Answer> {
  const body = parseJsonBody(request)
  if (!body.ok) return sandboxRefusal(body.problem)
  return handleShaped(shape(parse, body.value), handle)
}

export function withQuery<T>(
  request: SandboxRequest,
  parse: Parse<T>,
  handle: Handle<T>,
): Answer | Promise<Answer> {
  return handleShaped(shape(parse, Object.fromEntries(request.query)), handle)
}

export function handleShaped<T>(shaped: Shaped<T>, handle: Handle<T>): Answer | Promise<Answer> {
  return shaped.ok ? handle(shaped.value) : failure(CODES.invalidParam, shaped.problem)
}
