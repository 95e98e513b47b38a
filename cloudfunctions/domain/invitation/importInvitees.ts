import type { Headings } from '../sheet/headings'
import { type LeftOut, numbersText } from '../sheet/leftOut'
import { type Choice, type RowsProblem, rowsOf, type SheetRow } from '../sheet/rows'
import type { Sheet } from '../sheet/table'
import type { Subject } from '../words'
import { type InviteeIssue, organizationRules, personRules, type Rules, readColumn } from './checkInvitee'
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

/** Whom a spreadsheet invites, and what is wrong with it. `now`: ms since the epoch. Takes time in proportion to its lines. */
export function importInvitees(
  sheets: readonly Sheet[],
  subject: Subject,
  now: number,
  choice?: ListChoice,
): ImportedInvitees {
  return imported(examineInvitees(sheets, subject, now, choice), choice?.leaveFaulty === true)
}

interface ListChoice extends Choice {
  /** Names the lines at fault among what is left out. */
  leaveFaulty?: boolean | undefined
}

/** The same, line by line. */
export function examineInvitees(
  sheets: readonly Sheet[],
  subject: Subject,
  now: number,
  choice?: Choice,
): Examined {
  return subject === 'person'
    ? examinedBy(sheets, inviteeHeadings.person, personRules, now, choice)
    : examinedBy(sheets, inviteeHeadings.organization, organizationRules, now, choice)
}

function imported(examined: Examined, leaveFaulty: boolean): ImportedInvitees {
  if ('problem' in examined) return examined
  const { lines, unknownHeadings } = examined
  const rows = lines.flatMap(({ row, issues }) => (issues.length === 0 ? [row] : []))
  const issues = lines.flatMap(line => line.issues).slice(0, mostIssues)
  const faultyLines = lines.flatMap(({ row, issues: own }) => (own.length > 0 ? [row.line] : []))
  const faulty = faultyLines.length
  const left: LeftOut = { what: 'row', name: numbersText(faultyLines), count: faulty, why: 'faulty' }
  const leftOut = leaveFaulty && faulty > 0 ? [left, ...examined.leftOut] : examined.leftOut
  return { rows, issues, faulty, lines: lines.length, unknownHeadings, leftOut }
}

function examinedBy<C extends InviteeColumn>(
  sheets: readonly Sheet[],
  headings: Headings<C>,
  rules: Rules<C>,
  now: number,
  choice?: Choice,
): Examined {
  const read = rowsOf(sheets, headings, choice)
  if ('problem' in read) return read
  const { columns } = headings
  const firstLines = createFirstLines()
  const lines = read.rows.map(row => checked(row, columns, rules, firstLines, now))
  return { ...read, lines }
}

function checked<C extends InviteeColumn>(
  { line, texts, dates }: SheetRow<C>,
  columns: readonly C[],
  rules: Rules<C>,
  firstLine: FirstLines,
  now: number,
): ExaminedLine {
  const missing = rules.someOf.every(column => texts[column] === '')
  const said: Partial<Record<InviteeColumn, string>> = {}
  const issues: InviteeIssue[] = []
  for (const column of columns) {
    const rule = rules.columns[column]
    const read = readColumn(texts[column], rule, now)
    // What is at fault is told as it was typed.
    const text = 'value' in read ? read.value : texts[column]
    if (text !== '') said[column] = text
    if (missing && column === rules.someOf[0]) issues.push({ line, column, code: 'missing' })
    else if (dates.includes(column)) issues.push({ line, column, code: 'turnedToDate' })
    else if ('fault' in read) issues.push({ line, column, ...read.fault })
    else if (rule.unique && text !== '') {
      const other = firstLine(column, rule.unique(text), line)
      if (other !== line) issues.push({ line, column, code: 'duplicate', other })
    }
  }
  const { bizId = '', ...invitee } = said
  return { row: { line, invitee, bizId }, issues }
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
