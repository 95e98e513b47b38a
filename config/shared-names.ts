import { createHash } from 'node:crypto'
import path from 'node:path'

/** What several sub-packages share, as Taro's MiniSplitChunksPlugin notes it. `chunks`: pages, by their paths. */
export interface SharedModule {
  resource?: string
  identifier: string
  chunks: ReadonlySet<string>
}

/** As much of the plugin as is changed. */
interface SharingPlugin {
  subCommonDeps: Map<string, SharedModule>
  /** Folders of the sub-packages. */
  subRoots: readonly string[]
  getSubCommonCacheGroup(): Record<string, { priority: number }>
}

/**
 * Taro names the files of what sub-packages share by the absolute paths of their sources, and webpack orders them by
 * sizes in which those paths are: in another folder every file would be called otherwise, and stand elsewhere. Here
 * they are named, and ordered, by the paths below the root. Styles keep their order: there it has a meaning.
 *
 * Taro copies what two sub-packages share into both. What all of them share is not copied: without a group of its own it
 * falls into the main package.
 */
export function namedByPath<Plugin extends SharingPlugin>(plugin: Plugin, root: string): Plugin {
  let notes = new SharedNames(root)
  const groupsOf = plugin.getSubCommonCacheGroup.bind(plugin)
  return Object.defineProperties(plugin, {
    subCommonDeps: {
      get: () => notes,
      set: (given: Map<string, SharedModule>) => {
        notes = new SharedNames(root)
        for (const [name, module] of given) notes.set(name, module)
      },
    },
    getSubCommonCacheGroup: { value: () => ordered(copied(groupsOf(), notes, plugin.subRoots), notes) },
  })
}

/** Without those of what every sub-package has; styles stay where their order is that of the page. */
function copied<Groups extends Record<string, { priority: number }>>(
  groups: Groups,
  notes: SharedNames,
  roots: readonly string[],
): Groups {
  for (const name of Object.keys(groups)) {
    const module = notes.get(path.posix.basename(name))
    const pages = [...(module?.chunks ?? [])]
    if (!isStyle(module) && roots.every(root => pages.some(page => page.startsWith(`${root}/`))))
      delete groups[name]
  }
  return groups
}

/** Between two priorities of Taro's. */
function ordered<Groups extends Record<string, { priority: number }>>(
  groups: Groups,
  notes: SharedNames,
): Groups {
  const scripts = Object.keys(groups).filter(name => !isStyle(notes.get(path.posix.basename(name))))
  for (const [rank, name] of scripts.sort().entries()) {
    const group = groups[name]
    if (group) group.priority += (rank + 1) / (scripts.length + 1)
  }
  return groups
}

const isStyle = (module: SharedModule | undefined): boolean =>
  /\.(css|scss|less)$/.test(module?.resource ?? '')

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
