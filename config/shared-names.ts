import { createHash } from 'node:crypto'
import path from 'node:path'

/** What several sub-packages share, as Taro's MiniSplitChunksPlugin notes it. */
export interface SharedModule {
  resource?: string
  identifier: string
}

/**
 * Taro names the files of what sub-packages share by the absolute paths of their sources: in another folder every file
 * would be called otherwise. Its notes give them names by the paths below the root instead.
 */
export function namedByPath<Plugin extends object>(plugin: Plugin, root: string): Plugin {
  let notes = new SharedNames(root)
  return Object.defineProperty(plugin, 'subCommonDeps', {
    get: () => notes,
    set: (given: Map<string, SharedModule>) => {
      notes = new SharedNames(root)
      for (const [name, module] of given) notes.set(name, module)
    },
  })
}

/** Found under the name it was given, too. */
class SharedNames extends Map<string, SharedModule> {
  private readonly given = new Map<string, string>()
  constructor(private readonly root: string) {
    super()
  }
  override has(name: string): boolean {
    return super.has(this.given.get(name) ?? name)
  }
  override get(name: string): SharedModule | undefined {
    return super.get(this.given.get(name) ?? name)
  }
  override set(name: string, module: SharedModule): this {
    const own = this.nameOf(module)
    this.given.set(name, own)
    return super.set(own, module)
  }
  private nameOf({ resource, identifier }: SharedModule): string {
    const place = (resource ?? identifier).replaceAll(this.root + path.sep, '').replaceAll('\\', '/')
    return createHash('sha256').update(place).digest('hex').slice(0, 32)
  }
}
