import { type Theme, themed } from './runtime/theme'
import type { AppPackage } from './runtime/types'

/** theme.json, as the documentation of WeChat's dark mode has it. */
const app: AppPackage = {
  json: {
    app: { darkmode: true, themeLocation: 'theme.json' },
    theme: { light: { background: '#ededed' }, dark: { background: '#111111' } },
  },
  styles: {},
  scopes: {},
  images: {},
  templateNames: [],
  templates: {},
  modules: {},
}

test.each([
  ['light', '#ededed'],
  ['dark', '#111111'],
] satisfies [Theme, string][])('a name of theme.json is its colour in %s', (theme, color) => {
  expect(themed(app, '@background', theme)).toBe(color)
})

test('what is no name stays as it is; a name that one theme does not know is an error', () => {
  expect(themed(app, '#123456', 'dark')).toBe('#123456')
  expect(() => themed(app, '@bar', 'light')).toThrow('theme.json has no @bar for light')
})
