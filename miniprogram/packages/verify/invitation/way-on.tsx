import { View } from '@tarojs/components'
import { useOnce } from '../../../cloud/once'
import type { InvitationOffer } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { invitationText } from './texts'
import { useWayOn } from './use-way-on'

interface WayOnProps {
  offer: InvitationOffer
  finish: () => Promise<void>
}

/** What a verified invitee does last: goes on where the inviting side says, or is done. */
export function WayOn({ offer, finish }: WayOnProps) {
  const { controller, finished } = offer
  const redirect = offer.terms?.redirect ?? null
  const { seen, go } = useWayOn(redirect, finish, finished)
  return (
    <View id="way-on" className="p-invitation">
      {redirect ? (
        <Apart>
          <View className="p-invitation__title">{invitationText('wayOn.title')}</View>
          <View className="p-invitation__note">
            {invitationText(`wayOn.${redirect.kind}`, { controller })}
          </View>
          <View id="way-on-url" className="p-invitation__url">
            {redirect.kind === 'webUrl' ? redirect.url : ''}
          </View>
          <Button id="way-on-go" onTap={go}>
            {invitationText(`wayOn.${redirect.kind}.go`)}
          </Button>
        </Apart>
      ) : (
        <Finish finished={finished} finish={finish} />
      )}
      <Apart>
        {seen && (
          <Notice id={`way-on-${seen}`} kind={seen === 'copied' ? 'info' : 'warn'}>
            {invitationText(`wayOn.${seen}`, { controller })}
          </Notice>
        )}
      </Apart>
    </View>
  )
}

function Finish({ finished, finish }: { finished: boolean; finish: () => Promise<void> }) {
  const { busy, once } = useOnce<'finish'>()
  if (finished) {
    return (
      <View id="finished">
        <View className="p-invitation__title">{invitationText('finished')}</View>
        <View className="p-invitation__note">{invitationText('finished.text')}</View>
      </View>
    )
  }
  return (
    <Apart>
      <Button id="finish" loading={busy !== null} onTap={() => once('finish', finish)}>
        {invitationText('finish')}
      </Button>
      <View className="p-invitation__hint">{invitationText('finish.note')}</View>
    </Apart>
  )
}
