import { readFileSync } from 'node:fs'
import { withDrawings } from './draw-lifecycle'

const document = readFileSync('docs/architecture.md', 'utf8')

test('the drawings in docs/architecture.md are the transition tables', () => {
  expect(withDrawings(document)).toBe(document)
})

test.each(['lifecycle', 'row lifecycle'])('a document without a place for the %s is refused', name => {
  const without = document.replace(`<!-- /${name} -->`, '')
  expect(() => withDrawings(without)).toThrow(`<!-- /${name} -->`)
})

test('an arrow that the table no longer has is drawn no longer', () => {
  const stale = document.replace('  draft --> queued: submitted', '  draft --> sending: submitted')
  expect(stale).not.toBe(document)
  expect(withDrawings(stale)).toBe(document)
})
