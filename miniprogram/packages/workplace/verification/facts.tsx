import type { CaseResult } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { clock } from '../../../i18n/time'
import { useVendorName } from '../../../i18n/vendors'
import { toInvitation } from '../../../routes'
import { modeText } from '../../../status/mode-texts'
import { verificationText } from './texts'

interface FactsProps {
  result: CaseResult
  /** The vendor's own words are shown, here and in the trail. */
  details: boolean
  onDetails: () => void
}

/** Whose it is, in part, and what else is known; lines without a value are left out. */
export function Facts({ result, details, onDetails }: FactsProps) {
  const { verification: view, invitationId, bizId, rawStatus } = result
  const vendor = useVendorName()(view.vendor)
  const lines = [
    {
      id: 'name',
      title: verificationText(`fact.name.${view.subject}`),
      value: view.maskedName || verificationText('fact.name.none'),
    },
    { id: 'contact', title: verificationText(`fact.contact.${view.subject}`), value: view.maskedContact },
    { id: 'biz-id', title: verificationText('fact.bizId'), value: bizId },
    { id: 'vendor', title: verificationText('fact.vendor'), value: vendor },
    { id: 'mode', title: verificationText('fact.mode'), value: view.mode && modeText(view.mode, { vendor }) },
    {
      id: 'assurance',
      title: verificationText('fact.assurance'),
      value: view.assurance && verificationText(`fact.assurance.${view.assurance}`),
    },
    {
      id: 'missing',
      title: verificationText('fact.missing'),
      value: view.missing && verificationText(`fact.missing.${view.missing}`),
    },
    {
      id: 'reason',
      title: verificationText('fact.reason'),
      value: view.reason && verificationText(`reason.${view.reason}`),
    },
    {
      id: 'attempt',
      title: verificationText('fact.attempt'),
      value: verificationText('fact.attempt.n', { n: view.attempt }),
    },
    { id: 'created', title: verificationText('fact.created'), value: clock(view.createdAt) },
    { id: 'updated', title: verificationText('fact.updated'), value: clock(view.updatedAt) },
    { id: 'id', title: verificationText('fact.id'), value: view.id },
    { id: 'raw-status', title: verificationText('fact.rawStatus'), value: details ? rawStatus : null },
  ]
  return (
    <CellGroup id="case-facts" title={verificationText('facts')}>
      {invitationId !== null && (
        <Cell
          id="case-invitation"
          title={verificationText('invitation')}
          note={verificationText('invitation.note')}
          onTap={() => toInvitation(invitationId)}
        />
      )}
      {lines.map(({ id, title, value }) =>
        value ? <Cell key={id} id={`fact-${id}`} title={title} value={value} /> : null,
      )}
      <Cell
        id="details"
        title={verificationText('details')}
        value={verificationText(details ? 'details.hide' : 'details.show')}
        onTap={onDetails}
      />
    </CellGroup>
  )
}
