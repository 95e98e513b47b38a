import { h } from './dom'
import type { Overlays } from './overlays'
import { ApiFailure, isObject } from './registry'
import type { Storage } from './types'

/** The platform's own dialog is not repeated for this long after a refusal, ms. */
const refusalPause = 10_000
const storageKey = 'sim:privacyAgreed'

type Listener = (resolve: (answer: unknown) => void, info: { referrer: string }) => void

/** WeChat's privacy gate (base library 2.32.3 on), active when app.json says `__usePrivacyCheck__`. */
export interface Privacy {
  needsAgreement(): boolean
  contractName: string
  /** Rejects with errno 104 unless the user agrees. */
  ensure(api: string): Promise<void>
  /** The user tapped a button with open-type agreePrivacyAuthorization. */
  agreeByButton(id: string): void
  setListener(listener: Listener | null): void
  openContract(): Promise<void>
}

export function createPrivacy(deps: {
  enabled: boolean
  appName: string
  storage: Storage
  overlays: Overlays
  now: () => number
  warn: (text: string) => void
}): Privacy {
  const { storage, overlays } = deps
  const contractName = `《${deps.appName}小程序隐私保护指引》`
  const tappedButtons = new Set<string>()
  let listener: Listener | null = null
  let refusedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<boolean> | null = null

  const needsAgreement = () => deps.enabled && storage.getItem(storageKey) !== '1'
  const remember = () => storage.setItem(storageKey, '1')

  function askApp(handler: Listener, api: string): Promise<boolean> {
    return new Promise(resolve => {
      const answer = (given: unknown) => {
        if (!isObject(given)) return resolve(false)
        if (given.event === 'exposureAuthorization') return undefined
        if (given.event === 'disagree') return resolve(false)
        if (given.event !== 'agree') return resolve(false)
        const known = tappedButtons.has(String(given.buttonId))
        if (!known) deps.warn(`onNeedPrivacyAuthorization: no tapped button has the id "${given.buttonId}"`)
        if (known) remember()
        return resolve(known)
      }
      handler(answer, { referrer: api })
    })
  }

  async function askByPlatform(): Promise<boolean> {
    if (deps.now() - refusedAt < refusalPause) return false
    const { confirm } = await overlays.modal({
      title: '用户隐私保护提示',
      content: `在使用当前小程序服务之前，请仔细阅读${contractName}。如你同意，请点击“同意”开始使用。`,
      cancelText: '拒绝',
      confirmText: '同意',
    })
    if (confirm) remember()
    else refusedAt = deps.now()
    return confirm
  }

  return {
    needsAgreement,
    contractName,
    setListener(next) {
      listener = next
    },
    async ensure(api) {
      if (!needsAgreement()) return
      asking ??= listener ? askApp(listener, api) : askByPlatform()
      const agreed = await asking.finally(() => {
        asking = null
      })
      if (!agreed) throw new ApiFailure('privacy permission is not authorized', { errno: 104 })
    },
    agreeByButton(id) {
      tappedButtons.add(id)
      remember()
    },
    async openContract() {
      const text = h('p', 'sim-contract', '（模拟器）这里显示在小程序后台填写的隐私保护指引。')
      await overlays.modal({ title: contractName, extra: text, showCancel: false, confirmText: '关闭' })
    },
  }
}
