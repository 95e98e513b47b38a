import type { Count } from './limits'
import { type Attributes, readXml } from './xml'
import type { Archive } from './zip'

export interface Relation {
  id: string | undefined
  /** The last word of its type: `worksheet`, `sharedStrings` … */
  type: string | undefined
  /** The part's name in the archive. */
  target: string
}

/** What a part refers to; '' asks for the whole package. Parts outside of the archive are left out. */
export function relationsOf(archive: Archive, part: string, count: Count): Relation[] {
  const slash = part.lastIndexOf('/') + 1
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
  if (!archive.has(name)) return []
  const found: Relation[] = []
  readXml(archive.read(name, count), {
    open(path, attributes) {
      if (path !== 'Relationships/Relationship' || attributes.TargetMode === 'External') return
      found.push(relationOf(attributes, part.slice(0, slash)))
    },
  })
  return found
}

function relationOf({ Id, Type, Target = '' }: Attributes, folder: string): Relation {
  return { id: Id, type: Type?.split('/').at(-1), target: resolved(Target, folder) }
}

/** `/xl/a.xml` stands for itself, `../a.xml` and `a.xml` are seen from the part's folder. */
function resolved(target: string, folder: string): string {
  const path = decodedName(target.replace(/\\/g, '/'))
  const steps: string[] = []
  for (const step of (path.startsWith('/') ? path : `${folder}${path}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function decodedName(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}
