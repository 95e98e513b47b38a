import { useCallback, useState } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ActionResults } from '../../../cloud/types'
import type { Key, Scope } from './shapes'
import { unlessGone } from './words'

type Listing = ActionResults['apiKey.list']

/** The keys of business systems, and what an owner does about them. */
export function useKeys() {
  const { answer, failure, ask, learn } = useAnswer<Listing>()
  // The key is nowhere else: the server keeps only a digest of it.
  const [made, setMade] = useState<{ label: string; key: string } | null>(null)
  const acts = useOnce<'make' | `revoke ${Key['id']}`>()
  const { once, dismiss } = acts
  const list = useCallback(() => ask(() => callAction('apiKey.list', {})), [ask])
  const load = useCallback(async () => {
    dismiss()
    await list()
  }, [list, dismiss])
  return {
    ...acts,
    keys: answer?.keys ?? null,
    lost: acts.failure?.error.code === 'FORBIDDEN' ? acts.failure.error : failure,
    load,
    made,
    closeMade: () => setMade(null),
    make: (label: string, scopes: Scope[], days: number | null) =>
      once('make', async () => {
        const { key } = await callAction('apiKey.create', { label, scopes, days })
        setMade({ label, key })
        await list()
      }),
    revoke: ({ id }: Key) =>
      once(`revoke ${id}`, async () => {
        const rest = await unlessGone(callAction('apiKey.revoke', { id }))
        if (rest) learn(rest)
        else await list()
      }),
  }
}

export type KeysState = ReturnType<typeof useKeys>
