import type { Theme } from './theme'
import type { Platform } from './types'

interface Look {
  platform: Platform
  theme: Theme
  language: string
}

export const pixelRatio = 2

/** An iPhone with a home indicator, logical pixels; on a PC the window has neither status bar nor indicator. */
const devices = {
  ios: { system: 'iOS 17.0', brand: 'simulator', width: 375, height: 812, statusBar: 44, bottom: 34 },
  windows: {
    system: 'Windows 11 x64',
    brand: 'microsoft',
    width: 414,
    height: 736,
    statusBar: 0,
    bottom: 0,
  },
} as const
const navigationBar = 44

export function systemInfo(root: HTMLElement, { platform, theme, language }: Look) {
  const device = devices[platform]
  const width = root.clientWidth || device.width
  const height = root.clientHeight || device.height
  const safe = { top: device.statusBar, left: 0, right: width, bottom: height - device.bottom }
  return {
    brand: device.brand,
    model: 'realname-hub simulator',
    platform,
    system: device.system,
    language,
    theme,
    version: '8.0.50',
    SDKVersion: '3.7.0',
    fontSizeSetting: 16,
    pixelRatio,
    statusBarHeight: device.statusBar,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: height - device.statusBar - navigationBar,
    screenTop: device.statusBar + navigationBar,
    safeArea: { ...safe, width, height: safe.bottom - safe.top },
  }
}
