import { limits } from './limits'
import { faults, heading, line, type Screen } from './report'

const calm: Screen = {
  walk: 'person',
  name: 'home',
  look: 'light',
  route: 'pages/home/index',
  shift: limits.shift,
  moved: [],
  axe: [],
  contrast: [],
  small: [],
  wider: 0,
  first: { bytes: limits.home.bytes, calls: limits.home.calls },
  keystroke: { field: 'name', bytes: limits.keystroke },
}

test('what is within the limits is no fault', () => {
  expect(faults(calm)).toEqual([])
  expect(line(calm)).not.toContain('!')
  expect(line(calm)).toHaveLength(heading.length)
})

test.each<[string, Partial<Screen>]>([
  ['shift', { shift: 0.051, moved: ['start'] }],
  ['axe', { axe: ['image-alt: img'] }],
  ['contrast', { contrast: ['color-contrast: #more'] }],
  ['<44px', { small: [{ name: 'consent', width: 43, height: 44 }] }],
  ['wider', { wider: 1 }],
  ['first B', { first: { bytes: 6145, calls: 1 } }],
  ['calls', { first: { bytes: 1, calls: 3 } }],
  ['key B', { keystroke: { field: 'mobile', bytes: 201 } }],
])('too much of %s is said, with what it is', (title, more) => {
  const [fault, ...others] = faults({ ...calm, ...more })
  expect(fault?.startsWith(title)).toBe(true)
  expect(others).toEqual([])
  expect(line({ ...calm, ...more })).toContain('!')
})

test('another page than the first may send more, but not any amount', () => {
  const list = { ...calm, route: 'packages/batch/list/index' }
  expect(faults({ ...list, first: { bytes: limits.page.bytes, calls: limits.page.calls } })).toEqual([])
  expect(faults({ ...list, first: { bytes: limits.page.bytes + 1, calls: 1 } })).toHaveLength(1)
})
