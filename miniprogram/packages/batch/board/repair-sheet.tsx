import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { RowView } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { mobile, paperNumber, personName } from '../../../form/typed'
import { failureText } from '../../../i18n'
import {
  type AdministratorDraft,
  type AdministratorField,
  adminIdTypes,
  faultOf,
  noAdministrator,
  toAdministrator,
} from '../shared/administrator'
import { faultText } from '../shared/administrator-fields'
import { batchText } from '../shared/texts'
import { useVendor } from '../shared/use-vendor'
import { RepairLine } from './repair-line'
import { boardText } from './texts'
import type { Acts } from './use-acts'

interface RepairSheetProps {
  rows: RowView[]
  acts: Acts
}

/** Who should have been the administrator. Stays open when it fails, so that nothing has to be typed again. */
export function RepairSheet({ rows, acts }: RepairSheetProps) {
  const [draft, setDraft] = useState<AdministratorDraft>(noAdministrator)
  // A ref, because a tap can come before the last letter was rendered.
  const latest = useRef(draft)
  const [told, setTold] = useState(false)
  const { busy, failure } = acts
  const n = rows.length
  const vendor = useVendor()
  const fault = told ? faultOf(draft) : null
  const errorAt = (field: AdministratorField) => (fault?.field === field ? faultText(fault) : '')

  const change = (part: Partial<AdministratorDraft>) => {
    latest.current = { ...latest.current, ...part }
    setDraft(latest.current)
  }
  const chooseIdType = async () => {
    const itemList = adminIdTypes.map(value => batchText(`idType.${value}`))
    const answer = await Taro.showActionSheet({ itemList }).catch(() => null)
    const idType = answer && adminIdTypes[answer.tapIndex]
    if (idType) change({ idType })
  }
  const confirm = () => {
    setTold(true)
    if (faultOf(latest.current) === null) acts.repair(rows, toAdministrator(latest.current))
  }

  return (
    <Dialog
      id="repair-sheet"
      title={boardText('bulk.repair.title', { n })}
      onClose={acts.close}
      actions={
        <>
          <Button id="repair-confirm" loading={busy === 'repair'} disabled={busy !== null} onTap={confirm}>
            {boardText('bulk.repair.yes')}
          </Button>
          <Button id="repair-no" kind="text" disabled={busy !== null} onTap={acts.close}>
            {boardText('bulk.no')}
          </Button>
        </>
      }
    >
      <View className="p-repair__intro">{boardText('bulk.repair.text', { n, vendor })}</View>
      <RepairLine
        id="repair-name"
        label={batchText('column.adminName')}
        value={draft.name}
        placeholder={batchText('admin.name.placeholder')}
        maxlength={personName.longest}
        error={errorAt('name')}
        onInput={name => change({ name })}
      />
      <RepairLine
        id="repair-mobile"
        label={batchText('column.adminMobile')}
        value={draft.mobile}
        placeholder={batchText('admin.mobile.placeholder')}
        type="number"
        maxlength={mobile.longest}
        error={errorAt('mobile')}
        onInput={typed => change({ mobile: typed })}
      />
      <View id="repair-id-type" className="c-cell p-repair__line" aria-role="button" onClick={chooseIdType}>
        <View className="c-field__label">{batchText('column.adminIdType')}</View>
        <View className="p-repair__value">{batchText(`idType.${draft.idType}`)}</View>
        <View className="c-cell__arrow" />
      </View>
      <RepairLine
        id="repair-id-number"
        label={batchText('column.adminIdNumber')}
        value={draft.idNumber}
        placeholder={batchText('admin.idNumber.placeholder')}
        type={draft.idType === 'residentId' ? 'idcard' : 'text'}
        maxlength={paperNumber(draft.idType).longest}
        error={errorAt('idNumber')}
        onInput={idNumber => change({ idNumber })}
      />
      <View id="repair-failed" className="p-repair__error" aria-role="alert">
        {failure?.kind === 'repair' ? failureText(failure.error) : ''}
      </View>
    </Dialog>
  )
}
