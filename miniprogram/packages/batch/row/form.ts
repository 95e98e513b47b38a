import type { Column, RowDetail, RowFields, RowIssue } from '../../../cloud/types'
import {
  type Kind,
  mobile,
  organizationName,
  paperNumber,
  personName,
  registerNumber,
  rightForm,
} from '../../../form/typed'
import { adminIdTypes } from '../shared/administrator'

/** What was typed over the saved values; a column that is absent was left alone. */
export type Typed = Partial<RowFields>

/** In the order of the page. */
export const organizationColumns = ['name', 'creditCode', 'legalName', 'address', 'authorization'] as const
export const administratorColumns = ['adminName', 'adminMobile', 'adminIdType', 'adminIdNumber'] as const
const allColumns: readonly Column[] = [...organizationColumns, ...administratorColumns]

/** The row as whoever may not act on it sees it: its link is for everybody to pass on. */
export function onlyRead(row: RowDetail): RowDetail {
  const { link } = row.can
  const none = { edit: false, resubmit: false, repair: false, cancel: false, attach: false }
  return { ...row, can: { ...none, link } }
}

/** The server shows only a part of it: it can be kept or typed anew, not edited. */
export function isMasked(value: string): boolean {
  return value.includes('*')
}

/** What a column holds; null where every text is right. */
export function kindOf(column: Column, { adminIdType }: Partial<RowFields>): Kind | null {
  switch (column) {
    case 'name':
      return organizationName
    case 'creditCode':
      return registerNumber
    case 'legalName':
    case 'adminName':
      return personName
    case 'adminMobile':
      return mobile
    case 'adminIdNumber':
      return paperNumber(adminIdTypes.find(each => each === adminIdType) ?? 'residentId')
    default:
      return null
  }
}

/**
 * What is to be saved, in its right form where it has one: only columns whose value is another one. `saved` is null of
 * a new row.
 */
export function changes(saved: RowFields | null, typed: Typed): Typed {
  const changed = allColumns.flatMap(column => {
    const kind = kindOf(column, { ...saved, ...typed })
    const text = typed[column]
    const value = kind && text !== undefined ? rightForm(kind, text) : text?.trim()
    return value === undefined || value === (saved?.[column] ?? '') ? [] : [[column, value] as const]
  })
  return Object.fromEntries(changed)
}

/** Typing into a masked column and erasing it again leaves it alone; it is cleared by `cleared` only. */
export function withTyped(saved: RowFields | null, typed: Typed, column: Column, value: string): Typed {
  if (value !== '' || !isMasked(saved?.[column] ?? '')) return { ...typed, [column]: value }
  const { [column]: _erased, ...rest } = typed
  return rest
}

export function cleared(typed: Typed, column: Column): Typed {
  return { ...typed, [column]: '' }
}

/** The issues to show at a column; those of a column that was typed anew no longer apply. */
export function issuesAt(
  issues: readonly RowIssue[],
  column: RowIssue['column'],
  changed: Typed,
): readonly RowIssue[] {
  return column in changed ? [] : issues.filter(each => each.column === column)
}
