import { readFileSync } from 'node:fs'
import { collectionNames } from '../cloudfunctions/platform/store'
import { drawnInto } from './draw-indexes'

test('docs/operations.md shows the indexes of the code', () => {
  const text = readFileSync('docs/operations.md', 'utf8')
  expect(text).toContain('<!-- indexes:')
  expect(drawnInto(text)).toBe(text)
})

test.each(['README.md', 'README.en.md'])('%s names every collection that has to be closed', page => {
  const text = readFileSync(page, 'utf8')
  expect(collectionNames.filter(name => !text.includes(`\`${name}\``))).toEqual([])
})
