import { readFileSync } from 'node:fs'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

test('docs/commands.md has every command', () => {
  const page = readFileSync('docs/commands.md', 'utf8')
  const named = new Set([...page.matchAll(/`npm (?:run )?([a-z:]+)/g)].map(([, name]) => name))
  expect(Object.keys(scripts).filter(name => !named.has(name))).toEqual([])
})
