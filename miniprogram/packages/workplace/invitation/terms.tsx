import { View } from '@tarojs/components'
import type { InvitationDetail } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { clock } from '../../../i18n/time'
import { useVendorName } from '../../../i18n/vendors'
import { toCampaign } from '../../../routes'
import { modeText } from '../../../status/mode-texts'
import { workplaceText } from '../shared/texts'
import { fallbackText } from '../shared-invitation/page-words'
import { invitationText } from '../shared-invitation/texts'
import { fieldLabel } from '../shared-invitation/words'
import { detailText } from './texts'

/** What the operator decided. */
export function Terms({ view }: { view: InvitationDetail }) {
  const { subject, note, vendor, mode, bizId, campaignId, number, createdAt } = view
  const { fallbackModes = [], editableFields = [] } = view
  const nameOf = useVendorName()
  const who = vendor === null ? invitationText('anyVendor') : nameOf(vendor)
  return (
    <CellGroup id="terms" title={detailText('terms')}>
      {note !== '' && (
        <Cell title={detailText('terms.note')} note={<View className="p-invitation__note">{note}</View>} />
      )}
      <Cell title={detailText('terms.subject')} value={workplaceText(`subject.${subject}`)} />
      <Cell title={detailText('terms.vendor')} value={who} />
      {mode !== null && <Cell title={detailText('terms.mode')} value={modeText(mode, { vendor: who })} />}
      {fallbackModes.length > 0 && (
        <Cell
          id="fallbacks"
          title={detailText('terms.fallbacks')}
          value={fallbackModes.map(each => fallbackText(each)).join(detailText('list'))}
        />
      )}
      {editableFields.length > 0 && (
        <Cell
          id="editable"
          title={detailText('terms.editable')}
          value={editableFields.map(each => fieldLabel(each, subject)).join(detailText('list'))}
        />
      )}
      <Cell title={detailText('terms.redirect')} value={redirectText(view)} />
      {bizId !== '' && <Cell title={invitationText('field.bizId')} value={bizId} />}
      <Cell title={detailText('terms.created')} value={clock(createdAt)} />
      {campaignId !== null && (
        <Cell
          id="campaign"
          title={detailText('terms.campaign')}
          value={detailText('terms.campaign.number', { n: number })}
          onTap={() => toCampaign(campaignId)}
        />
      )}
    </CellGroup>
  )
}

function redirectText({ redirect }: InvitationDetail): string {
  if (redirect === null) return detailText('terms.redirect.none')
  if (redirect.kind === 'webUrl') return redirect.url
  const { appId, path } = redirect
  return [detailText('terms.redirect.miniProgram', { appId }), path].filter(part => part !== '').join('\n')
}

/** What the invitee finds filled in. */
export function FilledIn({ view: { filledIn, subject } }: { view: InvitationDetail }) {
  return (
    <CellGroup
      id="filled-in"
      title={detailText('filledIn')}
      note={filledIn.length > 0 ? detailText('filledIn.note') : detailText('filledIn.none')}
    >
      {filledIn.map(({ field, text, locked }) => (
        <Cell
          key={field}
          id={`filled-in-${field}`}
          title={fieldLabel(field, subject)}
          note={locked ? detailText('locked') : undefined}
          value={text}
        />
      ))}
    </CellGroup>
  )
}
