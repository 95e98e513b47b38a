/** Every way in to a page: the plugin's pages by ticket, the H5 pages by link. */
import { refuse } from '../kit/control'
import { answerPage, type RenderedPage } from '../kit/page'
import type { Route } from '../kit/router'
import { noticePage } from './pages/notice-page'
import { type Entrance, type OpenProblem, PLUGIN_PAGES, type PluginPage } from './passes'

/** This simulator stands for the test environment; leaving `env` out means `com` (documented default). */
const ENV = 'cn'
const DEFAULT_ENV = 'com'

/** A page that was opened. */
export interface Visit {
  render(options: { hasCb: boolean }): RenderedPage
  /** What `/__sandbox/open` answers. */
  summary: Record<string, unknown>
  note: string
}

/** Opens a ticket or link of one page. `path`: of the request, for the script. */
export type Door = (entrance: Entrance, secret: string, path: string) => Visit | OpenProblem
/** The plugin's pages that are simulated. */
export type Doors = Partial<Record<PluginPage, Door>>

interface Notice {
  title: string
  detail: string
}

const WRONG_PAGE = { title: '令牌与页面不匹配', detail: '该令牌属于其他插件页面，请使用对应页面打开。' }
const DEAD_LINK = { title: '链接已失效', detail: '链接只能打开一次，且须在 5 分钟内打开，请返回后重新发起。' }
const NOTICES: Record<OpenProblem, Notice> = {
  unknown: DEAD_LINK,
  used: DEAD_LINK,
  expired: DEAD_LINK,
  'wrong-page': WRONG_PAGE,
}
const WRONG_ENV = { title: '令牌无效(环境不匹配)', detail: `本环境为 ${ENV}，请检查跳转参数 env。` }

type Opened = { visit: Visit } | { problem: string; notice: Notice }

export function openTicket(doors: Doors, given: { ticket: string; env: string; page: string }): Opened {
  if (given.env !== ENV) {
    return { problem: `the environment is ${ENV}, not ${given.env}`, notice: WRONG_ENV }
  }
  const name = PLUGIN_PAGES.find(one => one === given.page)
  const opened = (name && doors[name]?.('plugin', given.ticket, `/plugin/${name}`)) ?? 'wrong-page'
  if (opened === 'wrong-page') {
    return { problem: `the ticket does not belong to page ${given.page}`, notice: WRONG_PAGE }
  }
  return typeof opened === 'string'
    ? { problem: `the ticket is ${opened}`, notice: NOTICES[opened] }
    : { visit: opened }
}

export function pageRoutes(doors: Doors): Route[] {
  return [
    {
      method: 'GET',
      path: '/plugin/:page',
      kind: 'page',
      handle: ({ query }, { page: name = '' }) => {
        if (!PLUGIN_PAGES.some(one => one === name)) return refuse(`the plugin has no page ${name}`, 404)
        const opened = openTicket(doors, {
          ticket: query.get('ticket') ?? '',
          env: query.get('env') ?? DEFAULT_ENV,
          page: name,
        })
        if ('problem' in opened)
          return answerPage(noticePage(opened.notice, 'plugin'), { note: opened.problem })
        const { visit } = opened
        return answerPage(visit.render({ hasCb: query.get('hasCb') === 'true' }), { note: visit.note })
      },
    },
    ...(['personal-auth', 'enterprise-auth'] as const).map(
      (name): Route => ({
        method: 'GET',
        path: `/h5/${name}/:link`,
        kind: 'page',
        handle: ({ path }, { link = '' }) => {
          const opened = doors[name]?.('h5', link, path) ?? 'unknown'
          if (typeof opened === 'string') {
            return answerPage(noticePage(NOTICES[opened], 'h5'), { note: `the link is ${opened}` })
          }
          return answerPage(opened.render({ hasCb: false }), { note: opened.note })
        },
      }),
    ),
  ]
}
