import Taro from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { callAction, failedWith } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ActionResults, Role } from '../../../cloud/types'
import { backToWorkplace } from '../../../routes'
import { operatorsText } from './texts'
import type { Listing, OpenInvitation, Operator } from './words'

export type Act = 'invite' | `withdraw ${OpenInvitation['id']}` | `remove ${Operator['id']}`
export type Invited = ActionResults['operator.invite'] & { role: Role; label: string }

/** Who may do what, as the server tells it, and what an owner does about it. */
export function useOperators() {
  const { answer: listing, failure, ask, learn, change } = useAnswer<Listing>()
  // The code is nowhere else: neither on the server nor kept on the phone.
  const [invited, setInvited] = useState<Invited | null>(null)
  const acts = useOnce<Act>()

  const { once, dismiss } = acts
  const load = useCallback(async () => {
    dismiss()
    await ask(() => callAction('operator.list', {}))
  }, [ask, dismiss])

  // No owner any more: that is about the whole page.
  const refused = acts.failure?.error.code === 'FORBIDDEN' ? acts.failure.error : null

  return {
    ...acts,
    listing,
    lost: refused ?? failure,
    load,
    invited,
    invite: (role: Role, label: string) =>
      once('invite', async () => {
        const made = await callAction('operator.invite', { role, label })
        const { id, expiresAt } = made
        setInvited({ ...made, role, label })
        change(before => before && { ...before, open: [...before.open, { id, role, label, expiresAt }] })
      }),
    closeInvited: () => setInvited(null),
    withdraw: ({ id }: OpenInvitation) =>
      once(`withdraw ${id}`, async () => {
        const rest = await unlessGone(callAction('operator.withdraw', { id }))
        Taro.showToast({ title: operatorsText(rest ? 'withdraw.done' : 'withdraw.gone'), icon: 'none' })
        setInvited(before => (before?.id === id ? null : before))
        if (rest) learn(rest)
        else await load()
      }),
    remove: ({ id, self }: Operator) =>
      once(`remove ${id}`, async () => {
        const rest = await unlessGone(callAction('operator.remove', { id }))
        Taro.showToast({ title: operatorsText(self ? 'leave.done' : 'remove.done'), icon: 'none' })
        if (self) backToWorkplace()
        else if (rest) learn(rest)
        else await load()
      }),
  }
}

export type OperatorsPage = ReturnType<typeof useOperators>

/** What is left; null when what it was about is there no more. */
async function unlessGone(answer: Promise<Listing>): Promise<Listing | null> {
  try {
    return await answer
  } catch (error) {
    if (failedWith(error, 'NOT_FOUND')) return null
    throw error
  }
}
