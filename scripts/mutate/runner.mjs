import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { createMochaTestRunner } from '@stryker-mutator/mocha-runner'

/**
 * Code that runs as a file is loaded and in tests too is changed for the tests only (`ignoreStatic`), once all is
 * loaded. Stryker takes a new process for each such change nevertheless, seconds instead of milliseconds, unless told
 * that it need not. Not for `--static`.
 */
function createRunner(injector) {
  const runner = createMochaTestRunner(injector)
  runner.capabilities = async () => ({ reloadEnvironment: true })
  return runner
}
createRunner.inject = createMochaTestRunner.inject

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'loadedOnce', createRunner)]
