import { readFileSync } from 'node:fs'
import { functionNames } from './build-functions'

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const { functions } = read('cloudbaserc.json') as {
  functions: { name: string; timeout: number; triggers?: unknown }[]
}

test('every function is declared for deployment, with a time-out above the platform’s 3 s', () => {
  expect(functions.map(each => each.name).sort()).toEqual([...functionNames].sort())
  for (const { timeout } of functions) expect(timeout).toBeGreaterThan(3)
})

test('both ways to deploy state the same triggers', () => {
  for (const { name, triggers } of functions) {
    expect(triggers).toEqual(read(`cloudfunctions/${name}/config.json`).triggers)
  }
})

test('by rule a user may call `api` and nothing else', () => {
  const rules = read('cloudfunctions/rules.json') as Record<string, { invoke: unknown }>
  // Signed in, and not merely as nobody: whoever opens a page of the web SDK is that.
  expect(rules['*']).toEqual({ invoke: "auth.loginType != 'ANONYMOUS' && auth != null" })
  for (const name of functionNames.filter(each => each !== 'api'))
    expect(rules[name]).toEqual({ invoke: false })
})
