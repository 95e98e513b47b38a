import { View } from '@tarojs/components'
import type { BatchView } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { Confirm } from '../../../components/confirm'
import { Dialog } from '../../../components/dialog'
import { useVendor } from '../shared/use-vendor'
import { unsure } from './bulk'
import { RepairSheet } from './repair-sheet'
import { SubmitSheet } from './submit-sheet'
import { boardText } from './texts'
import type { Acts, Sheet } from './use-acts'

interface SheetsProps {
  batch: BatchView
  acts: Acts
}

/** What is asked before something is done that cannot be taken back. */
export function Sheets({ batch, acts }: SheetsProps) {
  const { sheet } = acts
  const vendor = useVendor()
  if (sheet === null) return null
  switch (sheet.kind) {
    case 'submit':
      return <SubmitSheet batch={batch} acts={acts} />
    case 'bulk':
      return <BulkSheet sheet={sheet} acts={acts} />
    case 'repair':
      return <RepairSheet rows={sheet.rows} acts={acts} />
    case 'notCleared':
      return <NotCleared rows={sheet.rows} onClose={acts.close} />
    case 'cancelBatch':
      return (
        <Confirm
          id="cancel"
          title={boardText('cancel.title')}
          texts={[boardText('cancel.text', { vendor })]}
          yes={boardText('cancel.yes')}
          no={boardText('cancel.no')}
          kind="danger"
          onYes={acts.cancelBatch}
          onClose={acts.close}
        />
      )
  }
}

function BulkSheet({ sheet, acts }: { sheet: Extract<Sheet, { kind: 'bulk' }>; acts: Acts }) {
  const { act, rows } = sheet
  const n = rows.length
  const doubtful = unsure(rows)
  const vendor = useVendor()
  return (
    <Confirm
      id="bulk"
      yesId="bulk-confirm"
      title={boardText(`bulk.${act}.title`, { n })}
      texts={[boardText(`bulk.${act}.text`, { n, vendor })]}
      yes={boardText(`bulk.${act}.yes`)}
      no={boardText('bulk.no')}
      kind={act === 'resubmit' ? 'plain' : 'danger'}
      onYes={() => acts.doBulk(act, rows)}
      onClose={acts.close}
    >
      {doubtful > 0 && act !== 'remove' && (
        <View id="bulk-unsure" className="p-sheet__more p-sheet__warn">
          {boardText(`bulk.${act}.unsure`, { n: doubtful, vendor })}
        </View>
      )}
    </Confirm>
  )
}

function NotCleared({
  rows,
  onClose,
}: {
  rows: Extract<Sheet, { kind: 'notCleared' }>['rows']
  onClose: () => void
}) {
  const vendor = useVendor()
  return (
    <Dialog
      id="not-cleared"
      title={boardText('notCleared.title', { n: rows.length })}
      onClose={onClose}
      actions={
        <Button id="not-cleared-close" onTap={onClose}>
          {boardText('notCleared.close')}
        </Button>
      }
    >
      <View>{boardText('notCleared.text', { vendor })}</View>
      {rows.map(row => (
        <View key={row.rowId} className="p-sheet__item">
          <View>{`${row.number}. ${row.name}`}</View>
          <View className="p-sheet__note">{row.text || boardText(`notCleared.${row.why}`, { vendor })}</View>
        </View>
      ))}
    </Dialog>
  )
}
