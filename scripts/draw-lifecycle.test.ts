import { readFileSync } from 'node:fs'
import { withDrawing } from './draw-lifecycle'

test('the drawing in docs/architecture.md is the transition table', () => {
  const document = readFileSync('docs/architecture.md', 'utf8')
  expect(withDrawing(document)).toBe(document)
})
