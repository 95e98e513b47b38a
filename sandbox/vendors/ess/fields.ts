/** How JSON of a call becomes typed fields, and what every action takes. */
import type { SandboxRequest } from '../kit/http'
import { parseJsonBody } from '../kit/http'
import {
  checked,
  listOf,
  object,
  oneOf,
  optional,
  type Parse,
  Refusal,
  type RefusalKind,
  required,
  shape,
  text,
} from '../kit/shape'
import { isBase64 } from './files'
import { ID_CARD_TYPES, type IdCardType, isNumberOf } from './identity'
import { ApiFault } from './protocol'

const CODES: Record<RefusalKind, string> = {
  unknown: 'UnknownParameter',
  missing: 'MissingParameter',
  type: 'InvalidParameter',
  value: 'InvalidParameterValue',
}

const SENTENCES: Record<RefusalKind, (place: string, problem: string) => string> = {
  unknown: place => `The parameter \`${place}\` is not recognized.`,
  missing: place => `The request is missing a required parameter \`${place}\`.`,
  type: (place, problem) => `The value type of parameter \`${place}\` is not valid: ${problem}.`,
  value: (place, problem) => `The value of parameter \`${place}\` is not valid: ${problem}.`,
}

/** The body of a call in the given shape, or an ApiFault. */
export function read<T>(request: SandboxRequest, parse: Parse<T>): T {
  const body = parseJsonBody(request)
  if (!body.ok) throw new ApiFault('InvalidParameter', `The request body is not valid: ${body.problem}.`)
  const shaped = shape(parse, body.value)
  if (shaped.ok) return shaped.value
  // The vendor writes list places with dots.
  const place = shaped.place.replace(/\[(\d+)\]/g, '.$1')
  throw new ApiFault(CODES[shaped.kind], SENTENCES[shaped.kind](place, shaped.problem))
}

/** A rule whose breach has a code of its own. */
export function coded<T>(code: string, parse: Parse<T>): Parse<T> {
  return (value, at) => {
    try {
      return parse(value, at)
    } catch (error) {
      const isValue = error instanceof Refusal && error.kind === 'value'
      throw isValue ? new ApiFault(code, error.message) : error
    }
  }
}

/** `OpenId`, `Channel`, `ClientIp` and `ProxyIp` are deprecated; examples still send them. */
const operator = object({
  UserId: required(text),
  OpenId: optional(text),
  Channel: optional(text),
  ClientIp: optional(text),
  ProxyIp: optional(text),
})

/** For a group's parent alone; empty it says nothing. All but `ProxyOrganizationId` are deprecated and without effect. */
const agent = object({
  AppId: optional(text),
  ProxyAppId: optional(text),
  ProxyOrganizationId: optional(text),
  ProxyOperator: optional(text),
})

export const operatorField = { Operator: required(operator) }
export const agentField = { Agent: optional(agent) }

export const idCardType = oneOf(ID_CARD_TYPES)

/** What is wrong with an id number of this type, if it is given. */
export function numberProblem(number: string | undefined, type: IdCardType = 'ID_CARD'): string | undefined {
  if (number === undefined || isNumberOf(type, number)) return undefined
  return `is not a number of ${type}`
}

export const ids = listOf(text)

export function longest(max: number): Parse<string> {
  return checked(text, value => (value.length <= max ? undefined : `must have at most ${max} characters`))
}

/** Given back unchanged in callbacks. */
export function userData(max: number): Parse<string> {
  return checked(longest(max), value => (isBase64(value) ? undefined : 'must be base64'))
}
