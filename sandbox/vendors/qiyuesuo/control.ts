/** What `/__sandbox/` offers beyond the kit: opening a ticket without a browser, a reviewer's decision, the list. */
import { CONTROL_PREFIX, refuse, withBody } from '../kit/control'
import { json } from '../kit/http'
import { maskContact } from '../kit/mask'
import type { Route } from '../kit/router'
import { checked, object, oneOf, optional, required, text } from '../kit/shape'
import type { Attempts } from './attempts'
import { type Desk, offeredModes } from './desk'
import { openTicket } from './plugin'

const openShape = object({
  ticket: required(text),
  env: required(text),
  page: optional(text),
})

const reviewShape = checked(
  object({
    authId: optional(text),
    contact: optional(text),
    outcome: required(oneOf(['pass', 'fail'])),
  }),
  ({ authId, contact }) =>
    (authId === undefined) === (contact === undefined) ? 'needs authId or contact, one of them' : undefined,
)

export function controlRoutes(desk: Desk, attempts: Attempts): Route[] {
  return [
    {
      method: 'POST',
      path: `${CONTROL_PREFIX}open`,
      kind: 'page',
      handle: request =>
        withBody(request, openShape, ({ ticket, env, page = 'personal-auth' }) => {
          const opened = openTicket(desk, { ticket, env, page })
          if ('problem' in opened) return refuse(opened.problem, 410)
          const { attempt } = opened
          return json({
            session: attempt.session,
            authId: attempt.authId,
            state: attempt.state,
            modes: offeredModes(attempt.request),
          })
        }),
    },
    {
      method: 'POST',
      path: `${CONTROL_PREFIX}review`,
      kind: 'page',
      handle: request =>
        withBody(request, reviewShape, async ({ authId, contact, outcome }) => {
          const attempt =
            authId === undefined ? attempts.reviewingOf(contact ?? '') : attempts.ofAuthId(authId)
          if (!attempt) return refuse('no such attempt', 404)
          if (attempt.state !== 'reviewing') {
            return refuse(`attempt ${attempt.authId} is ${attempt.state}, not reviewing`, 409)
          }
          await desk.decide(attempt, outcome, request.path)
          return json({ authId: attempt.authId, state: attempt.state })
        }),
    },
    {
      method: 'GET',
      path: `${CONTROL_PREFIX}attempts`,
      kind: 'page',
      handle: () =>
        json({
          attempts: attempts
            .recent()
            .map(({ authId, entrance, state, mode, createdAt, openedAt, request }) => ({
              authId,
              entrance,
              state,
              mode: mode ?? null,
              contact: maskContact(request.user.contact),
              createdAt,
              openedAt: openedAt ?? null,
            })),
        }),
    },
  ]
}
