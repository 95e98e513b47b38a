import Taro from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { ActionFailureError, callAction, toFailure } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ActionResults, Role } from '../../../cloud/types'
import { backToWorkplace } from '../../../routes'
import { operatorsText } from './texts'
import type { Listing, OpenInvitation, Operator } from './words'

export type Act = 'invite' | `withdraw ${OpenInvitation['id']}` | `remove ${Operator['id']}`
export type Invited = ActionResults['operator.invite'] & { role: Role; label: string }

/** Who may do what, as the server tells it, and what an owner does about it. */
export function useOperators() {
  const [listing, setListing] = useState<Listing | null>(null)
  const [lost, setLost] = useState<ActionFailureError | null>(null)
  // The code is nowhere else: neither on the server nor kept on the phone.
  const [invited, setInvited] = useState<Invited | null>(null)
  const acts = useOnce<Act>()

  const load = useCallback(async () => {
    try {
      setListing(await callAction('operator.list', {}))
      setLost(null)
    } catch (error) {
      setLost(toFailure(error))
    }
  }, [])

  const act = (kind: Act, work: () => Promise<void>) =>
    acts.once(kind, () =>
      work().catch(error => {
        // No owner any more: that is about the whole page.
        if (has(error, 'FORBIDDEN')) setLost(toFailure(error))
        throw error
      }),
    )

  return {
    ...acts,
    listing,
    lost,
    load,
    invited,
    invite: (role: Role, label: string) =>
      act('invite', async () => {
        const made = await callAction('operator.invite', { role, label })
        const { id, expiresAt } = made
        setInvited({ ...made, role, label })
        setListing(before => before && { ...before, open: [...before.open, { id, role, label, expiresAt }] })
      }),
    closeInvited: () => setInvited(null),
    withdraw: ({ id }: OpenInvitation) =>
      act(`withdraw ${id}`, async () => {
        const rest = await unlessGone(callAction('operator.withdraw', { id }))
        Taro.showToast({ title: operatorsText(rest ? 'withdraw.done' : 'withdraw.gone'), icon: 'none' })
        setInvited(before => (before?.id === id ? null : before))
        if (rest) setListing(rest)
        else await load()
      }),
    remove: ({ id, self }: Operator) =>
      act(`remove ${id}`, async () => {
        const rest = await unlessGone(callAction('operator.remove', { id }))
        Taro.showToast({ title: operatorsText(self ? 'leave.done' : 'remove.done'), icon: 'none' })
        if (self) backToWorkplace()
        else if (rest) setListing(rest)
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
    if (has(error, 'NOT_FOUND')) return null
    throw error
  }
}

function has(error: unknown, code: ActionFailureError['code']): boolean {
  return error instanceof ActionFailureError && error.code === code
}
