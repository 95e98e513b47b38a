import Taro from '@tarojs/taro'
import { useCallback } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { InvitationDetail } from '../../../cloud/types'
import { detailText } from './texts'

export type Act = 'resend' | 'revoke'

/** One invitation, as the server tells it, and what an operator does about it. */
export function useInvitation(id: string) {
  const { answer: view, failure: lost, ask, learn } = useAnswer<InvitationDetail>()
  const acts = useOnce<Act>()

  const load = useCallback(
    () => ask(async () => (await callAction('invitation.get', { id })).invitation),
    [id, ask],
  )

  return {
    ...acts,
    view,
    lost,
    load,
    resend: (days: number, newCode: boolean) =>
      acts.once('resend', async () => {
        learn((await callAction('invitation.resend', { id, days, newCode })).invitation)
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
