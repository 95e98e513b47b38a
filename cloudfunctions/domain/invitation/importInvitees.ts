import type { Headings } from '../sheet/headings'
import type { LeftOut } from '../sheet/leftOut'
import { type Choice, type RowsProblem, rowsOf, type SheetRow } from '../sheet/rows'
import type { Sheet } from '../sheet/table'
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
      leftOut: LeftOut[]
    }
  | { problem: RowsProblem }

const mostIssues = 200

/** Every line that says something, at fault or not. */
export type Examined =
  | { lines: ExaminedLine[]; unknownHeadings: string[]; leftOut: LeftOut[] }
  | { problem: RowsProblem }
export interface ExaminedLine {
  row: ImportedInvitee
  issues: InviteeIssue[]
}

/** Whom a spreadsheet invites, and what is wrong with it. Takes time in proportion to its lines. */
export function importInvitees(
  sheets: readonly Sheet[],
  subject: Subject,
  choice?: Choice,
): ImportedInvitees {
  return imported(examineInvitees(sheets, subject, choice))
}

/** The same, line by line. */
export function examineInvitees(sheets: readonly Sheet[], subject: Subject, choice?: Choice): Examined {
  return subject === 'person'
    ? examinedBy(sheets, inviteeHeadings.person, personRules, choice)
    : examinedBy(sheets, inviteeHeadings.organization, organizationRules, choice)
}

function imported(examined: Examined): ImportedInvitees {
  if ('problem' in examined) return examined
  const { lines, unknownHeadings, leftOut } = examined
  const rows = lines.flatMap(({ row, issues }) => (issues.length === 0 ? [row] : []))
  const issues = lines.flatMap(line => line.issues).slice(0, mostIssues)
  return { rows, issues, faulty: lines.length - rows.length, lines: lines.length, unknownHeadings, leftOut }
}

function examinedBy<C extends InviteeColumn>(
  sheets: readonly Sheet[],
  headings: Headings<C>,
  rules: Rules<C>,
  choice?: Choice,
): Examined {
  const read = rowsOf(sheets, headings, choice)
  if ('problem' in read) return read
  const { columns } = headings
  const firstLines = createFirstLines()
  const lines = read.rows.map(row => ({
    row: inviteeOf(row, columns, rules),
    issues: issuesOf(row, columns, rules, firstLines),
  }))
  return { ...read, lines }
}

function issuesOf<C extends InviteeColumn>(
  { line, texts, dates }: SheetRow<C>,
  columns: readonly C[],
  rules: Rules<C>,
  firstLine: FirstLines,
): InviteeIssue[] {
  const missing = rules.someOf.every(column => texts[column] === '')
  return columns.flatMap((column): InviteeIssue[] => {
    const rule = rules.columns[column]
    if (missing && column === rules.someOf[0]) return [{ line, column, code: 'missing' }]
    if (dates.includes(column)) return [{ line, column, code: 'turnedToDate' }]
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
