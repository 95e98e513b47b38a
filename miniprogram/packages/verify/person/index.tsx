import { Layout } from '../../../components/layout'
import { useTitle } from '../../../i18n'
import { InvitedWait, useInvited } from '../start/invited'
import { useOrigin } from '../start/origin'
import { startText } from '../start/texts'
import { PersonForm } from './person-form'

/** The form of a person's verification, of one's own accord or on an invitation. */
export default function PersonPage() {
  useTitle(startText('title'))
  const origin = useOrigin()
  const invited = useInvited(origin.invitation, 'person')
  return (
    <Layout>
      {invited.ready ? <PersonForm origin={origin} offer={invited.offer} /> : <InvitedWait {...invited} />}
    </Layout>
  )
}
