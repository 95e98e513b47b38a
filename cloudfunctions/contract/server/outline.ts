import * as v from 'valibot'
import { outlineKinds, outlineStates } from '../../domain/outline'
import { subjects } from '../../domain/words'
import { momentOrNull } from './shape'

const step = v.strictObject({
  kind: v.picklist(outlineKinds),
  /** As the vendor calls it. */
  rawKind: v.string(),
  state: v.picklist(outlineStates),
})
const flow = {
  subject: v.picklist(subjects),
  state: v.picklist(outlineStates),
  steps: v.array(step),
}

/** null: the vendor draws none, or the flow is not known there yet. */
export const outline = v.strictObject({
  outline: v.nullable(
    v.strictObject({
      ...flow,
      createdAt: momentOrNull,
      changedAt: momentOrNull,
      related: v.array(v.strictObject(flow)),
    }),
  ),
})
export type OutlineResource = v.InferOutput<typeof outline>
