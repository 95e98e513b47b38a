import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { useScrollTo } from '../../../components/use-scroll-to'
import { type AdministratorFault, faultOf, noAdministrator } from '../shared/administrator'
import { AdministratorFields } from '../shared/administrator-fields'
import { useVendor } from '../shared/use-vendor'
import { Failed } from './failed'
import { rowText } from './texts'
import type { RowPage } from './use-row'

/** The right administrator for a row that went to the wrong one. */
export function RepairForm({ page, onClose }: { page: RowPage; onClose: () => void }) {
  const [draft, setDraft] = useState(noAdministrator)
  const [wrong, setWrong] = useState<AdministratorFault | null>(null)
  useScrollTo('repair-form', true)
  const { busy, repair } = page
  const vendor = useVendor()

  const submit = async () => {
    const found = faultOf(draft)
    setWrong(found)
    if (!found && (await repair(draft))) onClose()
  }
  return (
    <>
      <CellGroup id="repair-form" title={rowText('repair.title')} note={rowText('repair.note', { vendor })}>
        <AdministratorFields
          draft={draft}
          fault={wrong}
          onChange={part => {
            setWrong(null)
            setDraft(before => ({ ...before, ...part }))
          }}
        />
      </CellGroup>
      <Failed page={page} acts={['repair']} />
      <View className="p-row__actions">
        <Button id="repair-yes" loading={busy === 'repair'} disabled={busy !== null} onTap={submit}>
          {rowText(busy === 'repair' ? 'repair.busy' : 'repair.yes')}
        </Button>
        <Button id="repair-no" kind="text" disabled={busy !== null} onTap={onClose}>
          {rowText('repair.no')}
        </Button>
      </View>
    </>
  )
}
