import { withLook } from './runtime/look'
import { themeOf } from './runtime/theme'
import type { AppPackage } from './runtime/types'

const css =
  '.a{font-size:var(--text);margin:var(--gap)}.b{font-size:12px;width:40px}@media (prefers-color-scheme: dark){.a{color:#fff}}:root{--text:16px;--gap:8px}'
const app: AppPackage = {
  json: { app: { darkmode: true } },
  styles: { app: css },
  scopes: {},
  images: {},
  templateNames: [],
  templates: {},
  modules: {},
}

test('larger type: sizes of fonts grow, by name or not, and nothing else', () => {
  expect(withLook(app, { textScale: 1.5 }).styles.app).toBe(
    '.a{font-size:var(--text);margin:var(--gap)}.b{font-size:18px;width:40px}@media (prefers-color-scheme: dark){.a{color:#fff}}:root{--text:24px;--gap:8px}',
  )
})

test.each([
  ['dark', '@media (min-width:0){'],
  ['light', '@media (max-width:0){'],
] as const)('a phone that is set %s does not ask the browser', (theme, condition) => {
  const set = withLook(app, { theme })
  expect(set.styles.app).toContain(condition)
  expect(themeOf(set)).toBe(theme)
})

test('an app without a dark mode stays light', () => {
  expect(themeOf(withLook({ ...app, json: { app: {} } }, { theme: 'dark' }))).toBe('light')
})

test('a phone that is set as usual is the package itself', () => {
  expect(withLook(app, {})).toBe(app)
})
