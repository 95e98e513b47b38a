import { View } from '@tarojs/components'
import type { VerificationView } from '../../cloud/types'
import { Button } from '../../components/button'
import { ago } from '../../i18n/time'
import { toVerification } from '../../routes'
import { headline } from '../../status/headline'
import { statusText } from '../../status/texts'
import { begin } from './begin'
import { homeText } from './texts'

interface PersonCardProps {
  /** Nobody offers it. */
  closed: boolean
  /** To go on with. */
  open: VerificationView | null
}

/** The way into a verification, or on with the open one: the same place and the same height, whichever it is. */
export function PersonCard({ closed, open }: PersonCardProps) {
  return (
    <View className="p-home__card">
      <View className="p-home__title">{homeText(`title.${open?.subject ?? 'person'}`)}</View>
      <View id="home-lead" className="p-home__lead p-home__lead--first">
        {open
          ? homeText('resume.note', {
              state: statusText(headline(open).title),
              time: ago(open.updatedAt, Date.now()),
            })
          : homeText(closed ? 'closed' : 'lead.person')}
      </View>
      <View className="p-home__first">
        {open ? (
          <Button key="resume" id="resume" onTap={() => toVerification(open.id)}>
            {homeText('resume')}
          </Button>
        ) : (
          <Button key="start" id="start" disabled={closed} onTap={() => begin('person')}>
            {homeText('start.person')}
          </Button>
        )}
      </View>
      <View className="p-home__second">
        {open ? (
          <Button id="start" kind="text" disabled={closed} onTap={() => begin('person')}>
            {homeText('start.another')}
          </Button>
        ) : (
          homeText('lead.leave')
        )}
      </View>
    </View>
  )
}
