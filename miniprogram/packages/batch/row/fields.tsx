import type { Column } from '../../../cloud/types'
import { CellGroup } from '../../../components/cell'
import { bt } from '../shared/texts'
import { administratorColumns, issuesAt, organizationColumns } from './form'
import { RowFact, RowField } from './row-field'
import { rt } from './texts'
import type { RowPage } from './use-row'

/** All columns of the row; to be edited where that is allowed. */
export function Fields({ page, edit }: { page: RowPage; edit: boolean }) {
  const { row, saved, typed, changed, batch } = page
  const ofBatch = batch ? bt(`authorization.${batch.authorization ?? 'none'}`) : ''
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
      <CellGroup title={rt('organization')}>{list(organizationColumns)}</CellGroup>
      <CellGroup title={rt('administrator')}>{list(administratorColumns)}</CellGroup>
    </>
  )
}
