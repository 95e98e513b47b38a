import type { Table } from './table'

export type Language = 'zh' | 'en'

/** What the columns of one kind of spreadsheet are called. */
export interface Dictionary<C extends string> {
  columns: readonly C[]
  /** In templates and exports. */
  texts: Readonly<Record<Language, Readonly<Record<C, string>>>>
  /** What else people call them, separated by commas. */
  aliases: Readonly<Record<C, readonly string[]>>
  /** A line with fewer known words is no heading. */
  fewestColumns: number
}

export interface Heading<C extends string> {
  /** Index of the heading line in the table. */
  index: number
  /** For each cell of a line below: its column, or null. */
  columns: readonly (C | null)[]
  /** As they are written: those that mean nothing to us, and the second one of a column. */
  unknown: string[]
}

export interface Headings<C extends string> extends Pick<Dictionary<C>, 'columns' | 'texts'> {
  /** Which line says what the columns are; null when none does. */
  find(table: Table): Heading<C> | null
  /** The column a heading means; null when it means none. */
  columnOf(text: string): C | null
}

/** Says nothing about anybody, and is no surprise either. */
const ignored = new Set(['序号', '行号', '编号', 'no', 'number', 'index'])
/** A longer text is no heading, whatever it says. */
const longestHeading = 300
/** Titles and hints stand above it. */
const searchedLines = 10
/** To its end, or to the end of the heading. */
const remark = /[（(【[〔<《][^）)】\]〕>》]*[）)】\]〕>》]?/g

export function createHeadings<C extends string>(dictionary: Dictionary<C>): Headings<C> {
  const { columns, texts, aliases, fewestColumns } = dictionary
  const byKey = keysOf(columns, column => [texts.zh[column], texts.en[column], ...split(aliases[column])])

  const columnOf = (text: string): C | null => {
    if (text.length > longestHeading) return null
    return byKey.get(keyOf(text)) ?? byKey.get(keyOf(text.replace(remark, ''))) ?? null
  }

  const headingOf = (index: number, cells: readonly string[]): Heading<C> => {
    const taken = new Set<C>()
    const unknown: string[] = []
    const found = cells.map(text => {
      const column = columnOf(text)
      if (column && !taken.has(column)) {
        taken.add(column)
        return column
      }
      if (text !== '' && !ignored.has(keyOf(text))) unknown.push(text)
      return null
    })
    return { index, columns: found, unknown }
  }

  const find = (table: Table): Heading<C> | null => {
    let best: Heading<C> | null = null
    for (const [index, line] of table.slice(0, searchedLines).entries()) {
      const heading = headingOf(index, line.cells)
      const known = knownColumns(heading)
      if (known >= fewestColumns && known > knownColumns(best)) best = heading
    }
    return best
  }

  return { columns, texts, find, columnOf }
}

function knownColumns(heading: Heading<string> | null): number {
  return heading === null ? 0 : heading.columns.filter(column => column !== null).length
}

/** Case, width, spaces and punctuation make no difference, nor does a remark like 「必填」. */
export function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(必填|选填|可选|required|optional)$/, '')
}

/** Finds a value by the key of any of its names. */
export function keysOf<V extends string>(
  values: readonly V[],
  namesOf: (value: V) => readonly string[],
): Map<string, V> {
  return new Map(values.flatMap(value => namesOf(value).map(name => [keyOf(name), value] as const)))
}

/** Names that are written side by side, separated by commas. */
export function split(lists: readonly string[]): string[] {
  return lists.flatMap(list => list.split(','))
}
