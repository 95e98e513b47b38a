import { contrastWithWhite, readable } from './brand'

test('contrast as WCAG reckons it', () => {
  expect(contrastWithWhite('#ffffff')).toBeCloseTo(1, 5)
  expect(contrastWithWhite('#000000')).toBeCloseTo(21, 5)
  // The best-known grey that just passes, and the one that just does not.
  expect(contrastWithWhite('#767676')).toBeGreaterThanOrEqual(4.5)
  expect(contrastWithWhite('#777777')).toBeLessThan(4.5)
  // So dark that the scale is straight.
  expect(contrastWithWhite('#0a0a0a')).toBeCloseTo(19.798, 3)
})

test('a colour on which white can be read stays; any other becomes darker until it can, of the same hue', () => {
  expect(readable('#017A3B')).toBe('#017a3b')
  // No darker than it has to be.
  expect(readable('#ffd400')).toBe('#897200')
  expect(readable('#1890FF')).toBe('#1376d1')
  for (let at = 0; at < 0x1000; at += 7) {
    const color = `#${[...at.toString(16).padStart(3, '0')].map(each => each + each).join('')}`
    expect([color, contrastWithWhite(readable(color)) >= 4.5]).toEqual([color, true])
  }
})
