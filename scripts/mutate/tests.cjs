/**
 * The tests of a room in the words of Jest, run by Mocha. Jest loads every file anew for every run; Mocha loads once
 * and runs as often as asked, so that a wrong change costs the tests that reach it and nothing else. Like Jest, each test file has
 * its own copy of our modules and its own mocks.
 */
const { readFileSync } = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { ModernFakeTimers } = require('@jest/fake-timers')
const { transformSync } = require('@swc/core')
const { expect } = require('expect')
const { bind } = require('jest-each')
const { ModuleMocker } = require('jest-mock')
const jestConfig = require('../../jest.config.cjs')

const root = path.resolve(__dirname, '../..')
const [[, [, swc]]] = Object.entries(jestConfig.transform)
const swcOptions = {
  ...swc,
  jsc: {
    ...swc.jsc,
    // Lifts `jest.mock` above the imports, as @swc/jest does.
    transform: { ...swc.jsc.transform, hidden: { jest: true } },
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
}

/** One test file's modules. @typedef {{ modules: Map<string, Module>, mocks: Map<string, () => unknown>, mocked: Map<string, unknown> }} Registry */
/** Whose test file a module was loaded for. */
const registryOf = new WeakMap()

const ours = file =>
  file.startsWith(root + path.sep) && !file.slice(root.length).includes(`${path.sep}node_modules${path.sep}`)

const { files, leftOut, longestTest, without } = JSON.parse(readFileSync(process.env.MUTATE_TESTS, 'utf8'))

/** The text of a file, without the check that is taken out of it (checks.ts). */
function sourceOf(file) {
  const source = readFileSync(file, 'utf8')
  return without && file === path.join(root, without.file)
    ? source.split(without.text).join(without.becomes)
    : source
}

const compiled = new Map()
for (const extension of ['.ts', '.tsx'])
  Module._extensions[extension] = (module, file) => {
    if (!compiled.has(file))
      compiled.set(file, transformSync(sourceOf(file), { ...swcOptions, filename: file }).code)
    module._compile(compiled.get(file), file)
  }

const loadShared = Module._load
Module._load = (request, parent, isMain) => {
  const registry = registryOf.get(parent)
  if (!registry) return loadShared(request, parent, isMain)
  const name = nameOf(request, parent)
  if (registry.mocks.has(name)) {
    if (!registry.mocked.has(name)) registry.mocked.set(name, registry.mocks.get(name)())
    return registry.mocked.get(name)
  }
  return ours(name) ? load(name, registry, parent) : loadShared(meantBy(request), parent, isMain)
}

const mapped = Object.entries(jestConfig.moduleNameMapper).map(([from, to]) => ({
  from: new RegExp(from),
  to,
}))
/** As Jest is told, what `react` means. */
const meantBy = request => mapped.find(({ from }) => from.test(request))?.to ?? request

/** The file a request means; of what is not installed, the request itself. */
function nameOf(request, parent) {
  try {
    return Module._resolveFilename(meantBy(request), parent)
  } catch {
    return request
  }
}

function load(file, registry, parent) {
  const known = registry.modules.get(file)
  if (known) return known.exports
  const module = new Module(file, parent)
  registry.modules.set(file, module)
  registryOf.set(module, registry)
  try {
    outsideOfTests(() => module.load(file))
  } catch (error) {
    registry.modules.delete(file)
    throw error
  }
  return module.exports
}

/** What runs as a file is loaded counts as that for Stryker, also where a test has the file loaded. */
function outsideOfTests(work) {
  const context = globalThis.__stryker__ ?? {}
  const { currentTestId } = context
  context.currentTestId = undefined
  try {
    work()
  } finally {
    context.currentTestId = currentTestId
  }
}

/** `jest` as a test file knows it. @param {Registry} registry @param {Module} testModule */
function jestOf(registry, testModule) {
  const mocker = new ModuleMocker(globalThis)
  const timers = new ModernFakeTimers({ global: globalThis, config: { rootDir: root, fakeTimers: {} } })
  return {
    fn: mocker.fn.bind(mocker),
    spyOn: mocker.spyOn.bind(mocker),
    mocked: mocker.mocked.bind(mocker),
    clearAllMocks: () => mocker.clearAllMocks(),
    resetAllMocks: () => mocker.resetAllMocks(),
    restoreAllMocks: () => mocker.restoreAllMocks(),
    mock: (request, factory) => registry.mocks.set(nameOf(request, testModule), factory),
    requireActual: request => {
      const name = nameOf(request, testModule)
      return ours(name) ? load(name, registry, testModule) : require(name)
    },
    isolateModules: work => {
      const { modules, mocked } = registry
      Object.assign(registry, { modules: new Map(), mocked: new Map() })
      try {
        work()
      } finally {
        Object.assign(registry, { modules, mocked })
      }
    },
    useFakeTimers: options => timers.useFakeTimers(options),
    useRealTimers: () => timers.useRealTimers(),
    advanceTimersByTime: ms => timers.advanceTimersByTime(ms),
    setSystemTime: now => timers.setSystemTime(now),
    advanceTimersByTimeAsync: ms => timers.advanceTimersByTimeAsync(ms),
    getTimerCount: () => timers.getTimerCount(),
    // How long is too long is said by the room, or by the runner.
    setTimeout: () => undefined,
  }
}

/** `test` of Jest, without what is left out. @param {RegExp | null} leftOut */
function testOf(leftOut) {
  const test = (title, work) => {
    if (!leftOut?.test(title)) globalThis.it(title, work)
  }
  test.each = bind(test, false)
  return test
}

Object.assign(globalThis, {
  expect,
  test: testOf(leftOut && new RegExp(leftOut)),
  beforeAll: globalThis.before,
  afterAll: globalThis.after,
})
globalThis.describe.each = bind(globalThis.describe, false)

for (const file of files) {
  const suite = globalThis.describe(file, function () {
    if (longestTest) this.timeout(longestTest)
    const registry = { modules: new Map(), mocks: new Map(), mocked: new Map() }
    const absolute = path.join(root, file)
    const loader = new Module(absolute)
    Object.assign(loader, { filename: absolute, paths: Module._nodeModulePaths(path.dirname(absolute)) })
    registryOf.set(loader, registry)
    const jest = jestOf(registry, loader)
    const enter = () => {
      globalThis.jest = jest
    }
    enter()
    globalThis.before(enter)
    globalThis.after(() => {
      jest.useRealTimers()
      jest.restoreAllMocks()
    })
    load(absolute, registry, loader)
  })
  // By it Stryker knows which tests have changed since the last run.
  suite.eachTest(each => {
    each.file = path.join(root, file)
  })
}
