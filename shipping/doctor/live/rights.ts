import { WeChatError } from '../../../setup/apis/wechat'
import type { Deployment } from '../../deploy/deployment'
import { readRule, wantedRules } from '../../deploy/steps/rule'
import { type Finding, when } from '../finding'
import { deployAgain, type LiveCheck } from './liveCheck'

/** What the functions may call, and who may call the functions. */
export const rights: LiveCheck = async deployment => [
  ...(await cloudCalls(deployment)),
  ...(await rule(deployment)),
]

async function cloudCalls(deployment: Deployment): Promise<Finding[]> {
  const { wechat, functions } = deployment
  if (!wechat) {
    return [
      {
        code: 'CLOUD_CALLS_UNKNOWN',
        wrong: '没有 WECHAT_APPSECRET,看不到云调用权限',
        mend: '把小程序的 AppSecret 放进 SHIPPING_CREDENTIALS 的文件(WECHAT_APPSECRET=…)',
      },
    ]
  }
  const findings: Finding[] = []
  for (const { name, openapi } of functions.filter(each => each.openapi.length > 0)) {
    try {
      const there = await wechat.cloudCallsOf(name)
      const missing = openapi.filter(call => !there?.includes(call))
      findings.push(
        ...when(missing.length > 0, {
          code: 'CLOUD_CALLS',
          wrong: `${name} 没有云调用权限,码、链接、手机号会失败(−604101):${missing.join('、')}`,
          mend: `${deployAgain(deployment)},或在开发者工具里右键上传一次 ${name}`,
        }),
      )
    } catch (error) {
      if (!(error instanceof WeChatError)) throw error
      return [{ code: `WECHAT_${error.code}`, wrong: `微信的接口回答 ${error.code}`, mend: error.mend }]
    }
  }
  return [...findings, ...clock(wechat.ahead())]
}

const clockTolerance = 60_000

/** `ahead`: ms. */
function clock(ahead: number | null): Finding[] {
  return when(Math.abs(ahead ?? 0) > clockTolerance, {
    code: 'CLOCK_HERE',
    wrong: `这台机器的时钟与微信相差 ${Math.round((ahead ?? 0) / 1000)} 秒,签名会被拒绝`,
    mend: '打开系统的自动对时',
  })
}

async function rule(deployment: Deployment): Promise<Finding[]> {
  const there = await readRule(deployment)
  const wanted = wantedRules(deployment, there)
  const wrong = Object.keys(wanted).filter(
    name => JSON.stringify(there[name]) !== JSON.stringify(wanted[name]),
  )
  return when(wrong.length > 0, {
    code: 'RULE',
    wrong: `函数安全规则不对,用户能直接调用不该调用的,或调用不到该调用的:${wrong.join('、')}`,
    mend: deployAgain(deployment),
  })
}
