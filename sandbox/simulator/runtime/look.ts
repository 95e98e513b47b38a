import type { AppPackage } from './types'

export interface Look {
  /** As the person set WeChat; without it the phone follows the browser. */
  theme?: 'light' | 'dark' | undefined
  /** How many times larger all type is. */
  textScale?: number | undefined
}

/**
 * The package as it looks on a phone that is set so. Type grows as with the text-size-adjust of a WebView: sizes of
 * fonts grow, also those that have a name of their own, and nothing else.
 */
export function withLook(app: AppPackage, { theme, textScale = 1 }: Look): AppPackage {
  if (theme === undefined && textScale === 1) return app
  const sizes = namesOfSizes(Object.values(app.styles))
  const styles = Object.fromEntries(
    Object.entries(app.styles).map(([name, css]) => [
      name,
      enlarged(theme ? dressed(css, theme) : css, sizes, textScale),
    ]),
  )
  return { ...app, styles, ...(theme && { theme }) }
}

/** Conditions that always and never hold, in the place of what the browser would say. */
const answers = { dark: '(min-width:0)', light: '(max-width:0)' } as const

function dressed(css: string, theme: 'light' | 'dark'): string {
  return css.replace(/\(prefers-color-scheme:\s*dark\)/g, answers[theme])
}

/** Custom properties that are used as a size of type. */
function namesOfSizes(styles: readonly string[]): ReadonlySet<string> {
  const found = styles.flatMap(css => [...css.matchAll(/font-size:\s*var\((--[\w-]+)\)/g)])
  return new Set(found.map(([, name = '']) => name))
}

function enlarged(css: string, sizes: ReadonlySet<string>, scale: number): string {
  if (scale === 1) return css
  return css.replace(/(font-size|--[\w-]+):\s*([\d.]+)px/g, (whole, name: string, px: string) =>
    name === 'font-size' || sizes.has(name) ? `${name}:${Number(px) * scale}px` : whole,
  )
}
