import type { VerificationView } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { clock } from '../../../i18n/time'
import { modeText } from '../../../status/mode-texts'
import { verificationText } from './texts'

interface FactsProps {
  view: VerificationView
  vendor: string
}

/** What a person may check: whose, how, by whom, since when. */
export function Facts({ view, vendor }: FactsProps) {
  return (
    <CellGroup title={verificationText('facts')}>
      <Cell
        id="fact-name"
        title={verificationText(`fact.name.${view.subject}`)}
        value={view.maskedName ?? verificationText('fact.name.none', { vendor })}
      />
      <Cell
        id="fact-contact"
        title={verificationText(`fact.contact.${view.subject}`)}
        value={view.maskedContact}
      />
      {view.mode !== null && (
        <Cell id="fact-mode" title={verificationText('fact.mode')} value={modeText(view.mode, { vendor })} />
      )}
      {view.state !== 'verified' && <Cell title={verificationText('fact.vendor')} value={vendor} />}
      <Cell title={verificationText('fact.created')} value={clock(view.createdAt)} />
      <Cell title={verificationText('fact.updated')} value={clock(view.updatedAt)} />
    </CellGroup>
  )
}
