import { existsSync } from 'node:fs'
import { exceptions, limits } from './limits'
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
  first: { bytes: limits.first, calls: limits.calls },
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

test.each(Object.entries(exceptions))(
  '%s is there, may send what is written down for it, and no more',
  (route, one) => {
    expect(existsSync(`miniprogram/${route}.tsx`)).toBe(true)
    const { first = limits.first, calls = limits.calls, keystroke = limits.keystroke, why } = one
    expect(why).not.toBe('')
    expect([first, calls, keystroke]).not.toEqual([limits.first, limits.calls, limits.keystroke])
    const screen = {
      ...calm,
      route,
      first: { bytes: first, calls },
      keystroke: { field: 'a', bytes: keystroke },
    }
    expect(faults(screen)).toEqual([])
    expect(faults({ ...screen, first: { bytes: first + 1, calls } })).toHaveLength(1)
    expect(faults({ ...screen, first: { bytes: first, calls: calls + 1 } })).toHaveLength(1)
    expect(faults({ ...screen, keystroke: { field: 'a', bytes: keystroke + 1 } })).toHaveLength(1)
  },
)
