import { View } from '@tarojs/components'
import type { InvitationOffer } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { t } from '../../../i18n'
import { clock, left } from '../../../i18n/time'
import { vendorsText } from './labels'
import { nt } from './texts'

interface OfferProps {
  offer: InvitationOffer
}

/** Who asks, for what and why. */
export function Head({ offer: { controller, title, terms } }: OfferProps) {
  return (
    <View id="invitation" className="p-invitation">
      <View className="p-invitation__lead">{nt('lead', { controller })}</View>
      <View className="p-invitation__title">{title}</View>
      {terms?.note && (
        <View id="note" className="p-invitation__note">
          {terms.note}
        </View>
      )}
    </View>
  )
}

/** Of whom, by whom, how and until when. */
export function Facts({ offer }: OfferProps) {
  const { terms, subject, controller, expiresAt } = offer
  const vendor = vendorsText(terms?.vendors ?? [])
  const time = clock(expiresAt)
  const rest = left(expiresAt, Date.now())
  return (
    <CellGroup title={nt('about')}>
      <Cell id="fact-from" title={nt('from')} value={controller} />
      <Cell id="fact-subject" title={nt('subject')} value={nt(`subject.${subject}`)} />
      {vendor !== '' && <Cell id="fact-vendor" title={nt('vendor')} value={vendor} />}
      {terms?.mode && terms.mode !== 'any' && (
        <Cell id="fact-mode" title={nt('mode')} value={t(`mode.${terms.mode}`, { vendor })} />
      )}
      <Cell
        id="fact-until"
        title={nt('until')}
        value={rest === null ? time : nt('until.left', { time, left: rest })}
      />
    </CellGroup>
  )
}
