/** What `/__sandbox/` offers beyond the kit: opening a ticket without a browser, reviews, the callbacks' form. */
import { CONTROL_PREFIX, refuse, withBody } from '../kit/control'
import { type Answer, json } from '../kit/http'
import { maskContact } from '../kit/mask'
import type { Route } from '../kit/router'
import { checked, object, oneOf, optional, required, text } from '../kit/shape'
import type { Attempts } from './attempts'
import type { Companies } from './companies'
import type { CompanyDesk } from './company-desk'
import type { Desk } from './desk'
import { callbackModeShape, type Notices } from './notices'
import { type Doors, openTicket } from './plugin'

const openShape = object({
  ticket: required(text),
  env: required(text),
  page: optional(text),
})

const REVIEWED = ['authId', 'contact', 'requestId', 'companyName'] as const
const DECISIONS = ['pass', 'fail', 'basic-pass', 'basic-fail', 'letter-pass', 'letter-fail'] as const

const reviewShape = checked(
  object({
    authId: optional(text),
    contact: optional(text),
    requestId: optional(text),
    companyName: optional(text),
    outcome: required(oneOf(DECISIONS)),
  }),
  given =>
    REVIEWED.filter(key => given[key] !== undefined).length === 1
      ? undefined
      : `needs one of ${REVIEWED.join(', ')}`,
)
type Review = ReturnType<typeof reviewShape>

export interface ControlParts {
  desk: Desk
  attempts: Attempts
  companyDesk: CompanyDesk
  companies: Companies
  notices: Notices
  doors: Doors
}

export function controlRoutes(parts: ControlParts): Route[] {
  const { attempts, notices, doors } = parts
  return [
    {
      method: 'POST',
      path: `${CONTROL_PREFIX}open`,
      kind: 'page',
      handle: request =>
        withBody(request, openShape, ({ ticket, env, page = 'personal-auth' }) => {
          const opened = openTicket(doors, { ticket, env, page })
          return 'problem' in opened ? refuse(opened.problem, 410) : json(opened.visit.summary)
        }),
    },
    {
      method: 'POST',
      path: `${CONTROL_PREFIX}review`,
      kind: 'page',
      handle: request =>
        withBody(request, reviewShape, review =>
          review.authId === undefined && review.contact === undefined
            ? reviewCompany(parts, review, request.path)
            : reviewPerson(parts, review, request.path),
        ),
    },
    {
      method: 'POST',
      path: `${CONTROL_PREFIX}callback-mode`,
      kind: 'page',
      handle: request =>
        withBody(request, callbackModeShape, mode => {
          notices.setMode(mode)
          return json(notices.mode())
        }),
    },
    {
      method: 'GET',
      path: `${CONTROL_PREFIX}callback-mode`,
      kind: 'page',
      handle: () => json(notices.mode()),
    },
    {
      method: 'GET',
      path: `${CONTROL_PREFIX}attempts`,
      kind: 'page',
      handle: () =>
        json({
          attempts: attempts.recent().map(({ authId, pass, state, mode, request }) => ({
            authId,
            entrance: pass.entrance,
            state,
            mode: mode ?? null,
            contact: maskContact(request.user.contact),
            createdAt: pass.createdAt,
            openedAt: pass.openedAt ?? null,
          })),
        }),
    },
  ]
}

async function reviewPerson(
  { desk, attempts }: ControlParts,
  { authId, contact = '', outcome }: Review,
  path: string,
): Promise<Answer> {
  if (outcome !== 'pass' && outcome !== 'fail')
    return refuse('outcome must be one of pass, fail for a person')
  const attempt = authId === undefined ? attempts.reviewingOf(contact) : attempts.ofAuthId(authId)
  if (!attempt) return refuse('no such attempt', 404)
  if (attempt.state !== 'reviewing') {
    return refuse(`attempt ${attempt.authId} is ${attempt.state}, not reviewing`, 409)
  }
  await desk.decide(attempt, outcome, path)
  return json({ authId: attempt.authId, state: attempt.state })
}

async function reviewCompany(
  { companyDesk, companies }: ControlParts,
  { outcome, ...ref }: Review,
  path: string,
): Promise<Answer> {
  const company = companies.find(ref)
  if (!company) return refuse('no such company', 404)
  const done = await companyDesk.decide(company, outcome, path)
  if ('problem' in done) return refuse(done.problem, 409)
  return json({ requestId: company.requestId, state: company.state })
}
