import type { Dictionary } from './dictionary'
import { keyOf } from './keys'
import { columnLetters } from './leftOut'
import { createMeaning } from './meaning'
import type { Line, Table } from './table'

export type { Dictionary, Language } from './dictionary'
export { combined, finder, keyOf, split } from './keys'

/** A column nothing is taken from. */
export interface UnusedColumn {
  /** From 0. */
  column: number
  /** Its heading as it is written, else its letter. */
  name: string
  why: 'unknown' | 'twice' | 'hidden' | 'counter' | 'unnamed'
}

export interface Heading<C extends string> {
  /** Index of the first line of the heading in the table. */
  index: number
  /** Index of the first line below it. */
  end: number
  /** For each cell of a line below: its column, or null. */
  columns: readonly (C | null)[]
  unused: readonly UnusedColumn[]
}

export interface Headings<C extends string> extends Pick<Dictionary<C>, 'columns' | 'texts'> {
  /** Which line, or two, say what the columns are; null when none does. Hidden columns say nothing. */
  find(table: Table, hiddenColumns?: readonly number[]): Heading<C> | null
  /** The column a heading means; null when it means none. */
  columnOf(text: string): C | null
}

/** Counts lines, and says nothing about anybody. */
const counters = new Set(['序号', '行号', '编号', '序', 'no', 'number', 'index', 'seq', 'sn'])
/** Titles and hints stand above it. */
const searchedLines = 20
/** Nobody's heading has a number as long as a mobile's. */
const longNumber = /\d{7}/
/** Below the headings: what to fill in, no row yet. */
const hint = /^(?:[（(【[].*[）)】\]]|必填|选填|非必填|可选|required|optional)$/i

interface Candidate<C extends string> extends Heading<C> {
  known: number
  /** All of its cells are known. */
  pure: boolean
}

export function createHeadings<C extends string>(dictionary: Dictionary<C>): Headings<C> {
  const { columns, texts, fewestColumns } = dictionary
  const { columnOf, below } = createMeaning(dictionary)

  /** The heading that one line is, or two: `upper` says of what group the headings of `lower` are. */
  const candidate = (
    index: number,
    upper: Line | null,
    lower: Line,
    hidden: ReadonlySet<number>,
  ): Candidate<C> => {
    const above = upper ? groupsOf(upper, lower) : []
    const taken = new Set<C>()
    const unused: UnusedColumn[] = []
    const width = Math.max(upper?.cells.length ?? 0, lower.cells.length)
    const found = Array.from({ length: width }, (_, column) => {
      const [group = '', text = ''] = [above[column], lower.cells[column]]
      const meant = below(group, text)
      const name = nameOf(group, text) || columnLetters(column)
      if (hidden.has(column)) unused.push({ column, name, why: 'hidden' })
      else if (meant && taken.has(meant)) unused.push({ column, name, why: 'twice' })
      else if (meant) return taken.add(meant) && meant
      else unused.push({ column, name, why: whyUnused(group || text) })
      return null
    })
    const pure = unused.every(({ why }) => why === 'unnamed' || why === 'counter' || why === 'hidden')
    return { index, end: index + (upper ? 2 : 1), columns: found, unused, known: taken.size, pure }
  }

  const find = (table: Table, hiddenColumns: readonly number[] = []): Heading<C> | null => {
    const hidden = new Set(hiddenColumns)
    let best: Candidate<C> | null = null
    for (const [index, line] of table.slice(0, searchedLines).entries()) {
      if (isData(line, columnOf)) continue
      const next = index + 1 < searchedLines ? table[index + 1] : undefined
      const candidates = [candidate(index, null, line, hidden)]
      if (next && !isData(next, columnOf)) candidates.push(candidate(index, line, next, hidden))
      for (const each of candidates) {
        if (each.known >= fewestColumns && (!best || isBetter(each, best))) best = each
      }
    }
    return best && withoutHints(table, best)
  }

  return { columns, texts, find, columnOf }
}

/** More known columns; with as many, the line right below that is nothing but headings: what is above is a title. */
function isBetter(next: Candidate<string>, best: Candidate<string>): boolean {
  if (next.known !== best.known) return next.known > best.known
  // A group above that adds nothing is a title.
  if (next.end === best.end) return true
  if (!next.pure) return false
  return !best.pure || (next.index === best.end && next.end === next.index + 1)
}

function withoutHints<C extends string>(
  table: Table,
  { index, end, columns, unused }: Candidate<C>,
): Heading<C> {
  const cells = table[end]?.cells.filter(text => text !== '') ?? []
  return {
    index,
    end: cells.length > 0 && cells.every(text => hint.test(text)) ? end + 1 : end,
    columns,
    unused,
  }
}

/**
 * For each column, the heading above it. Without merged cells one stands above the first of its columns only, and the
 * others have nothing above them.
 */
function groupsOf(upper: Line, lower: Line): string[] {
  const groups: string[] = []
  for (let column = 0; column < lower.cells.length; column++) {
    const text = upper.cells[column] ?? ''
    const before = groups[column - 1] ?? ''
    const continues = text === '' && lower.cells[column] !== '' && lower.cells[column - 1] !== ''
    groups.push(continues ? before : text)
  }
  return [...groups, ...upper.cells.slice(groups.length)]
}

function nameOf(group: string, text: string): string {
  return group === '' || text === '' || group === text ? group || text : `${group} ${text}`
}

function whyUnused(text: string): UnusedColumn['why'] {
  if (text === '') return 'unnamed'
  return counters.has(keyOf(text)) ? 'counter' : 'unknown'
}

/** A line about somebody, not about what the columns are. A heading may have an example in it. */
export function isData({ cells }: Line, columnOf: (text: string) => string | null): boolean {
  return cells.some(
    text => longNumber.test(text.normalize('NFKC').replace(/[\s-]/g, '')) && columnOf(text) === null,
  )
}
