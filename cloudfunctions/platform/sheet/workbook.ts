import type { Sheet } from '../../domain/sheet/table'
import { SheetError } from './error'
import { type Count, createCount, limits } from './limits'
import { type Relation, relationsOf } from './relations'
import { readStrings } from './strings'
import { readStyles } from './styles'
import { createBudget, readWorksheet } from './worksheet'
import { type Attributes, isTrue, readXml } from './xml'
import { type Archive, openArchive } from './zip'

interface SheetEntry {
  name: string
  hidden: boolean
  relation: string | undefined
}

/** All sheets with cells of an .xlsx or .xlsm workbook, in their order. Throws SheetError. */
export function readWorkbook(bytes: Buffer): Sheet[] {
  const archive = openArchive(bytes)
  const count = createCount(limits.unpacked, 'inflated')
  const part = workbookPart(archive, count)
  const relations = relationsOf(archive, part, count)
  const { entries, since1904 } = sheetList(archive, part, count)
  /** What a part says that a workbook may go without. */
  const read = <T>(type: string, reading: (pieces: Iterable<Uint8Array>) => T[]): T[] => {
    const part = relations.find(each => each.type === type && archive.has(each.target))
    return part ? reading(archive.read(part.target, count)) : []
  }
  const budget = createBudget()
  const context = {
    strings: read('sharedStrings', pieces => readStrings(pieces, budget.strings)),
    styles: read('styles', readStyles),
    since1904,
    budget,
  }
  return entries.flatMap(({ name, hidden, relation }) => {
    const target = sheetPart(relations, relation, archive)
    return target === null ? [] : [{ name, hidden, ...readWorksheet(archive.read(target, count), context) }]
  })
}

/** null: a chart, a dialog or macros. */
function sheetPart(relations: readonly Relation[], id: string | undefined, archive: Archive): string | null {
  const relation = relations.find(each => each.id === id)
  if (!relation || !archive.has(relation.target)) throw new SheetError('broken')
  return relation.type === 'worksheet' ? relation.target : null
}

const usualPart = 'xl/workbook.xml'

function workbookPart(archive: Archive, count: Count): string {
  const main = relationsOf(archive, '', count).find(({ type }) => type === 'officeDocument')?.target
  const part = main && archive.has(main) ? main : usualPart
  if (part.endsWith('.bin')) throw new SheetError('binaryWorkbook')
  if (!archive.has(part)) throw new SheetError(kindOf(archive))
  return part
}

/** What an archive is that is no workbook. */
function kindOf({ has, names }: Archive): 'binaryWorkbook' | 'numbers' | 'openDocument' | 'otherKind' {
  if (has('xl/workbook.bin')) return 'binaryWorkbook'
  if (names.some(name => /\.iwa$|^Index\.zip$/i.test(name))) return 'numbers'
  return has('content.xml') && has('META-INF/manifest.xml') ? 'openDocument' : 'otherKind'
}

function sheetList(
  archive: Archive,
  part: string,
  count: Count,
): { entries: SheetEntry[]; since1904: boolean } {
  const entries: SheetEntry[] = []
  let root = ''
  let since1904 = false
  readXml(archive.read(part, count), {
    open(path, attributes) {
      root ||= path
      if (path === 'workbook/workbookPr') since1904 = isTrue(attributes.date1904)
      if (path === 'workbook/sheets/sheet') entries.push(sheetEntry(attributes))
      if (entries.length > limits.sheets) throw new SheetError('unusual')
    },
  })
  if (root !== 'workbook') throw new SheetError('otherKind')
  return { entries, since1904 }
}

function sheetEntry({ name = '', state, 'r:id': relation }: Attributes): SheetEntry {
  // Or `veryHidden`: only a program can show it again.
  return { name, hidden: state?.toLowerCase().includes('hidden') ?? false, relation }
}
