import Taro from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ActionResults, InvitationDetail } from '../../../cloud/types'
import { detailText } from './texts'

export type Act = 'remind' | 'resend' | 'revoke'

/** One invitation, as the server tells it, and what an operator does about it. */
export function useInvitation(id: string) {
  const { answer: view, failure: lost, ask, learn } = useAnswer<InvitationDetail>()
  const acts = useOnce<Act>()
  const [came, setCame] = useState<ActionResults['invitation.remind'] | null>(null)

  const load = useCallback(
    () => ask(async () => (await callAction('invitation.get', { id })).invitation),
    [id, ask],
  )

  return {
    ...acts,
    view,
    lost,
    load,
    /** What came of reminding. */
    came,
    remind: () =>
      acts.once('remind', async () => setCame(await callAction('invitation.remind', { ids: [id] }))),
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
