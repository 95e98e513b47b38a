import { readFileSync } from 'node:fs'
import { drawnInto } from './draw-indexes'

test('docs/operations.md shows the indexes of the code', () => {
  const text = readFileSync('docs/operations.md', 'utf8')
  expect(text).toContain('<!-- indexes:')
  expect(drawnInto(text)).toBe(text)
})
