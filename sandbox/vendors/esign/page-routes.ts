/** Every way in to a flow's page, and the call it makes. */
import { refuse, withBody } from '../kit/control'
import { type Answer, json, page } from '../kit/http'
import { answerPage } from '../kit/page'
import type { Route } from '../kit/router'
import { object, required, text } from '../kit/shape'
import { actFields } from './act-fields'
import type { Acted, Desk } from './desk'
import { enter, enterShape, type Notice } from './entering'
import type { Flow, Flows, Visit } from './flows'
import { LONG_PARAMETERS, LONG_PATHS, longUrl } from './links'
import { flowView } from './pages/flow-view'
import { indexPage } from './pages/index-page'
import { h5Page, noticePage, noticeView, shellPage } from './pages/shell'

const sessionShape = object({ session: required(text) })
const pageActShape = object({ session: required(text), ...actFields })

const DEAD_LINK: Notice = { title: '链接已失效', detail: '链接自发起之日起 30 天内有效，请返回后重新发起。' }
const EXPIRED: Notice = { title: '流程已过有效期', detail: '请返回后重新发起认证。' }

export function pageRoutes(options: { desk: Desk; flows: Flows }): Route[] {
  const { desk, flows } = options

  const open = (visit: Visit, path: string): string => {
    desk.opened(visit.flow, path)
    return flows.open(visit)
  }

  const long = (family: Flow['family']): Route => ({
    method: 'GET',
    path: LONG_PATHS[family],
    kind: 'page',
    handle: ({ query, path }) => {
      const cut = LONG_PARAMETERS[family].find(name => !query.get(name))
      // Seen by users of web-views that hand on a link without encoding it.
      if (cut) return page('', { note: `a cut link, without ${cut}: a blank page` })
      const flow = flows.of(query.get(LONG_PARAMETERS[family][0]) ?? '', family)
      const isRight =
        flow?.appId === query.get('appId') && (family === 'v3' || flow?.context === query.get('ctx'))
      // Documented: v3's long link ends after 30 days, v2's never does.
      if (!flow || !isRight || (family === 'v3' && flows.linkIsOver(flow))) {
        return answerPage(noticePage(DEAD_LINK), { note: 'a dead link' })
      }
      if (flow.expired) return answerPage(noticePage(EXPIRED), { note: `flow ${flow.id} has expired` })
      const visit: Visit = { flow, entrance: 'h5' }
      const session = open(visit, path)
      return answerPage(h5Page(session, flowView(visit)), { note: `flow ${flow.id}` })
    },
  })

  return [
    long('v2'),
    long('v3'),
    {
      method: 'GET',
      path: '/t/:link',
      kind: 'page',
      handle: ({ serverUrl }, { link = '' }) => {
        const flow = flows.ofCode(link)
        if (!flow || flows.linkIsOver(flow))
          return answerPage(noticePage(DEAD_LINK), { note: 'a dead short link' })
        return {
          status: 302,
          headers: { location: longUrl(flow, serverUrl) },
          body: '',
          note: `flow ${flow.id}`,
        }
      },
    },
    { method: 'GET', path: '/mini-program', kind: 'page', handle: () => answerPage(shellPage()) },
    {
      method: 'POST',
      path: '/mini-program/enter',
      kind: 'page',
      handle: request =>
        withBody(request, enterShape, given => {
          const entered = enter(given, flows)
          if ('problem' in entered)
            return json({ view: noticeView(entered.notice).markup }, { note: entered.problem })
          const { flow } = entered
          if (flow.expired)
            return json({ view: noticeView(EXPIRED).markup }, { note: `flow ${flow.id} has expired` })
          const visit: Visit = { flow, entrance: 'mini-program' }
          const session = open(visit, request.path)
          return json({ session, view: flowView(visit).markup }, { note: `flow ${flow.id}` })
        }),
    },
    {
      method: 'POST',
      path: '/page/act',
      kind: 'page',
      handle: request =>
        withBody(request, pageActShape, async ({ session, ...act }) => {
          const visit = flows.ofSession(session)
          if (!visit) return refuse('this session is unknown', 409)
          const acted = await desk.act(visit.flow, act, request.path, visit.entrance)
          return answer(visit, acted, act.action === 'fail')
        }),
    },
    {
      method: 'POST',
      path: '/page/view',
      kind: 'page',
      handle: request =>
        withBody(request, sessionShape, ({ session }) => {
          const visit = flows.ofSession(session)
          return visit ? json({ view: flowView(visit).markup }) : refuse('this session is unknown', 409)
        }),
    },
    { method: 'GET', path: '/', kind: 'page', handle: () => answerPage(indexPage(flows.recent())) },
  ]
}

/** v3 knows no failed flow: that a person gave up is known to this answer alone. */
function answer(visit: Visit, acted: Acted, gaveUp: boolean): Answer {
  if ('problem' in acted) return refuse(acted.problem, 409)
  return json({ view: flowView(visit, { ...acted, gaveUp }).markup }, { note: `flow ${visit.flow.id}` })
}
