import { Layout } from '../../../components/layout'
import { useTitle } from '../../../i18n'
import { InvitedWait, useInvited } from '../start/invited'
import { useOrigin } from '../start/origin'
import { startText } from '../start/texts'
import { OrganizationForm } from './organization-form'

/** The form of an organization's verification, of one's own accord or on an invitation. */
export default function OrganizationPage() {
  useTitle(startText('organization.title'))
  const origin = useOrigin()
  const invited = useInvited(origin.invitation, 'organization')
  return (
    <Layout>
      {invited.ready ? (
        <OrganizationForm origin={origin} offer={invited.offer} />
      ) : (
        <InvitedWait {...invited} />
      )}
    </Layout>
  )
}
