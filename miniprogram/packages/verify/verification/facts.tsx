import type { VerificationView } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { t } from '../../../i18n'
import { clock } from '../../../i18n/time'

interface FactsProps {
  view: VerificationView
  vendor: string
}

/** What a person may check: whose, how, by whom, since when. */
export function Facts({ view, vendor }: FactsProps) {
  return (
    <CellGroup title={t('verification.facts')}>
      <Cell
        id="fact-name"
        title={t(`verification.fact.name.${view.subject}`)}
        value={view.maskedName ?? t('verification.fact.name.none', { vendor })}
      />
      <Cell
        id="fact-contact"
        title={t(`verification.fact.contact.${view.subject}`)}
        value={view.maskedContact}
      />
      {view.mode !== null && (
        <Cell id="fact-mode" title={t('verification.fact.mode')} value={t(`mode.${view.mode}`, { vendor })} />
      )}
      <Cell title={t('verification.fact.vendor')} value={vendor} />
      <Cell title={t('verification.fact.created')} value={clock(view.createdAt)} />
      <Cell title={t('verification.fact.updated')} value={clock(view.updatedAt)} />
    </CellGroup>
  )
}
