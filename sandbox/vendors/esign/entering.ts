/** What e签宝's mini-program makes of the way it was entered, read as strictly as it is documented. */
import { object, optional, type Parse, required, shape, text } from '../kit/shape'
import type { Flow, Flows } from './flows'
import { PATHS } from './protocol'

/** 上链公证签. */
const MINI_PROGRAM_ID = 'wx1cf2708c2de46337'
const PATH = '/pages/index/index'
/** This simulator stands for the sandbox environment; leaving `env` out means `prod` (documented default). */
const ENV = 'sml'
const DEFAULT_ENV = 'prod'
/** Documented default: contracts, which are not simulated. */
const DEFAULT_TYPE = 'SIGN'

export interface Notice {
  title: string
  detail: string
}

export type Entered = { flow: Flow } | { notice: Notice; problem: string }

const anything: Parse<unknown> = value => value

/** As the phone tells of it. */
export const enterShape = object({
  appId: required(text),
  path: optional(anything),
  extraData: optional(anything),
  envVersion: optional(anything),
})

/** Further keys are ignored, as other programs' data is. */
const requestShape: Parse<{ flowId: string; type?: string; env?: string }> = (value, at) =>
  object({ flowId: required(text), type: optional(text), env: optional(text) })(known(value), at)

const NOTICES = {
  parameters: { title: '参数错误', detail: '小程序没有收到有效的认证参数，请返回后重试。' },
  page: { title: '页面不存在', detail: '请检查跳转路径。' },
  env: { title: '环境不匹配', detail: '当前为沙箱环境，请检查跳转参数 env。' },
  flow: { title: '流程不存在', detail: '没有找到该认证流程，请返回后重新发起。' },
  redirect: { title: '无法在小程序中打开', detail: '该流程设置了 redirectUrl，只能在网页中完成。' },
  release: { title: '版本不可用', detail: '只能打开该小程序的正式版。' },
} as const satisfies Record<string, Notice>

export function enter(given: ReturnType<typeof enterShape>, flows: Flows): Entered {
  if (given.appId !== MINI_PROGRAM_ID) return refuse('page', `the appId is ${MINI_PROGRAM_ID}`)
  if (normal(given.path) !== PATH) return refuse('page', `the path is ${PATH}`)
  if (given.envVersion !== undefined && given.envVersion !== 'release') {
    return refuse('release', 'others can open the release version only')
  }
  const { requestObj } = isObject(given.extraData) ? given.extraData : {}
  const read = shape(requestShape, requestObj)
  if (!read.ok) return refuse('parameters', `requestObj: ${read.problem}`)
  const { flowId, type = DEFAULT_TYPE, env = DEFAULT_ENV } = read.value
  if (env !== ENV) return refuse('env', `env is ${ENV} here, not ${env.slice(0, 20)}`)
  if (type === 'AUTH') return entered(flows.of(flowId, 'v3'), 'no v3 flow has this id')
  if (type !== 'REALNAME') return refuse('parameters', 'type is REALNAME for v2, AUTH for v3')
  const flow = flows.of(flowId, 'v2')
  // Documented for links of indivAuthUrl alone.
  if (flow?.begunBy !== PATHS.person) return refuse('flow', 'no flow of indivAuthUrl has this id')
  if (flow.request.redirectUrl) return refuse('redirect', 'redirectUrl must be absent or empty for REALNAME')
  return { flow }
}

function entered(flow: Flow | undefined, problem: string): Entered {
  return flow ? { flow } : refuse('flow', problem)
}

function refuse(notice: keyof typeof NOTICES, problem: string): Entered {
  return { notice: NOTICES[notice], problem }
}

function normal(path: unknown): string {
  return typeof path === 'string' ? path.replace(/^\/?/, '/') : ''
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function known(value: unknown): unknown {
  if (!isObject(value)) return value
  const { flowId, type, env } = value
  return { flowId, type, env }
}
