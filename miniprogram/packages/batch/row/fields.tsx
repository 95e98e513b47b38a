import type { Column } from '../../../cloud/types'
import { CellGroup } from '../../../components/cell'
import { batchText } from '../shared/texts'
import { useVendor } from '../shared/use-vendor'
import { administratorColumns, issuesAt, organizationColumns } from './form'
import { RowFact, RowField } from './row-field'
import { rowText } from './texts'
import type { RowPage } from './use-row'

/** All columns of the row; to be edited where that is allowed. */
export function Fields({ page, edit }: { page: RowPage; edit: boolean }) {
  const { row, saved, typed, changed, batch } = page
  const vendor = useVendor()
  const ofBatch = batch ? batchText(`authorization.${batch.authorization ?? 'none'}`, { vendor }) : ''
  const One = edit ? RowField : RowFact
  const list = (columns: readonly Column[]) =>
    columns.map(column => (
      <One
        key={column}
        column={column}
        saved={saved?.[column] ?? ''}
        typed={typed[column]}
        issues={issuesAt(row?.issueList ?? [], column, changed)}
        ofBatch={ofBatch}
        onType={value => page.type(column, value)}
        onClear={() => page.clear(column)}
      />
    ))
  return (
    <>
      <CellGroup title={rowText('organization')}>{list(organizationColumns)}</CellGroup>
      <CellGroup title={rowText('administrator')}>{list(administratorColumns)}</CellGroup>
    </>
  )
}
