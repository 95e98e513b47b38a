import * as v from 'valibot'
import type { Outline } from '../domain/outline'
import { verificationId } from './verification'

export const outlineInput = v.strictObject({ id: verificationId })

/** null: the vendor draws none, or the flow is not known there yet. */
export interface OutlineResult {
  outline: Outline | null
}
