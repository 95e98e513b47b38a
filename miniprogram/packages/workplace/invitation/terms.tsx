import { View } from '@tarojs/components'
import type { InvitationDetail } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { t } from '../../../i18n'
import { clock } from '../../../i18n/time'
import { useVendorName } from '../../../i18n/vendors'
import { toCampaign } from '../../../routes'
import { kt } from '../shared/texts'
import { nt } from '../shared-invitation/texts'
import { fieldLabel } from '../shared-invitation/words'
import { dt } from './texts'

/** What the operator decided. */
export function Terms({ view }: { view: InvitationDetail }) {
  const { subject, note, vendor, mode, bizId, campaignId, number, createdAt } = view
  const nameOf = useVendorName()
  const vendorName = vendor === null ? nt('anyVendor') : nameOf(vendor)
  return (
    <CellGroup id="terms" title={dt('terms')}>
      {note !== '' && (
        <Cell title={dt('terms.note')} note={<View className="p-invitation__note">{note}</View>} />
      )}
      <Cell title={dt('terms.subject')} value={kt(`subject.${subject}`)} />
      <Cell title={dt('terms.vendor')} value={vendorName} />
      {mode !== null && <Cell title={dt('terms.mode')} value={t(`mode.${mode}`, { vendor: vendorName })} />}
      <Cell title={dt('terms.redirect')} value={redirectText(view)} />
      {bizId !== '' && <Cell title={nt('field.bizId')} value={bizId} />}
      <Cell title={dt('terms.created')} value={clock(createdAt)} />
      {campaignId !== null && (
        <Cell
          id="campaign"
          title={dt('terms.campaign')}
          value={dt('terms.campaign.number', { n: number })}
          onTap={() => toCampaign(campaignId)}
        />
      )}
    </CellGroup>
  )
}

function redirectText({ redirect }: InvitationDetail): string {
  if (redirect === null) return dt('terms.redirect.none')
  if (redirect.kind === 'webUrl') return redirect.url
  const { appId, path } = redirect
  return [dt('terms.redirect.miniProgram', { appId }), path].filter(part => part !== '').join('\n')
}

/** What the invitee finds filled in. */
export function FilledIn({ view: { filledIn, subject } }: { view: InvitationDetail }) {
  return (
    <CellGroup
      id="filled-in"
      title={dt('filledIn')}
      note={filledIn.length > 0 ? dt('filledIn.note') : dt('filledIn.none')}
    >
      {filledIn.map(({ field, text, locked }) => (
        <Cell
          key={field}
          id={`filled-in-${field}`}
          title={fieldLabel(field, subject)}
          note={locked ? dt('locked') : undefined}
          value={text}
        />
      ))}
    </CellGroup>
  )
}
