import { View } from '@tarojs/components'
import { useConfig } from '../../../cloud/use-config'
import { Button } from '../../../components/button'
import { useScrollTo } from '../../../components/use-scroll-to'
import { ImportDialogs } from '../../../operator/import-dialogs'
import { operatorText } from '../../../operator/texts'
import { invitationFailureText } from '../shared-invitation/words'
import { AboutFields } from './about-fields'
import { type FormField, hasSource, suggestionAt } from './check'
import { type InviteDraft, manyDraft, oneDraft } from './draft'
import { InviteeFields, LockedColumns } from './invitee-fields'
import { Obstacles } from './obstacles'
import { PageFields } from './page-fields'
import type { SectionProps } from './section'
import { Source } from './source'
import { RedirectFields, UsesFields, ValidityFields } from './terms-fields'
import { inviteText } from './texts'
import { type Obstacle, useInvite } from './use-invite'
import { VendorFields } from './vendor-fields'

/** The elements of the fields; the others are `field-<field>`. */
const elements: Readonly<Partial<Record<FormField, string>>> = { days: 'field-own-days' }
/** What the server says of these is more exact than what we could. */
const saidByServer = /^(FILE_|SHEET_|TOO_MANY_ROWS$)/

/** The form of one invitation, or of one for each line of a spreadsheet. */
export function Form({ many }: { many: boolean }) {
  const [draft, change] = (many ? manyDraft : oneDraft).useDraft()
  const { config } = useConfig()
  const invite = useInvite(draft, many)
  const { obstacle } = invite
  const field = obstacle?.kind === 'field' ? obstacle.field : null
  useScrollTo(scrollTarget(obstacle), obstacle)

  const edit = (part: Partial<InviteDraft>) => {
    if (field) invite.dismiss()
    change(part)
  }
  const errorAt = (at: FormField) => (at === field ? wrongText(obstacle, draft) : null)
  const section: SectionProps = { draft, errorAt, edit }
  const ready = draft.title.trim() !== '' && (!many || hasSource(draft))
  const button = inviteText(many ? 'create.many' : 'create')
  const missing = inviteText(many ? 'create.missing.many' : 'create.missing')
  return (
    <>
      <View className="p-invite__lead">{inviteText(many ? 'lead.many' : 'lead')}</View>
      <AboutFields {...section} />
      {many ? <Source {...section} /> : <InviteeFields {...section} />}
      <VendorFields {...section} config={config} />
      <PageFields {...section} config={config} many={many} />
      {many && <LockedColumns {...section} />}
      <ValidityFields {...section} />
      {!many && <UsesFields {...section} />}
      <RedirectFields {...section} />
      <View className="p-invite__end">
        <Obstacles
          obstacle={obstacle}
          subject={draft.subject}
          button={button}
          retry={invite.submit}
          leaveFaulty={invite.take}
        />
        <View className="p-invite__do">
          <Button id="create" disabled={!ready} loading={invite.busy} onTap={invite.submit}>
            {invite.busy ? inviteText('create.busy') : button}
          </Button>
          <View className="p-invite__hint">{ready ? inviteText('create.note') : missing}</View>
        </View>
      </View>
      <ImportDialogs
        importing={invite}
        title={({ campaign }) => inviteText('created.title', { total: campaign.total })}
        go={inviteText('created.go')}
      />
    </>
  )
}

function scrollTarget(obstacle: Obstacle | null): string {
  if (obstacle?.kind === 'faulty') return 'faulty'
  if (obstacle?.kind !== 'field') return ''
  return elements[obstacle.field] ?? `field-${obstacle.field}`
}

function wrongText(obstacle: Obstacle | null, draft: InviteDraft): string | null {
  if (obstacle?.kind !== 'field') return null
  const { field, failure } = obstacle
  if (failure && saidByServer.test(failure.code)) return invitationFailureText(failure)
  // Without an answer of the server it can only be too long.
  if (field === 'source' && !failure && draft.source === 'text') return inviteText('wrong.source.tooLong')
  const suggestion = suggestionAt(field, draft)
  return suggestion === null ? inviteText(`wrong.${field}`) : operatorText('unclear', { suggestion })
}
