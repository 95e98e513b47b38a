/** The vendor's mini program and browser pages: which page an address leads to, and what its buttons do. */
import { qrImage } from '../../cloud/qr-image'
import { refuse, withBody } from '../kit/control'
import { type Answer, json, type SandboxRequest } from '../kit/http'
import { answerPage } from '../kit/page'
import type { Route } from '../kit/router'
import { object, oneOf, optional, required, text } from '../kit/shape'
import { givenOut } from './addresses'
import { type Flow, type Flows, isUnfinished } from './flows'
import { flowsOf, type Link, type Links } from './links'
import type { Done, OrganizationDesk } from './organization-desk'
import { entryOf, viewOf } from './page-views'
import { indexPage, miniProgramShell, showPage } from './pages'
import { MINI_APP_ID } from './person-api'
import { PERSON_ACTIONS, type PersonDesk } from './person-desk'
import { ORGANIZATION_ACTIONS } from './states'
import type { EssPageView } from './views'

export interface MiniProgramParts {
  flows: Flows
  links: Links
  desk: OrganizationDesk
  personDesk: PersonDesk
}

export const pageActions = oneOf([...ORGANIZATION_ACTIONS, 'passAll', ...PERSON_ACTIONS])
export type PageAction = ReturnType<typeof pageActions>

const actShape = object({ session: required(text), key: optional(text), action: required(pageActions) })

const GONE = { unknown: 404, expired: 410, wrongEnvironment: 403 } as const
const IMAGE_WIDTH = 360
const SHOWN_LINKS = 30

export function miniProgramRoutes(parts: MiniProgramParts): Route[] {
  const { links, flows, desk } = parts
  const get = (path: string, handle: Route['handle']): Route => ({
    method: 'GET',
    path,
    kind: 'page',
    handle: (request, params) => {
      desk.settleAll()
      return handle(request, params)
    },
  })
  const web = (path: string) =>
    get(path, request => show(viewOf(links, links.find('web', writtenAs(request))), false))

  return [
    get('/', ({ serverUrl }) =>
      answerPage(
        indexPage({
          organizations: flows
            .all()
            .filter(flow => !flow.deleted)
            .map(entryOf),
          links: links
            .recent()
            .slice(0, SHOWN_LINKS)
            .map(link => ({
              url: givenOut(link, serverUrl),
              kind: link.subject.kind,
              expiresAt: link.expiresAt ?? 0,
            })),
        }),
      ),
    ),
    get('/mini-program', () => answerPage(miniProgramShell())),
    get('/mini-program/show', ({ query }) => {
      const isRight = query.get('appId') === MINI_APP_ID && query.get('envVersion') === 'release'
      const link = links.find('app', query.get('path') ?? '')
      return show(isRight ? viewOf(links, link) : { kind: 'gone', reason: 'wrongEnvironment' }, true)
    }),
    web('/cdn/h5-activity-dev/jump-mp.html'),
    web('/console/batch-register'),
    web('/console/register'),
    web('/console/update-auth-file'),
    web('/guide'),
    get('/s/:shortCode', ({ path }) => show(viewOf(links, links.find('short', path)), false)),
    get('/imgs/qrcode_urls/:folder/:file', ({ path, serverUrl }) => {
      const link = links.find('image', path)
      const pictured = links.picturedBy(path)
      if (!link || pictured === undefined || links.isOver(link)) return refuse('no such picture', 404)
      return {
        status: 200,
        headers: { 'content-type': 'image/png' },
        body: qrImage(serverUrl + pictured, IMAGE_WIDTH),
      }
    }),
    {
      method: 'POST',
      path: '/mini-program/act',
      kind: 'page',
      handle: request =>
        withBody(request, actShape, async ({ session, key, action }) => {
          const link = links.ofSession(session)
          if (!link) return refuse('this session is unknown', 404)
          if (links.isOver(link)) return refuse('this link has expired', 410)
          const done = await actOn(parts, link, { key, action, path: request.path })
          return done.ok ? json({ ok: true }) : refuse(done.problem, 409)
        }),
    },
  ]
}

async function actOn(
  { desk, personDesk }: MiniProgramParts,
  { subject }: Link,
  { key, action, path }: { key?: string; action: PageAction; path: string },
): Promise<Done> {
  if (action === 'verify' || action === 'failPerson') {
    if (subject.kind !== 'person') return { ok: false, problem: `${action} is for a person's page` }
    return personDesk.act(subject.person, action, path)
  }
  const all = flowsOf(subject)
  if (action === 'passAll') return passAll(desk, all, path)
  const flow = key === undefined && all.length === 1 ? all[0] : all.find(one => one.key === key)
  return flow ? desk.act(flow, action, path) : { ok: false, problem: 'this page has no such organization' }
}

/** What is left to pass; refused when nothing is. */
async function passAll(desk: OrganizationDesk, all: readonly Flow[], path: string): Promise<Done> {
  const open = all.filter(isUnfinished)
  if (open.length === 0) return { ok: false, problem: 'no organization is left to pass' }
  for (const flow of open) {
    const done = await desk.act(flow, 'pass', path)
    if (!done.ok) return done
  }
  return { ok: true }
}

/** Path and query as they were given out: not encoded. */
function writtenAs({ path, query }: SandboxRequest): string {
  const pairs = [...query].map(([name, value]) => `${name}=${value}`)
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path
}

function show(view: EssPageView, inMiniProgram: boolean): Answer {
  const rendered = showPage(view, { inMiniProgram })
  return view.kind === 'gone'
    ? answerPage(rendered, { status: GONE[view.reason], note: `the link is ${view.reason}` })
    : answerPage(rendered)
}
