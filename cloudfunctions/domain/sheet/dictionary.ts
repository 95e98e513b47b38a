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
