import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { record } from '../../../setup/apis/tencent'
import { query } from '../../apis/query'
import type { Deployment } from '../../deploy/deployment'
import { placeOf } from '../../deploy/steps/functionState'
import { vaultOf } from '../../vault'
import { type Finding, when } from '../finding'
import { deployAgain, type LiveCheck } from './liveCheck'

const reached = v.nullable(v.object({ ms: v.number(), ahead: v.nullable(v.number()) }))
/** As much of what a function answers to its doctor as is looked at here. */
const answerSchema = v.object({
  settings: v.object({ hash: v.string() }),
  health: v.object({
    sweep: v.nullable(v.object({ at: v.number(), late: v.boolean(), failed: v.nullable(v.string()) })),
    backlog: v.array(v.object({ kind: v.string(), count: v.number(), since: v.nullable(v.number()) })),
  }),
  reach: v.nullable(
    v.object({
      vendors: v.array(v.object({ id: v.string(), reached })),
      callback: v.object({ reached, passes: v.boolean(), egress: v.string() }),
    }),
  ),
})
type Answer = v.InferOutput<typeof answerSchema>

const minute = 60_000
/** Overdue for longer than two runs of the timer. */
const patience = 12 * minute
/** ms two clocks may differ before a signed request is refused somewhere. */
const clockTolerance = minute

/** What only the functions themselves can see: how they fare, and what they reach. */
export const inside: LiveCheck = async (deployment, now) => {
  const answer = await asked(deployment, now)
  if (!answer) {
    const wrong = 'api 没有回答检查(代码旧,或变量不对)'
    return [{ code: 'HEALTH', wrong, mend: deployAgain(deployment) }, ...(await owners(deployment))]
  }
  return [
    ...sweepFaults(deployment, answer),
    ...backlogFaults(answer, now),
    ...reachFaults(deployment, answer),
    ...(await owners(deployment)),
  ]
}

async function asked(deployment: Deployment, now: number): Promise<Answer | null> {
  const nonce = randomBytes(16).toString('hex')
  const proof = vaultOf(deployment.variables)?.digest('health.question', String(now), nonce)
  const answer = await deployment.scf
    .call('Invoke', {
      ...placeOf(deployment, 'api'),
      ClientContext: JSON.stringify({ health: { at: now, nonce, proof, reach: true } }),
    })
    .catch(() => ({}))
  const { success, output } = v.safeParse(answerSchema, parsed(String(record(record(answer).Result).RetMsg)))
  return success ? output : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function sweepFaults(deployment: Deployment, { health: { sweep } }: Answer): Finding[] {
  if (!sweep)
    return [
      {
        code: 'LAST_SWEEP',
        wrong: '巡检还没有运行过',
        mend: `刚部署就等 5 分钟再看;还是这样就 ${deployAgain(deployment)}`,
      },
    ]
  return [
    ...when(sweep.late, {
      code: 'LAST_SWEEP',
      wrong: `巡检停了:上一次是 ${new Date(sweep.at).toISOString()}`,
      mend: `看 sweep 的日志;定时器没了就 ${deployAgain(deployment)}`,
    }),
    ...when(sweep.failed !== null, {
      code: 'SWEEP_FAILED',
      wrong: `上一次巡检出错:${sweep.failed}`,
      mend: '按这个代码在 docs/operations.md 里找;看 sweep 的日志',
    }),
  ]
}

function backlogFaults({ health: { backlog } }: Answer, now: number): Finding[] {
  return backlog
    .filter(({ since }) => since !== null && now - since > patience)
    .map(({ kind, count, since }) => ({
      code: 'BACKLOG',
      wrong: `积压 ${kind}:${count} 件,最早的晚了 ${Math.round((now - (since ?? now)) / minute)} 分钟`,
      mend: '看 sweep 的日志和厂商是否可达;机构恢复以后会自己做完',
    }))
}

function reachFaults({ environment }: Deployment, { reach }: Answer): Finding[] {
  if (!reach) return []
  const { vendors, callback } = reach
  const clocks = [...vendors.map(({ reached: each }) => each?.ahead), callback.reached?.ahead]
  return [
    ...vendors
      .filter(each => each.reached === null)
      .map(({ id }) => ({
        code: 'VENDOR_REACH',
        wrong: `从云函数里连不上 ${id}`,
        mend: `检查 ${id} 的地址变量和厂商的公告;厂商有白名单就把出口 IP ${callback.egress || '(未知)'} 加进去`,
      })),
    ...when(
      clocks.some(ahead => Math.abs(ahead ?? 0) > clockTolerance),
      {
        code: 'CLOCK',
        wrong: '云函数的时钟与厂商相差一分钟以上,带时间的签名会被拒绝',
        mend: '等一会儿再看;还是这样就向腾讯云提工单',
      },
    ),
    ...when(!callback.passes, {
      code: 'CALLBACK_INSIDE',
      wrong: '从云函数里访问不到自己的回调地址,厂商多半也访问不到',
      mend: `检查域名解析、证书和路由;环境 ${environment.envId} 的 CALLBACK_BASE_URL`,
    }),
  ]
}

async function owners({ target, variables }: Deployment): Promise<Finding[]> {
  const [owner] = await query(target, 'operators', { filter: { role: 'owner' }, limit: 1 }).catch(() => [])
  return [
    ...when(!owner && !variables.OPERATOR_SETUP_CODE, {
      code: 'OPERATOR',
      wrong: '还没有所有者,也没有开通码',
      mend: '设置 OPERATOR_SETUP_CODE 再部署,在小程序的「工作台」里输入它',
    }),
    ...when(owner !== undefined && Boolean(variables.OPERATOR_SETUP_CODE), {
      code: 'OPERATOR_CODE',
      wrong: '已经有所有者,开通码还留在变量里',
      mend: '从设置文件里去掉 OPERATOR_SETUP_CODE,并在云控制台删掉这个变量',
    }),
  ]
}
