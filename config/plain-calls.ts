import type { Compiler, Dependency } from 'webpack'

/** As much of webpack's note of an imported name as is changed. */
interface ImportedName extends Dependency {
  call?: boolean
  directImport?: boolean
}

/**
 * Webpack calls what is imported as `(0, module.name)(…)`, so that it does not get the module as its `this`. No function
 * that is exported here looks at its `this`: `module.name(…)` does the same, and there are thousands of them.
 */
export class PlainCalls {
  apply({ hooks }: Compiler): void {
    hooks.compilation.tap('PlainCalls', compilation => {
      compilation.hooks.finishModules.tap('PlainCalls', modules => {
        for (const module of modules)
          for (const dependency of module.dependencies as ImportedName[])
            if (dependency.type === 'harmony import specifier' && dependency.call)
              dependency.directImport = false
      })
    })
  }
}
