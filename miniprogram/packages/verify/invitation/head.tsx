import { Image, View } from '@tarojs/components'
import type { InvitationOffer } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'
import { Apart } from '../../../components/apart'
import { Cell, CellGroup } from '../../../components/cell'
import { clock, left } from '../../../i18n/time'
import { vendorNames } from '../../../i18n/vendors'
import { modeText } from '../../../status/mode-texts'
import { invitationText } from './texts'

interface OfferProps {
  offer: InvitationOffer
}

/** Who asks, for what and why. */
export function Head({ offer: { controller, brand, title, terms } }: OfferProps) {
  return (
    <View id="invitation" className="p-invitation">
      <Apart>{brand && <Brand brand={brand} />}</Apart>
      <View className="p-invitation__lead">{invitationText('lead', { controller })}</View>
      <View className="p-invitation__title">{title}</View>
      {terms?.note && (
        <View id="note" className="p-invitation__note">
          {terms.note}
        </View>
      )}
    </View>
  )
}

/** How whoever invites shows himself; the party in law stands below. */
function Brand({ brand: { name, color, logo } }: { brand: NonNullable<InvitationOffer['brand']> }) {
  return (
    <View id="brand" className="p-invitation__brand" style={`background:${color}`}>
      {logo && (
        <Image
          className="p-invitation__logo"
          src={logo}
          mode="aspectFit"
          aria-label={invitationText('logo', { name })}
        />
      )}
      <View className="p-invitation__brand-name">{name}</View>
    </View>
  )
}

/** Of whom, by whom, how and until when. */
export function Facts({ offer }: OfferProps) {
  const { terms, subject, controller, expiresAt } = offer
  const { config } = useConfig()
  const vendors = terms?.vendors ?? []
  const vendor = vendorNames(config, vendors)
  const time = clock(expiresAt)
  const rest = left(expiresAt, Date.now())
  return (
    <CellGroup title={invitationText('about')}>
      <Cell id="fact-from" title={invitationText('from')} value={controller} />
      <Cell
        id="fact-subject"
        title={invitationText('subject')}
        value={invitationText(`subject.${subject}`)}
      />
      {vendors.length > 0 && <Cell id="fact-vendor" title={invitationText('vendor')} value={vendor} />}
      {terms?.mode && terms.mode !== 'any' && (
        <Cell id="fact-mode" title={invitationText('mode')} value={modeText(terms.mode, { vendor })} />
      )}
      <Cell
        id="fact-until"
        title={invitationText('until')}
        value={rest === null ? time : invitationText('until.left', { time, left: rest })}
      />
    </CellGroup>
  )
}
