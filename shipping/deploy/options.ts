import { parseArgs } from 'node:util'
import type { RunOptions } from './run'
import { parts } from './steps'

export interface DeployOptions extends RunOptions {
  /** Of deploy/<name>.json; null: the only one there is. */
  name: string | null
  /** File with the variables of the functions. */
  settings: string | undefined
  /** To the build before. */
  back: boolean
  /** What stands in dist/ is taken as it is: built elsewhere, or a moment ago. */
  built: boolean
}

export const usage =
  '用法 usage: npm run deploy -- [<环境 name>] [--dry-run] [--settings <文件 file>] [--only functions|rules|miniprogram] [--back] [--built] [--yes]'

/** null: not understood. */
export function readOptions(args: string[], env: Record<string, string | undefined>): DeployOptions | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        back: { type: 'boolean', default: false },
        built: { type: 'boolean', default: false },
        only: { type: 'string' },
        settings: { type: 'string' },
      },
    })
    const only = parts.find(each => each === values.only) ?? null
    if (positionals.length > 1 || (values.only !== undefined && only === null)) return null
    return {
      name: positionals[0] ?? null,
      dryRun: values['dry-run'],
      yes: values.yes,
      back: values.back,
      built: values.built,
      only,
      settings: values.settings ?? env.SHIPPING_SETTINGS,
    }
  } catch {
    return null
  }
}
