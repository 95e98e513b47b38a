import type { MyData, VendorId } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { clock } from '../../../i18n/time'
import { useVendorName } from '../../../i18n/vendors'
import { myDataText } from './texts'

type ConsentView = MyData['consents'][number]

interface ConsentsProps {
  consents: readonly ConsentView[]
  onWithdraw: (vendor: VendorId) => void
}

/** What was agreed to, newest first, and taking it back, vendor by vendor. Ids: `consent-<n>`, `withdraw-<vendor>`. */
export function Consents({ consents, onWithdraw }: ConsentsProps) {
  const vendorName = useVendorName()
  const live = [...new Set(consents.filter(each => each.withdrawnAt === null).map(({ vendor }) => vendor))]
  return (
    <CellGroup id="consents" title={myDataText('consents')}>
      {consents.map((each, index) => (
        <Cell
          key={`${each.at}-${each.vendor}-${each.purpose}`}
          id={`consent-${index + 1}`}
          title={myDataText('consent.what', { vendor: vendorName(each.vendor), purpose: purposeText(each) })}
          note={givenText(each)}
        />
      ))}
      {live.map(vendor => (
        <Cell
          key={vendor}
          id={`withdraw-${vendor}`}
          title={myDataText('withdraw', { vendor: vendorName(vendor) })}
          onTap={() => onWithdraw(vendor)}
        />
      ))}
    </CellGroup>
  )
}

const purposes = ['general', 'invitation', 'contract'] as const

function purposeText({ purpose }: ConsentView): string {
  const known = purposes.find(each => each === purpose)
  return known ? myDataText(`purpose.${known}`) : myDataText('purpose.other', { purpose })
}

function givenText({ at, policyVersion: version, withdrawnAt }: ConsentView): string {
  const given = myDataText('consent.given', { time: clock(at), version })
  if (withdrawnAt === null) return given
  return `${given} · ${myDataText('consent.withdrawn', { time: clock(withdrawnAt) })}`
}
