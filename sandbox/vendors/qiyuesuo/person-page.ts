/** The page `personal-auth`: how it opens, and the call it makes. */
import { refuse, withBody } from '../kit/control'
import { json } from '../kit/http'
import type { Route } from '../kit/router'
import { object, oneOf, optional, required, text } from '../kit/shape'
import { PERSON_OUTCOMES } from './attempts'
import { type Desk, offeredModes } from './desk'
import { MODES } from './fields'
import { personPage } from './pages/person-page'
import type { Door } from './plugin'

const actShape = object({
  session: required(text),
  action: required(oneOf(PERSON_OUTCOMES)),
  mode: required(oneOf(MODES)),
  name: optional(text),
  idNumber: optional(text),
  bankNo: optional(text),
  bankMobile: optional(text),
})

export function personDoor(desk: Desk): Door {
  return (entrance, secret, path) => {
    const attempt = desk.open(entrance, secret, path)
    if (typeof attempt === 'string') return attempt
    const { authId, state, pass, request } = attempt
    return {
      render: options => personPage(attempt, options),
      summary: { session: pass.session, authId, state, modes: offeredModes(request) },
      note: `attempt ${authId}`,
    }
  }
}

export function personActRoute(desk: Desk): Route {
  return {
    method: 'POST',
    path: '/plugin/act',
    kind: 'page',
    handle: request =>
      withBody(request, actShape, async act => {
        const done = await desk.act(act, request.path)
        if ('problem' in done) return refuse(done.problem, 409)
        return json({ authId: done.attempt.authId, state: done.attempt.state })
      }),
  }
}
