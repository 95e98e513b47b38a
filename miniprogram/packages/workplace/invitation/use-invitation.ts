import Taro from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { InvitationDetail } from '../../../cloud/types'
import { detailText } from './texts'

export type Act = 'resend' | 'revoke'

/** One invitation, as the server tells it, and what an operator does about it. */
export function useInvitation(id: string) {
  const [view, setView] = useState<InvitationDetail | null>(null)
  const [lost, setLost] = useState<ActionFailureError | null>(null)
  const acts = useOnce<Act>()

  const load = useCallback(async () => {
    try {
      setView((await callAction('invitation.get', { id })).invitation)
      setLost(null)
    } catch (error) {
      setLost(toFailure(error))
    }
  }, [id])

  return {
    ...acts,
    view,
    lost,
    load,
    resend: (days: number, newCode: boolean) =>
      acts.once('resend', async () => {
        setView((await callAction('invitation.resend', { id, days, newCode })).invitation)
        Taro.showToast({ title: detailText('resend.done'), icon: 'none' })
      }),
    revoke: () =>
      acts.once('revoke', async () => {
        const { revoked } = await callAction('invitation.revoke', { ids: [id] })
        Taro.showToast({
          title: detailText(revoked.includes(id) ? 'revoke.done' : 'revoke.late'),
          icon: 'none',
        })
        await load()
      }),
  }
}

export type InvitationPage = ReturnType<typeof useInvitation>
