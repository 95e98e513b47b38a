import { readFileSync } from 'node:fs'
import { collectionNames } from '../cloudfunctions/platform/store'
import { drawnInto } from './draw-indexes'

test('docs/operations.md shows the indexes of the code', () => {
  const text = readFileSync('docs/operations.md', 'utf8')
  expect(text).toContain('<!-- indexes:')
  expect(drawnInto(text)).toBe(text)
})

test('docs/deployment.md names every collection that has to be closed', () => {
  const text = readFileSync('docs/deployment.md', 'utf8')
  expect(collectionNames.filter(name => !text.includes(`\`${name}\``))).toEqual([])
})

test('docs/deployment.md names every variable of the functions', () => {
  const text = readFileSync('docs/deployment.md', 'utf8')
  const source = readFileSync('cloudfunctions/platform/config.ts', 'utf8')
  const names = new Set(
    [...source.matchAll(/env\.([A-Z_]+)|(?:text|number)\('([A-Z_]+)'/g)].map(([, a, b]) => a ?? b),
  )
  // For the local world alone; its old name.
  for (const each of ['WEBHOOK_LOOPBACK']) names.delete(each)
  expect(names.size).toBeGreaterThan(15)
  expect([...names].filter(name => !text.includes(`\`${name}`))).toEqual([])
})
