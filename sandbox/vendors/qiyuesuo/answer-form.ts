/**
 * In which of its two families of codes the vendor answers: older pages have `code`, a number; newer ones have
 * `responseCode`, a text of eight digits, alone. Its error replies were seen with both.
 */

import { isRecord } from '../../record'
import { CONTROL_PREFIX, withBody } from '../kit/control'
import { type Answer, json } from '../kit/http'
import type { Route } from '../kit/router'
import { object, oneOf, required } from '../kit/shape'

const FORMS = ['code', 'responseCode'] as const
type AnswerForm = (typeof FORMS)[number]

const formShape = object({ form: required(oneOf(FORMS)) })

export function createAnswerForm() {
  let form: AnswerForm = 'code'
  const inForm = (answer: Answer) => (form === 'code' ? answer : inLongForm(answer))
  return {
    inForm,
    /** The route, answering in the family that is set. */
    applied: (route: Route): Route =>
      route.kind === 'page'
        ? route
        : { ...route, handle: async (...call) => inForm(await route.handle(...call)) },
    controlRoute: {
      method: 'POST',
      path: `${CONTROL_PREFIX}answer-form`,
      kind: 'page',
      handle: request =>
        withBody(request, formShape, given => {
          form = given.form
          return json({ form })
        }),
    } satisfies Route,
    reset(): void {
      form = 'code'
    },
  }
}

/** A refusal whose long code nobody has seen keeps its short one. */
function inLongForm(answer: Answer): Answer {
  const body: unknown = JSON.parse(String(answer.body))
  if (!isRecord(body)) return answer
  const { code, responseCode, ...rest } = body
  if (code === 0) return { ...answer, body: JSON.stringify({ responseCode: '00000000', ...rest }) }
  return responseCode === undefined ? answer : { ...answer, body: JSON.stringify({ responseCode, ...rest }) }
}
