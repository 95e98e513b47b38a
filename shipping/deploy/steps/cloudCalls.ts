import type { Change, Step } from '../../../setup/plan'
import type { Deployment, WantedFunction } from '../deployment'

/** Without them every code, link and phone number fails with −604101. What somebody added by hand stays. */
export function cloudCalls(deployment: Deployment): Step {
  const callers = deployment.functions.filter(({ openapi }) => openapi.length > 0)
  return {
    name: '云调用权限 permissions.openapi',
    async look() {
      const changes: Change[] = []
      for (const wanted of callers) changes.push(await changeOf(deployment, wanted))
      return changes
    },
  }
}

async function changeOf({ wechat }: Deployment, { name, openapi }: WantedFunction): Promise<Change> {
  if (!wechat) {
    const detail = '没有 WECHAT_APPSECRET:给出它,或在开发者工具里右键上传一次这个函数(upload it once by hand)'
    return { mark: 'hand', what: name, detail }
  }
  const there = await wechat.cloudCallsOf(name)
  const missing = openapi.filter(call => !there?.includes(call))
  if (missing.length === 0) return { mark: 'same', what: name }
  const apply = () => wechat.applyCloudCalls(name, [...new Set([...(there ?? []), ...openapi])])
  return { mark: there ? 'change' : 'create', what: name, detail: missing.join(' '), apply }
}
