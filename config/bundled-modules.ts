import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Compiler, Module } from 'webpack'

/** Writes which files of packages are really in the mini-program, one a line, relative to the root of the project. */
export class BundledModules {
  constructor(private readonly file: string) {}

  apply({ hooks, context }: Compiler): void {
    hooks.afterEmit.tap('BundledModules', ({ modules, chunkGraph }) => {
      const used = [...modules].filter(each => chunkGraph.getNumberOfModuleChunks(each) > 0)
      const files = new Set(
        used.flatMap(resourcesOf).map(file => path.relative(context, file).split(path.sep).join('/')),
      )
      mkdirSync(path.dirname(this.file), { recursive: true })
      writeFileSync(
        this.file,
        `${[...files]
          .filter(file => file.includes('node_modules/'))
          .sort()
          .join('\n')}\n`,
      )
    })
  }
}

/** Several modules that were made one are named by the parts. */
function resourcesOf(module: Module): string[] {
  if ('modules' in module && Array.isArray(module.modules)) return module.modules.flatMap(resourcesOf)
  const resource = module.nameForCondition()
  return resource ? [resource] : []
}
