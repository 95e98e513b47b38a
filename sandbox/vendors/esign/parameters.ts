/** The parameters of the vendor's endpoints, in or out of shape, with the codes of the endpoint's family. */
import { type Answer, parseJsonBody, type SandboxRequest } from '../kit/http'
import { type Parse, Refusal } from '../kit/shape'
import { CODES, type Code, failure } from './protocol'
import { IllegalCharacters, WrongForm } from './values'

export interface FamilyCodes {
  missing: Code
  bad: Code
  form: Code
  characters: Code
}

export const V2_CODES: FamilyCodes = {
  missing: CODES.missing,
  bad: CODES.bad,
  form: CODES.bad,
  characters: CODES.characters,
}

export const V3_CODES: FamilyCodes = {
  missing: CODES.v3Missing,
  bad: CODES.v3Bad,
  form: CODES.v3Format,
  characters: CODES.v3Format,
}

export const LEGACY_CODES: FamilyCodes = {
  missing: CODES.invitations,
  bad: CODES.invitations,
  form: CODES.invitations,
  characters: CODES.invitations,
}

type Handle<T> = (value: T) => Answer | Promise<Answer>

export function withParameters<T>(
  request: SandboxRequest,
  codes: FamilyCodes,
  parse: Parse<T>,
  handle: Handle<T>,
): Answer | Promise<Answer> {
  const body = parseJsonBody(request)
  return body.ok ? handleShaped(body.value, codes, parse, handle) : failure(codes.bad, body.problem)
}

export function withQuery<T>(
  request: SandboxRequest,
  codes: FamilyCodes,
  parse: Parse<T>,
  handle: Handle<T>,
): Answer | Promise<Answer> {
  // Documented for signing: a key may stand without a value; it counts as left out.
  const given = [...request.query].filter(([, value]) => value !== '')
  return handleShaped(Object.fromEntries(given), codes, parse, handle)
}

function handleShaped<T>(
  given: unknown,
  codes: FamilyCodes,
  parse: Parse<T>,
  handle: Handle<T>,
): Answer | Promise<Answer> {
  let value: T
  try {
    value = parse(given, '')
  } catch (error) {
    if (error instanceof Refusal) return failure(codeOf(error, codes), error.message)
    throw error
  }
  return handle(value)
}

function codeOf(refusal: Refusal, codes: FamilyCodes): Code {
  if (refusal instanceof IllegalCharacters) return codes.characters
  if (refusal instanceof WrongForm) return codes.form
  // The kit's own sentence for a key that was left out.
  return / is required$/.test(refusal.message) ? codes.missing : codes.bad
}
