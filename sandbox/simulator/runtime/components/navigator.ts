import type { Running } from '../context'
import type { Builtin, Host } from '../engine'
import type { Json } from '../types'

interface NavigatorData {
  url: string
  openType: string
  delta: number
  target: string
  appId: string
  path: string
  extraData: unknown
  version: string
  hoverClass: string
}

const apis: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  reLaunch: 'reLaunch',
  switchTab: 'switchTab',
  navigateBack: 'navigateBack',
}

export function navigator({ registry }: Running): Builtin<NavigatorData> {
  return {
    defaults: {
      url: '',
      openType: 'navigate',
      delta: 1,
      target: 'self',
      appId: '',
      path: '',
      extraData: null,
      version: 'release',
      hoverClass: 'navigator-hover',
    },
    attached(host) {
      host.element.setAttribute('hover-class', host.data.hoverClass)
      host.element.addEventListener('click', () => follow(host))
    },
  }

  function follow(host: Host<NavigatorData>): void {
    const { data } = host
    const foreign = data.target === 'miniProgram'
    const api = foreign ? 'navigateToMiniProgram' : (apis[data.openType] ?? 'navigateTo')
    const options: Json = foreign
      ? { appId: data.appId, path: data.path, extraData: data.extraData ?? {}, envVersion: data.version }
      : { url: data.url, delta: data.delta }
    const call = registry.wx[api]
    if (typeof call !== 'function') return
    call({
      ...options,
      success: (result: unknown) => host.emit('success', result),
      fail: (result: unknown) => host.emit('fail', result),
      complete: (result: unknown) => host.emit('complete', result),
    })
  }
}
