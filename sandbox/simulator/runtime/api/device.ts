import type { ApiModule } from '../context'
import { later } from '../dom'
import { ApiFailure, type Registry, text } from '../registry'
import { systemInfo } from '../system-info'
import { themeOf } from '../theme'

export const deviceApi: ApiModule = running => {
  const { phone, registry, lifecycle, pages } = running
  const appId = phone.options.appId ?? 'touristappid'
  const envVersion = phone.options.envVersion ?? 'develop'

  registry.sync('getLaunchOptionsSync', () => ({ ...lifecycle.launch }))
  registry.sync('getEnterOptionsSync', () => ({ ...lifecycle.enter }))
  registry.sync('getAccountInfoSync', () => ({ miniProgram: { appId, envVersion, version: '' } }))
  const { platform = 'ios', language = 'zh_CN' } = phone.options
  const info = () => systemInfo(phone.screen.root, { platform, language, theme: themeOf(phone.app) })
  registry.sync('getMenuButtonBoundingClientRect', () => {
    const { statusBarHeight, windowWidth } = info()
    const [top, left] = [statusBarHeight + 4, windowWidth - 94]
    return { top, left, right: left + 87, bottom: top + 32, width: 87, height: 32 }
  })
  for (const name of ['getSystemInfoSync', 'getWindowInfo', 'getDeviceInfo', 'getAppBaseInfo'])
    registry.sync(name, info)
  registry.sync('getSystemSetting', () => ({
    bluetoothEnabled: true,
    locationEnabled: true,
    wifiEnabled: true,
  }))
  registry.sync('getAppAuthorizeSetting', () => ({
    albumAuthorized: 'authorized',
    cameraAuthorized: 'authorized',
  }))
  registry.api('getSystemInfo', info)
  registry.api('getSystemInfoAsync', info)
  registry.sync('canIUse', (name: string) => canIUse(registry, name))
  registry.sync('nextTick', (run: () => void) => void later().then(run))

  registry.api('login', () => ({ code: `login-code-${phone.now()}` }))
  registry.api('getRandomValues', ({ length }) => ({
    randomValues: Uint8Array.from({ length: Number(length) }, () => Math.floor(Math.random() * 256)).buffer,
  }))
  registry.api('checkSession', () => undefined)
  registry.api('getNetworkType', () => ({ networkType: 'wifi', isConnected: true }))
  registry.api('getSetting', () => ({ authSetting: {} }))
  registry.api('openSetting', () => ({ authSetting: {} }))
  registry.api('authorize', () => undefined)
  registry.api('request', async options => {
    if (!phone.options.request) throw new ApiFailure('url not in domain list')
    return phone.options.request(options)
  })
  registry.api('requestSubscribeMessage', async options => {
    if (!phone.gesture.active()) throw new ApiFailure('can only be invoked by user TAP gesture.')
    const ids = Array.isArray(options.tmplIds) ? options.tmplIds.map(String) : []
    if (!phone.options.subscribe) return Object.fromEntries(ids.map(id => [id, 'accept']))
    const answers = await phone.options.subscribe(ids)
    if (!answers)
      throw new ApiFailure('No template data return, verify the template id exist', { errCode: 20001 })
    return answers
  })
  registry.api('makePhoneCall', async options => {
    const number = text(options.phoneNumber)
    const { confirm } = await phone.overlays.modal({ content: number, confirmText: '呼叫' })
    if (!confirm) throw new ApiFailure('cancel')
  })
  for (const name of quiet) registry.api(name, () => undefined)

  registry.sync('createSelectorQuery', () => callTop('createSelectorQuery'))
  registry.sync('createIntersectionObserver', (_component: unknown, options: unknown) =>
    callTop('createIntersectionObserver', options),
  )
  registry.sync('getUpdateManager', () => ({
    onCheckForUpdate() {},
    onUpdateReady() {},
    onUpdateFailed() {},
    applyUpdate() {},
  }))
  const log = () => ({
    info() {},
    warn() {},
    error() {},
    debug() {},
    log() {},
    setFilterMsg() {},
    addFilterMsg() {},
  })
  registry.sync('getLogManager', log)
  registry.sync('getRealtimeLogManager', log)
  registry.sync('reportEvent', () => undefined)
  for (const name of [
    'NetworkStatusChange',
    'ThemeChange',
    'WindowResize',
    'MemoryWarning',
    'KeyboardHeightChange',
    'UserCaptureScreen',
    'AudioInterruptionBegin',
    'AudioInterruptionEnd',
  ])
    registry.event(name)

  function callTop(method: string, ...args: unknown[]): unknown {
    const top = pages.top()
    return top ? running.callPage(top, method, ...args) : undefined
  }
}

/** Accepted and without visible effect here. */
const quiet = [
  'vibrateShort',
  'vibrateLong',
  'hideKeyboard',
  'showShareMenu',
  'hideShareMenu',
  'updateShareMenu',
  'setBackgroundColor',
  'setBackgroundTextStyle',
  'setKeepScreenOn',
  'setVisualEffectOnCapture',
  'loadFontFace',
  'preloadPage',
]

/** `api`, `api.part…` or `component.attribute…`; only the first word is known here. */
function canIUse(registry: Registry, name: string): boolean {
  const first = name.split('.')[0] ?? ''
  return first in registry.wx || /^[a-z-]+$/.test(first)
}
