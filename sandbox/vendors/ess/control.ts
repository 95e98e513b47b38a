/** What `/__sandbox/` offers around organizations, persons and their links. */
import { CONTROL_PREFIX, refuse, withBody } from '../kit/control'
import { json } from '../kit/http'
import { maskContact, maskNumber } from '../kit/mask'
import type { Route } from '../kit/router'
import { checked, listOf, object, oneOf, optional, required, text } from '../kit/shape'
import type { Flow, Flows } from './flows'
import { flowsOf, type Link, type Links } from './links'
import { maskLink, maskPerson } from './masks'
import type { OrganizationDesk } from './organization-desk'
import type { People } from './people'
import { PERSON_ACTIONS, type PersonDesk } from './person-desk'
import { ORGANIZATION_ACTIONS } from './states'

const REFERENCES = ['subTaskId', 'authorizationId', 'organizationName'] as const

const reference = {
  subTaskId: optional(text),
  authorizationId: optional(text),
  organizationName: optional(text),
}
type Reference = { [K in (typeof REFERENCES)[number]]?: string }

const oneReference = (given: Reference) =>
  REFERENCES.filter(key => given[key] !== undefined).length === 1
    ? undefined
    : `needs one of ${REFERENCES.join(', ')}`

const actShape = checked(
  object({
    ...reference,
    personId: optional(text),
    action: required(oneOf([...ORGANIZATION_ACTIONS, ...PERSON_ACTIONS])),
  }),
  given => (given.personId === undefined ? oneReference(given) : undefined),
)

const reassignShape = checked(
  object({ ...reference, adminName: optional(text), adminMobile: optional(text) }),
  oneReference,
)

const expireShape = checked(object({ ...reference, url: optional(text) }), given =>
  given.url === undefined ? oneReference(given) : undefined,
)

const subTaskIdsShape = object({ ids: required(listOf(text)) })

export interface ControlParts {
  flows: Flows
  links: Links
  people: People
  desk: OrganizationDesk
  personDesk: PersonDesk
}

export function controlRoutes(parts: ControlParts): Route[] {
  const { flows, links, people, desk, personDesk } = parts
  const at = (method: Route['method'], path: string, handle: Route['handle']): Route => ({
    method,
    path: CONTROL_PREFIX + path,
    kind: 'page',
    handle: (request, params) => {
      desk.settleAll()
      return handle(request, params)
    },
  })
  return [
    at('GET', 'tasks', () =>
      json({
        tasks: flows.batches().map(({ taskId, method, endpoint, createdAt, readyAt, done, flows: rows }) => ({
          taskId,
          method,
          endpoint,
          createdAt,
          readyAt,
          done,
          rows: rows.map(told),
        })),
      }),
    ),
    at('POST', 'sub-task-ids', request =>
      withBody(request, subTaskIdsShape, ({ ids }) => {
        flows.orderSubTaskIds(ids)
        return json({ ids })
      }),
    ),
    at('GET', 'organizations', () => json({ organizations: flows.all().map(told) })),
    at('GET', 'people', () =>
      json({
        people: people.all().map(({ id, name, idNumber = '', mobile = '', state, createdAt }) => ({
          id,
          name: maskPerson(name),
          idNumber: maskNumber(idNumber),
          mobile: maskContact(mobile),
          state,
          createdAt,
        })),
      }),
    ),
    at('GET', 'links', () =>
      json({
        links: links.recent().map(link => ({
          url: maskLink(link.address),
          kind: link.subject.kind,
          expiresAt: link.expiresAt,
          organizations: flowsOf(link.subject).map(flow => flow.name),
        })),
      }),
    ),
    at('POST', 'act', request =>
      withBody(request, actShape, async ({ action, personId, ...ref }) => {
        if (action === 'verify' || action === 'failPerson') {
          const person = people.all().find(one => one.id === personId)
          if (!person) return refuse('no such person', 404)
          const done = await personDesk.act(person, action, request.path)
          return done.ok ? json({ id: person.id, state: person.state }) : refuse(done.problem, 409)
        }
        const flow = find(flows, ref)
        if (!flow) return refuse('no such organization', 404)
        const done = await desk.act(flow, action, request.path)
        return done.ok ? json(told(flow)) : refuse(done.problem, 409)
      }),
    ),
    at('POST', 'reassign', request =>
      withBody(request, reassignShape, ({ adminName, adminMobile, ...ref }) => {
        const flow = find(flows, ref)
        if (!flow) return refuse('no such organization', 404)
        flow.admin = { ...flow.admin, name: adminName ?? '王改派', mobile: adminMobile ?? '10020033007' }
        return json(told(flow))
      }),
    ),
    at('POST', 'expire', request =>
      withBody(request, expireShape, ({ url, ...ref }) => {
        const flow = url === undefined ? find(flows, ref) : undefined
        const found = links.recent().filter(link => leadsTo(link, url, flow))
        if (found.length === 0) return refuse('no such link', 404)
        found.forEach(links.expire)
        return json({ expired: found.length })
      }),
    ),
  ]
}

/** Of a name the latest flow that is not deleted. */
function find(flows: Flows, { subTaskId, authorizationId, organizationName }: Reference): Flow | undefined {
  if (subTaskId !== undefined) return flows.ofSubTask(subTaskId)
  if (authorizationId !== undefined) return flows.ofAuthorization(authorizationId)
  return [...flows.all()].reverse().find(flow => flow.name === organizationName && !flow.deleted)
}

function leadsTo({ address, subject }: Link, url: string | undefined, flow: Flow | undefined): boolean {
  if (url !== undefined) return url.endsWith(address)
  return flow !== undefined && flowsOf(subject).includes(flow)
}

/** Persons masked. */
function told(flow: Flow) {
  const { subTaskId = null, authorizationId, name, creditCode, status, auditStatus, verified } = flow
  return {
    subTaskId,
    authorizationId,
    organizationName: name,
    creditCode,
    admin: { name: maskPerson(flow.admin.name), mobile: maskContact(flow.admin.mobile ?? '') },
    status,
    auditStatus,
    verified,
    deleted: flow.deleted,
    message: flow.message || flow.reason,
    createdAt: flow.createdAt,
  }
}
