import { digitsIn, isFullDate, looksRounded, spoiltBy } from '../sheet/numbers'
import { columnChecks } from './checkColumn'
import { compareRows } from './compareRows'
import { fitsAlone } from './pack'
import {
  type Attachment,
  type AttachmentKind,
  type Authorization,
  authorizationOf,
  type Column,
  columns,
  type Issue,
  type LinkMode,
  type RowFields,
} from './row'

export interface CheckedRow {
  number: number
  fields: RowFields
  attachments: readonly Pick<Attachment, 'kind' | 'size'>[]
}

export interface CheckContext {
  linkMode: LinkMode
  /** For rows that say nothing themselves. */
  authorization: Authorization | null
  /** Bytes: of a file before base64, and of the body of a call. */
  limits: { licenceBytes: number; letterBytes: number; bodyBytes: number }
  /** ms since the epoch: nobody is born after it. */
  now: number
}

/** What would fail at the vendor, for each of the rows, in the order of the columns. Takes time in proportion to the rows. */
export function checkRows(rows: readonly CheckedRow[], context: CheckContext): Issue[][] {
  const comparison = compareRows(rows)
  return rows.map(row => [
    ...inOrder([...columnIssues(row, context), ...comparison(row)]),
    ...letterIssues(row, context),
    ...sizeIssues(row, context.limits),
  ])
}

function columnIssues(row: CheckedRow, context: CheckContext): Issue[] {
  const required = requiredColumns(row, context)
  return columns.flatMap((column): Issue[] => {
    if (row.fields[column] === '') return required.has(column) ? [{ column, code: 'missing' }] : []
    const found = textIssue(column, row.fields, context.now)
    return found ? [found] : []
  })
}

/** What is wrong with the text of one column by itself, where there is one. `now`: ms since the epoch. */
export function textIssue(column: Column, fields: RowFields, now: number): Issue | null {
  const text = fields[column]
  // None of our columns holds a date.
  const spoilt = isFullDate(text) ? 'turnedToDate' : spoiltBy(text)
  if (spoilt) return { column, code: spoilt }
  const found = columnChecks[column](text, fields, now)
  return found && { column, ...(numberIssue(column, text, fields, now) ?? found) }
}

/** Columns of digits, which programs take for numbers. */
const numbers: readonly Column[] = ['creditCode', 'adminMobile', 'adminIdNumber']

/** Of a text at fault: that it is a number as programs write them, or has lost its last digits. */
function numberIssue(
  column: Column,
  text: string,
  fields: RowFields,
  now: number,
): Omit<Issue, 'column'> | null {
  if (!numbers.includes(column)) return null
  const number = digitsIn(text)
  if (number === 'lost' || looksRounded(text)) return { code: 'digitsLost' }
  const right = number && columnChecks[column](number.digits, fields, now) === null
  return right ? { code: 'malformed', suggestion: number.digits } : null
}

function requiredColumns(row: CheckedRow, context: CheckContext): Set<Column> {
  const required = new Set<Column>(['name', 'creditCode', 'legalName'])
  const { adminName, adminMobile, adminIdNumber } = row.fields
  const named = adminName !== '' || adminMobile !== '' || adminIdNumber !== ''
  const letter = has(row, 'letter') || needsLetter(row, context)
  const whole = context.linkMode === 'single' || letter
  if (named || whole) {
    required.add('adminName').add('adminMobile')
    if (whole) required.add('adminIdNumber')
  }
  // With a letter the vendor takes no other way, and does not choose one either.
  if (has(row, 'letter') && context.authorization === null) required.add('authorization')
  return required
}

/** One link for many organizations has no place to hand in a letter later. */
function needsLetter(row: CheckedRow, context: CheckContext): boolean {
  const authorization = authorizationIn(row, context)
  return (
    context.linkMode === 'single' && (authorization === 'letter' || authorization === 'letterAndTransfer')
  )
}

function letterIssues(row: CheckedRow, context: CheckContext): Issue[] {
  if (!has(row, 'letter'))
    return needsLetter(row, context) ? [{ column: 'letter', code: 'letterMissing' }] : []
  return authorizationIn(row, context) === 'legalPerson'
    ? [{ column: 'letter', code: 'letterNotExpected' }]
    : []
}

function sizeIssues({ attachments }: CheckedRow, limits: CheckContext['limits']): Issue[] {
  const most = { licence: limits.licenceBytes, letter: limits.letterBytes }
  const tooLarge = attachments.filter(({ kind, size }) => size > most[kind])
  const total = attachments.reduce((sum, { size }) => sum + size, 0)
  const [largest] = [...attachments].sort((a, b) => b.size - a.size)
  // Each may be small enough, and all of them too much for one call.
  if (tooLarge.length === 0 && largest && !fitsAlone(total, limits.bodyBytes)) tooLarge.push(largest)
  return tooLarge.map(({ kind }) => ({ column: kind, code: 'tooLarge' }))
}

function authorizationIn({ fields }: CheckedRow, context: CheckContext): Authorization | null {
  return authorizationOf(fields.authorization) ?? context.authorization
}

function has({ attachments }: CheckedRow, kind: AttachmentKind): boolean {
  return attachments.some(each => each.kind === kind)
}

function inOrder(issues: readonly Issue[]): Issue[] {
  return columns.flatMap(column => issues.filter(issue => issue.column === column))
}
