import type { Headings } from '../sheet/headings'
import { rowsOf, type SheetRow } from '../sheet/rows'
import type { Table } from '../sheet/table'
import type { Subject } from '../words'
import { faultOf, type InviteeIssue, organizationRules, personRules, type Rules } from './checkInvitee'
import type { Invitee } from './fields'
import { type InviteeColumn, inviteeHeadings } from './importHeadings'

export interface ImportedInvitee {
  /** Where it stands in the spreadsheet, from 1. */
  line: number
  invitee: Invitee
  /** '' for none. */
  bizId: string
}

export type ImportedInvitees =
  | {
      /** The lines that are not at fault. */
      rows: ImportedInvitee[]
      /** By line and column; the first 200. */
      issues: InviteeIssue[]
      /** Lines at fault in all. */
      faulty: number
      /** Lines that say something. */
      lines: number
      /** Of columns that were left out. */
      unknownHeadings: string[]
    }
  | { problem: 'empty' | 'noHeading' }

const mostIssues = 200

/** Whom a spreadsheet invites, and what is wrong with it. Takes time in proportion to its lines. */
export function importInvitees(table: Table, subject: Subject): ImportedInvitees {
  return subject === 'person'
    ? imported(table, inviteeHeadings.person, personRules)
    : imported(table, inviteeHeadings.organization, organizationRules)
}

function imported<C extends InviteeColumn>(
  table: Table,
  headings: Headings<C>,
  rules: Rules<C>,
): ImportedInvitees {
  const read = rowsOf(table, headings)
  if ('problem' in read) return read
  const { columns } = headings
  const firstLines = createFirstLines()
  const rows: ImportedInvitee[] = []
  const issues: InviteeIssue[] = []
  for (const row of read.rows) {
    const found = issuesOf(row, columns, rules, firstLines)
    if (found.length === 0) rows.push(inviteeOf(row, columns, rules))
    issues.push(...found.slice(0, mostIssues - issues.length))
  }
  const lines = read.rows.length
  return { rows, issues, faulty: lines - rows.length, lines, unknownHeadings: read.unknownHeadings }
}

function issuesOf<C extends InviteeColumn>(
  { line, texts }: SheetRow<C>,
  columns: readonly C[],
  rules: Rules<C>,
  firstLine: FirstLines,
): InviteeIssue[] {
  const missing = rules.someOf.every(column => texts[column] === '')
  return columns.flatMap((column): InviteeIssue[] => {
    const rule = rules.columns[column]
    if (missing && column === rules.someOf[0]) return [{ line, column, code: 'missing' }]
    const fault = faultOf(texts[column], rule)
    if (fault) return [{ line, column, code: fault.code }]
    const text = rule.plain(texts[column])
    const other = rule.unique && text !== '' ? firstLine(column, text, line) : line
    return other === line ? [] : [{ line, column, code: 'duplicate', other }]
  })
}

function inviteeOf<C extends InviteeColumn>(
  { line, texts }: SheetRow<C>,
  columns: readonly C[],
  rules: Rules<C>,
): ImportedInvitee {
  const said: Partial<Record<InviteeColumn, string>> = {}
  for (const column of columns) {
    const text = rules.columns[column].plain(texts[column])
    if (text !== '') said[column] = text
  }
  const { bizId = '', ...invitee } = said
  return { line, invitee, bizId }
}

/** The first line that says a text in a column, which is `line` itself when none has before. */
type FirstLines = (column: InviteeColumn, text: string, line: number) => number

function createFirstLines(): FirstLines {
  const lines = new Map<string, number>()
  return (column, text, line) => {
    const key = `${column}\n${text}`
    const first = lines.get(key) ?? line
    lines.set(key, first)
    return first
  }
}
