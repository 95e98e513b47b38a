import { readFileSync } from 'node:fs'

interface Locked {
  optionalDependencies?: Record<string, string>
  resolved?: string
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Locked>
}

// `npm install` silently leaves out what a registry or a platform does not have, and `npm ci` then refuses to start.
test('every optional package of every platform is in the lockfile', () => {
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      name => !(`node_modules/${name}` in packages) && !(`${place}/node_modules/${name}` in packages),
    ),
  )
  expect(missing).toEqual([])
})

test('the lockfile names no download host', () => {
  expect(Object.values(packages).filter(each => each.resolved?.startsWith('http'))).toEqual([])
})
