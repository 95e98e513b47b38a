/** What a page, or a test without one, can order a flow to do. */
import { object, oneOf, optional, required, text } from '../kit/shape'
import { REASON_NAMES } from './reasons'
import { STEP_ACTIONS } from './step'
import { FACT_NAMES, type FactName, ORG_WAY_NAMES, PERSON_WAY_NAMES } from './ways'

const values = object(
  Object.fromEntries(FACT_NAMES.map(name => [name, optional(text)])) as Record<
    FactName,
    ReturnType<typeof optional<string>>
  >,
)

export const actFields = {
  action: required(oneOf([...STEP_ACTIONS, 'pass'])),
  way: optional(oneOf([...PERSON_WAY_NAMES, ...ORG_WAY_NAMES])),
  amount: optional(text),
  reason: optional(oneOf(REASON_NAMES)),
  values: optional(values),
}
