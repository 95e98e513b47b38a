import type { CaseResult } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { t } from '../../../i18n'
import { clock } from '../../../i18n/time'
import { useVendorName } from '../../../i18n/vendors'
import { toInvitation } from '../../../routes'
import { ct } from './texts'

/** Whose it is, in part, and what else is known; lines without a value are left out. */
export function Facts({ result }: { result: CaseResult }) {
  const { verification: view, invitationId, bizId, rawStatus } = result
  const vendor = useVendorName()(view.vendor)
  const lines = [
    { id: 'name', title: ct(`fact.name.${view.subject}`), value: view.maskedName || ct('fact.name.none') },
    { id: 'contact', title: ct(`fact.contact.${view.subject}`), value: view.maskedContact },
    { id: 'biz-id', title: ct('fact.bizId'), value: bizId },
    { id: 'vendor', title: ct('fact.vendor'), value: vendor },
    { id: 'mode', title: ct('fact.mode'), value: view.mode && t(`mode.${view.mode}`, { vendor }) },
    {
      id: 'assurance',
      title: ct('fact.assurance'),
      value: view.assurance && ct(`fact.assurance.${view.assurance}`),
    },
    { id: 'reason', title: ct('fact.reason'), value: view.reason && ct(`reason.${view.reason}`) },
    { id: 'attempt', title: ct('fact.attempt'), value: ct('fact.attempt.n', { n: view.attempt }) },
    { id: 'raw-status', title: ct('fact.rawStatus'), value: rawStatus },
    { id: 'created', title: ct('fact.created'), value: clock(view.createdAt) },
    { id: 'updated', title: ct('fact.updated'), value: clock(view.updatedAt) },
    { id: 'id', title: ct('fact.id'), value: view.id },
  ]
  return (
    <CellGroup id="case-facts" title={ct('facts')}>
      {invitationId !== null && (
        <Cell
          id="case-invitation"
          title={ct('invitation')}
          note={ct('invitation.note')}
          onTap={() => toInvitation(invitationId)}
        />
      )}
      {lines.map(({ id, title, value }) =>
        value ? <Cell key={id} id={`fact-${id}`} title={title} value={value} /> : null,
      )}
    </CellGroup>
  )
}
