import { useRef } from './hooks'

/**
 * A stand-in for Taro, for hooks tested alone, beside `hooks.ts`:
 * `jest.mock('@tarojs/taro', () => jest.requireActual('…/test/support/taro'))`.
 * `phone` is told what the cloud and WeChat answer, does what a person does, and tells what was asked for.
 */
type Work = (given?: unknown) => unknown
type Answer = (given: never) => unknown

/** Refused with this code by the cloud; with NETWORK nothing comes back at all. */
class Refusal {
  constructor(
    readonly code: string,
    readonly field?: string,
  ) {}
}
export const refused = (code: string, field?: string) => new Refusal(code, field)

type Happening = 'show' | 'hide' | 'pullDown' | 'reachBottom' | 'scroll' | 'resize' | 'share'
interface Listener {
  to: Happening
  work: Work
}

let answers = new Map<string, Answer>()
let abilities: Record<string, unknown> = {}
let listeners: Listener[] = []

export const phone = {
  /** Calls of the cloud: action and input. */
  asked: [] as [string, Record<string, unknown>][],
  /** What else Taro was told to do: its name and what was given. What it is only asked (`get…`) is not there. */
  did: [] as [string, unknown][],
  /** What the page was opened with. */
  params: {} as Record<string, string>,
  reset(): void {
    Object.assign(phone, { asked: [], did: [], params: {} })
    answers = new Map()
    abilities = {
      getFileSystemManager: () => disk({}),
      getStorageSync: () => '',
      requirePrivacyAuthorize: ({ success }: { success: () => void }) => success(),
      getAppBaseInfo: () => ({ language: 'zh_CN', SDKVersion: '3.7.0' }),
    }
    listeners = []
  },
  /** What the cloud answers to an action, made of its input. */
  answers(action: string, answer: Answer): void {
    answers.set(action, answer)
  },
  /** What Taro does when asked; without it everything goes well and says nothing. */
  can(what: string, work: unknown): void {
    abilities[what] = work
  },
  /** The phone takes no more files. */
  isFull(): void {
    abilities.getFileSystemManager = () => disk({ writeFile: ({ fail }: { fail: () => void }) => fail() })
  },
  /** Something happens to the page; what its last listener returns. */
  async happens(what: Happening, given?: unknown): Promise<unknown> {
    const returned = listeners.filter(({ to }) => to === what).map(({ work }) => work(given))
    return (await Promise.all(returned)).pop()
  },
  /** What Taro was given under a name. */
  given: (name: string): unknown[] => phone.did.filter(([each]) => each === name).map(([, given]) => given),
  /** Inputs of an action. */
  inputs: (action: string): Record<string, unknown>[] =>
    phone.asked.filter(([each]) => each === action).map(([, input]) => input),
}

const disk = (own: object) => ({
  writeFile: ({ success }: { success: () => void }) => success(),
  unlink: () => undefined,
  ...own,
})

async function callFunction({ data }: { data: { action: string; input: Record<string, unknown> } }) {
  phone.asked.push([data.action, data.input])
  const answer = answers.get(data.action)
  if (!answer) throw new Error(`the cloud was told no answer to ${data.action}`)
  const found = await answer(data.input as never)
  if (!(found instanceof Refusal)) return { result: { ok: true, data: found } }
  const { code, field } = found
  if (code === 'NETWORK') throw new Error('no network')
  return { result: { ok: false, error: { code, message: code, ...(field ? { field } : {}) } } }
}

const ask =
  (name: string) =>
  (given?: unknown, ...more: unknown[]): unknown => {
    if (!name.startsWith('get')) phone.did.push([name, given])
    const able = abilities[name]
    return typeof able === 'function' ? able(given, ...more) : Promise.resolve({})
  }

const cloud = new Proxy(
  {},
  { get: (_, name) => (name === 'callFunction' ? callFunction : ask(`cloud.${String(name)}`)) },
)

export default new Proxy(
  {},
  {
    get(_, name: string) {
      if (name === 'cloud') return cloud
      if (name === 'env') return { USER_DATA_PATH: 'user' }
      return name in abilities && typeof abilities[name] !== 'function' ? abilities[name] : ask(name)
    },
  },
)

const listen = (to: Happening) => (work: Work) => {
  const own = useRef(null) as { current: Listener | null }
  if (own.current) own.current.work = work
  else {
    own.current = { to, work }
    listeners.push(own.current)
  }
}
export const useDidShow = listen('show')
export const useDidHide = listen('hide')
export const usePullDownRefresh = listen('pullDown')
export const useReachBottom = listen('reachBottom')
export const usePageScroll = listen('scroll')
export const useResize = listen('resize')
export const useShareAppMessage = listen('share')
export const useRouter = () => ({ params: phone.params })

phone.reset()
