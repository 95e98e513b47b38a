import * as v from 'valibot'
import type { Role } from '../domain/roles'

export const meInput = v.optional(v.strictObject({}), {})
/** The one-time code that set-up printed; it makes its bearer the first owner. */
export const claimInput = v.strictObject({
  code: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64)),
})

/** `null`: not an operator. */
export interface OperatorResult {
  role: Role | null
}
