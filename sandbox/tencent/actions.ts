import { isRecord } from '../record'

/** Names as the platform's pages and its own manager package send them; whatever is unknown or missing is refused. */
export type Actions = Record<string, (parameters: unknown) => Record<string, unknown>>

export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** The `Response` of an action. */
export function respond(answer: () => Record<string, unknown>): Record<string, unknown> {
  try {
    return answer()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { Error: { Code: error.code, Message: error.message } }
  }
}

export function act(actions: Actions, name: string, parameters: unknown): Record<string, unknown> {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) throw new Refusal('InvalidAction', 'no such action')
  return action(parameters)
}

/** All of `required`, perhaps some of `optional`, and nothing else. */
export function exact(parameters: unknown, required: string[], optional: string[]): Record<string, unknown> {
  if (!isRecord(parameters)) throw new Refusal('InvalidParameter', 'not an object')
  const missing = required.find(name => parameters[name] === undefined)
  if (missing !== undefined) throw new Refusal('MissingParameter', missing)
  const unknown = Object.keys(parameters).find(name => !required.includes(name) && !optional.includes(name))
  if (unknown !== undefined) throw new Refusal('UnknownParameter', unknown)
  return parameters
}
