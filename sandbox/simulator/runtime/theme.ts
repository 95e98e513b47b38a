import type { AppPackage, Json } from './types'

export type Theme = 'light' | 'dark'

/** The theme of the phone: as it is set, or that of the browser it is drawn in. */
export function themeOf(app: AppPackage): Theme {
  if (app.json.app?.darkmode !== true) return 'light'
  if (app.theme) return app.theme
  const follows = typeof matchMedia === 'function'
  return follows && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Calls whenever the person changes the theme; returns how to stop. */
export function onTheme(app: AppPackage, changed: () => void): () => void {
  if (app.json.app?.darkmode !== true || app.theme || typeof matchMedia !== 'function') return () => {}
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', changed)
  return () => dark.removeEventListener('change', changed)
}

/**
 * A value of the window's settings: `@name` stands for what theme.json says of it in this theme.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/ability/darkmode.html
 */
export function themed(app: AppPackage, value: unknown, theme: Theme = themeOf(app)): unknown {
  if (typeof value !== 'string' || !value.startsWith('@')) return value
  const colors = themeFile(app)[theme]
  const found = typeof colors === 'object' && colors !== null ? (colors as Json)[value.slice(1)] : undefined
  if (found === undefined) throw new Error(`theme.json has no ${value} for ${theme}`)
  return found
}

function themeFile(app: AppPackage): Json {
  const place = app.json.app?.themeLocation
  return (typeof place === 'string' && app.json[place.replace(/\.json$/, '')]) || {}
}
