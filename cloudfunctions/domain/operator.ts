import type { Role } from './roles'

export interface OperatorRow {
  /** `o_` + digest of the openid. */
  _id: string
  version: number
  role: Role
  label: string
  at: number
}

/** When the set-up code ends: whoever has typed it keeps it, and it makes nobody else an owner. */
export const neverEnds = 0

/** A one-time code that makes somebody an operator: of an invitation, or of the settings (`setup:`). */
export interface OperatorCode {
  /** Keyed digest of the code, which itself is kept nowhere. */
  _id: string
  version: number
  role: Role
  label: string
  /** ms since the epoch; `neverEnds` of the set-up code. */
  expiresAt: number
  /** Key of the operator who typed it first. */
  takenBy: string | null
  /** That operator was appointed. */
  used: boolean
}
