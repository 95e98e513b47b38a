import { defaultLimits, isGuessed, limitNames, limitOf, pauseAfter } from './limits'

test('two slips of the finger cost nothing, then the pause doubles up to a minute', () => {
  const pauses = Array.from({ length: 12 }, (_, tries) => pauseAfter(tries))
  expect(pauses).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60].map(seconds => seconds * 1000))
})

test('what may be guessed are the codes and the tokens, and few wrong tries use up a window', () => {
  expect(limitNames.filter(isGuessed)).toEqual(['codes', 'tokens'])
  for (const name of limitNames.filter(isGuessed)) {
    const { most, wrong = 0 } = limitOf(name)
    expect(most / wrong).toBeLessThanOrEqual(20)
  }
})

test('every limit lets somebody in', () => {
  for (const name of limitNames) {
    expect(defaultLimits[name]).toBe(limitOf(name).most)
    expect(limitOf(name).most).toBeGreaterThan(0)
  }
})
