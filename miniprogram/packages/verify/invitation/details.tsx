import type { ConfigResult, InvitationOffer, InvitationTerms } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { vendorNames } from '../../../i18n/vendors'
import { labelOf } from './labels'
import { invitationText } from './texts'

interface DetailsProps {
  offer: InvitationOffer
  terms: InvitationTerms
  config: ConfigResult | null
}

/** What is filled in, what comes next and what happens with the data. */
export function Details({ offer: { subject }, terms, config }: DetailsProps) {
  const known = terms.filledIn.flatMap(each => {
    const label = labelOf(subject, each.field)
    return label === null ? [] : [{ ...each, label }]
  })
  const vendor = vendorNames(config, terms.vendors)
  const days = config?.policy.retentionDays
  return (
    <>
      <CellGroup
        id="filled-in"
        title={invitationText('filledIn')}
        note={invitationText(known.length === 0 ? 'filledIn.none' : 'filledIn.note')}
      >
        {known.map(({ field, label, text, locked }) => (
          <Cell
            key={field}
            id={`filled-${field}`}
            title={label}
            note={locked ? invitationText('locked') : ''}
            value={text}
          />
        ))}
      </CellGroup>
      <CellGroup id="next" title={invitationText('next')}>
        <Cell title={`1. ${invitationText('next.check')}`} />
        <Cell title={`2. ${invitationText('next.consent')}`} />
        <Cell title={`3. ${invitationText('next.vendor', { vendor })}`} />
        {terms.redirect && <Cell title={`4. ${invitationText('next.back')}`} />}
      </CellGroup>
      <CellGroup title={invitationText('data')}>
        {days !== undefined && <Cell id="kept" title={invitationText('data.kept', { days })} />}
        <Cell title={invitationText('data.doubt')} />
      </CellGroup>
    </>
  )
}
