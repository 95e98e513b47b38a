import { callAction } from '../../../cloud/call'
import { language } from '../../../i18n'
import { SheetSource } from '../../../operator/sheet-source'
import type { SectionProps } from './section'
import { inviteText } from './texts'

/** Where the invitees come from: a file or pasted text. */
export function Source({ draft, errorAt, edit }: SectionProps) {
  const { subject } = draft
  return (
    <SheetSource
      title={inviteText('source')}
      draft={draft}
      placeholder={inviteText(
        subject === 'person' ? 'source.paste.placeholder' : 'source.paste.placeholder.organization',
      )}
      templateNote={inviteText('source.template.note')}
      error={errorAt('source')}
      fetchTemplate={() => callAction('invitation.template', { subject, language: language() })}
      onChange={edit}
    />
  )
}
