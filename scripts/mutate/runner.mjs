import { readFileSync } from 'node:fs'
import path from 'node:path'
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { createMochaTestRunner } from '@stryker-mutator/mocha-runner'

/** Of all tests that reach a change, as many as are run against it, the nearest first. */
const { mostTests } = JSON.parse(readFileSync(process.env.MUTATE_TESTS, 'utf8'))

/** Stryker's own way to run Mocha, in ways that make a whole room of thousands of changes a matter of an hour. */
function createRunner(injector) {
  const runner = createMochaTestRunner(injector)
  const mutantRun = runner.mutantRun.bind(runner)
  return Object.assign(runner, {
    // Code that runs as a file is loaded and in tests too is changed for the tests only (`ignoreStatic`), once all is
    // loaded. Stryker takes a new process for each such change nevertheless, unless told that it need not.
    capabilities: async () => ({ reloadEnvironment: true }),
    async mutantRun(options) {
      // Stryker loads them later: before the first change of a new process nobody would know which are near.
      if (!runner.loadedEnv) await runner.mocha.loadFilesAsync()
      runner.loadedEnv = true
      const file = path.relative(process.cwd(), options.sandboxFileName)
      const suites = runner.mocha.suite.suites
      suites.sort((a, b) => nearness(b.title, file) - nearness(a.title, file))
      const place = test => {
        const at = suites.findIndex(({ title }) => test.startsWith(`${title} `))
        if (at < 0) throw new Error(`no suite of ${test}`)
        return at
      }
      const nearest = options.testFilter
        ?.map(test => [place(test), test])
        .sort(([a], [b]) => a - b)
        .slice(0, mostTests)
        .map(([, test]) => test)
      return mutantRun({ ...options, testFilter: nearest })
    },
  })
}
createRunner.inject = createMochaTestRunner.inject

/** Folders in common, and most of all the name. Suites are called by their files. */
function nearness(testFile, file) {
  const stem = name => name.replace(/(\.test)?\.ts$/, '')
  const [test, code] = [testFile, file].map(each => stem(each).split('/'))
  const differs = code.findIndex((part, at) => part !== test[at])
  return differs < 0 ? code.length : differs
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'nearestFirst', createRunner)]
