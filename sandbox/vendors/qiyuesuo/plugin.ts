/** The pages a person sees: the plugin's page, the H5 page behind a link, and the call both make. */
import { refuse, withBody } from '../kit/control'
import { type Answer, json, page } from '../kit/http'
import type { Route } from '../kit/router'
import { OUTCOMES } from '../kit/script'
import { object, oneOf, optional, required, text } from '../kit/shape'
import type { Attempt, Attempts, OpenProblem } from './attempts'
import type { Desk } from './desk'
import { MODES } from './fields'
import { indexPage } from './pages/index-page'
import type { RenderedPage } from './pages/layout'
import { noticePage } from './pages/notice-page'
import { personPage } from './pages/person-page'

/** This simulator stands for the test environment; leaving `env` out means `com` (documented default). */
const ENV = 'cn'
const DEFAULT_ENV = 'com'
/** The plugin's pages; a ticket belongs to one of them. */
const PLUGIN_PAGES = ['personal-auth', 'enterprise-auth', 'doc', 'signature']

const actShape = object({
  session: required(text),
  action: required(oneOf(OUTCOMES)),
  mode: required(oneOf(MODES)),
  name: optional(text),
  idNumber: optional(text),
})

const WRONG_PAGE = { title: '令牌与页面不匹配', detail: '该令牌属于其他插件页面，请使用对应页面打开。' }
const DEAD_LINK = { title: '链接已失效', detail: '链接只能打开一次，且须在 5 分钟内打开，请返回后重新发起。' }
const NOTICES: Record<OpenProblem, { title: string; detail: string }> = {
  unknown: DEAD_LINK,
  used: DEAD_LINK,
  expired: DEAD_LINK,
  'wrong-page': WRONG_PAGE,
}
const WRONG_ENV = { title: '令牌无效(环境不匹配)', detail: `本环境为 ${ENV}，请检查跳转参数 env。` }

type Opened = { attempt: Attempt } | { problem: string; notice: { title: string; detail: string } }

export function openTicket(desk: Desk, given: { ticket: string; env: string; page: string }): Opened {
  if (given.env !== ENV) {
    return { problem: `the environment is ${ENV}, not ${given.env}`, notice: WRONG_ENV }
  }
  if (given.page !== 'personal-auth') {
    return { problem: `the ticket does not belong to page ${given.page}`, notice: WRONG_PAGE }
  }
  const opened = desk.open('plugin', given.ticket, '/plugin/personal-auth')
  return typeof opened === 'string'
    ? { problem: `the ticket is ${opened}`, notice: NOTICES[opened] }
    : { attempt: opened }
}

export function personRoutes(desk: Desk, attempts: Attempts): Route[] {
  return [
    { method: 'GET', path: '/', kind: 'page', handle: () => show(indexPage(attempts.recent())) },
    {
      method: 'GET',
      path: '/plugin/:page',
      kind: 'page',
      handle: ({ query }, params) => {
        const name = params.page ?? ''
        if (!PLUGIN_PAGES.includes(name)) return refuse(`the plugin has no page ${name}`, 404)
        const opened = openTicket(desk, {
          ticket: query.get('ticket') ?? '',
          env: query.get('env') ?? DEFAULT_ENV,
          page: name,
        })
        if ('problem' in opened) return show(noticePage(opened.notice, 'plugin'), opened.problem)
        const view = personPage(opened.attempt, { hasCb: query.get('hasCb') === 'true' })
        return show(view, `attempt ${opened.attempt.authId}`)
      },
    },
    {
      method: 'GET',
      path: '/h5/personal-auth/:link',
      kind: 'page',
      handle: (request, { link = '' }) => {
        const opened = desk.open('h5', link, request.path)
        if (typeof opened === 'string') {
          return show(noticePage(NOTICES[opened], 'h5'), `the link is ${opened}`)
        }
        return show(personPage(opened, { hasCb: false }), `attempt ${opened.authId}`)
      },
    },
    {
      method: 'POST',
      path: '/plugin/act',
      kind: 'page',
      handle: request =>
        withBody(request, actShape, async act => {
          const done = await desk.act(act, request.path)
          if ('problem' in done) return refuse(done.problem, 409)
          return json({ authId: done.attempt.authId, state: done.attempt.state })
        }),
    },
  ]
}

function show(rendered: RenderedPage, note?: string): Answer {
  return page(rendered.markup, { csp: rendered.csp, note })
}
