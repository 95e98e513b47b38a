import type { WeChatApi } from '../apis/wechat'
import type { Change, Step } from '../plan'

interface Caller {
  name: string
  /** Cloud calls it makes, as its config.json declares them. */
  openapi: readonly string[]
}

interface Callers {
  /** null: there is no AppSecret. */
  wechat: WeChatApi | null
  functions: readonly Caller[]
}

/** Without them every code, link and phone number fails with −604101. What somebody added by hand stays. */
export function cloudCalls({ wechat, functions }: Callers): Step {
  const callers = functions.filter(({ openapi }) => openapi.length > 0)
  return {
    name: '云调用权限 permissions.openapi',
    async look() {
      const changes: Change[] = []
      for (const caller of callers) changes.push(await changeOf(wechat, caller))
      return changes
    },
  }
}

async function changeOf(wechat: WeChatApi | null, { name, openapi }: Caller): Promise<Change> {
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
