import { readFileSync } from 'node:fs'

/** The contrast of WCAG AA, by day and by night, of everything that is read. */
const [day = '', night = ''] = readFileSync('miniprogram/styles/tokens.css', 'utf8').split('@media')
const themes = { day: tokensOf(day), night: { ...tokensOf(day), ...tokensOf(night) } }

const words: [text: string, ground: string][] = [
  ['fg', 'surface'],
  ['fg', 'bg'],
  ['fg', 'sunken'],
  ['fg-secondary', 'surface'],
  ['fg-secondary', 'bg'],
  ['fg-hint', 'surface'],
  ['off-fg', 'sunken'],
  ['on-brand', 'brand'],
  ['brand', 'surface'],
  ['brand', 'brand-soft'],
  ['danger', 'surface'],
  ['danger', 'danger-soft'],
  ['warn', 'surface'],
  ['warn', 'warn-soft'],
  ['info', 'surface'],
  ['info', 'info-soft'],
  ['link', 'surface'],
  ['link', 'bg'],
]

describe.each(Object.keys(themes) as (keyof typeof themes)[])('%s', theme => {
  const color = (name: string) => read(themes[theme][name] ?? '')

  test.each(words)('%s on %s is read', (text, ground) => {
    expect(contrast(over(color(text), color(ground)), color(ground))).toBeGreaterThanOrEqual(4.5)
  })

  test('what stands for a state can be told from its ground', () => {
    for (const name of ['neutral', 'danger-bright', 'info-bright'])
      expect(contrast(color(name), color('surface'))).toBeGreaterThanOrEqual(3)
  })
})

test('night names every colour that day names', () => {
  const colors = Object.entries(tokensOf(day)).filter(([, value]) => /^(#|rgba)/.test(value))
  expect(Object.keys(tokensOf(night)).sort()).toEqual(colors.map(([name]) => name).sort())
})

type Color = readonly [red: number, green: number, blue: number, alpha: number]

function tokensOf(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]),
  )
}

function read(text: string): Color {
  const numbers = /rgba\(([\d., ]+)\)/.exec(text)?.[1]?.split(',').map(Number)
  const hex = /#([0-9a-f]{6})/.exec(text)?.[1]
  const [red = 0, green = 0, blue = 0, alpha = 1] =
    numbers ?? [0, 2, 4].map(at => Number.parseInt((hex ?? '').slice(at, at + 2), 16))
  return [red, green, blue, alpha]
}

function over(top: Color, ground: Color): Color {
  const mixed = (at: 0 | 1 | 2) => top[at] * top[3] + ground[at] * (1 - top[3])
  return [mixed(0), mixed(1), mixed(2), 1]
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Color, other: Color): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance([red, green, blue]: Color): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map(channel => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
