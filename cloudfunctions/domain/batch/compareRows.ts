import {
  likeliest,
  organizationNameKey,
  plainNumber,
  readMobile,
  readOrganizationName,
  readPersonName,
} from '../identity'
import type { Issue, RowFields } from './row'

interface ComparedRow {
  number: number
  fields: RowFields
}

/** What is wrong with a row because of another row of the same batch. */
export type Comparison = (row: ComparedRow) => Issue[]

/** Learns all rows first, so that it makes no difference in what order they stand. */
export function compareRows(rows: readonly ComparedRow[]): Comparison {
  const names = sameBy(rows, nameOf)
  const codes = sameBy(rows, codeOf)
  const adminNames = otherwiseBy(rows, row => likeliest(readPersonName, row.fields.adminName))
  const adminNumbers = otherwiseBy(rows, row => plainNumber(row.fields.adminIdNumber))
  return row => {
    const issues: Issue[] = []
    const add = (column: Issue['column'], code: Issue['code'], other: number | null) => {
      if (other !== null) issues.push({ column, code, other })
    }
    add('name', 'duplicateName', names(row))
    add('creditCode', 'duplicateCode', codes(row))
    add('adminName', 'adminConflict', adminNames(row))
    add('adminIdNumber', 'adminConflict', adminNumbers(row))
    return issues
  }
}

type KeyOf = (row: ComparedRow) => string

const nameOf: KeyOf = ({ fields }) => organizationNameKey(likeliest(readOrganizationName, fields.name))
const codeOf: KeyOf = ({ fields }) => plainNumber(fields.creditCode)
const mobileOf: KeyOf = ({ fields }) => likeliest(readMobile, fields.adminMobile)

/** For a row: the first other one with the same key. */
function sameBy(rows: readonly ComparedRow[], keyOf: KeyOf): (row: ComparedRow) => number | null {
  const firstTwo = new Map<string, number[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === '') continue
    firstTwo.set(key, lowest([...(firstTwo.get(key) ?? []), row.number]))
  }
  return row => firstTwo.get(keyOf(row))?.find(number => number !== row.number) ?? null
}

/** For a row: the first one with the same mobile and another, non-empty value. */
function otherwiseBy(rows: readonly ComparedRow[], saidBy: KeyOf): (row: ComparedRow) => number | null {
  const firstOfValue = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const mobile = mobileOf(row)
    const value = saidBy(row)
    if (mobile === '' || value === '') continue
    const values = firstOfValue.get(mobile) ?? new Map<string, number>()
    values.set(value, Math.min(values.get(value) ?? row.number, row.number))
    firstOfValue.set(mobile, values)
  }
  const inOrder = new Map([...firstOfValue].map(([mobile, values]) => [mobile, byRow(values)]))
  return row => {
    const value = saidBy(row)
    if (value === '') return null
    return inOrder.get(mobileOf(row))?.find(([other]) => other !== value)?.[1] ?? null
  }
}

const byRow = (values: Map<string, number>): [string, number][] => [...values].sort(([, a], [, b]) => a - b)

function lowest(numbers: number[]): number[] {
  return numbers.sort((a, b) => a - b).slice(0, 2)
}
