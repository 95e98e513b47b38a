import { useCallback, useRef, useState } from 'react'
import { type ActionFailureError, callAction, failedWith } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ConfigResult, ContractIntent, Hint, VendorView } from '../../../cloud/types'
import type { PhoneAnswer } from '../../../components/phone-button'
import type { ContractLocator } from '../../../contract/locator'
import { useHandoff } from '../../../handoff/use-handoff'
import { grantOf } from './phone'

/** Why the contract was not opened. */
export type Refusal =
  | { kind: 'phoneRefused' }
  | { kind: 'phoneUnavailable' }
  | { kind: 'failure'; failure: ActionFailureError }

/** What was seen on the way back: `submitted` is the vendor page's word and proves nothing. */
export type Seen = 'returned' | 'submitted' | null

const seenOf: Readonly<Record<Hint, Seen>> = {
  opened: null,
  returned: 'returned',
  failed: 'returned',
  passed: 'submitted',
}

/** Opens a contract with a phone number WeChat has just confirmed; each opening needs a new confirmation. */
export function useContract(
  locator: ContractLocator,
  vendor: VendorView | null,
  config: ConfigResult | null,
) {
  const { busy, failure, once } = useOnce<'open'>()
  const [refusal, setRefusal] = useState<Exclude<Refusal, { kind: 'failure' }> | null>(null)
  const [seen, setSeen] = useState<Seen>(null)
  const consentId = useRef<string | null>(null)

  const onHint = useCallback((hint: Hint) => setSeen(before => seenOf[hint] ?? before), [])
  const handoff = useHandoff(onHint)

  const open = async (phoneCode: string, intent: ContractIntent) => {
    if (!vendor || !config) return
    consentId.current ??= await consent(vendor, config.policy.version)
    const input = { vendor: vendor.id, ...locator, phoneCode, consentId: consentId.current, intent }
    const answer = await callAction('contract.open', input)
    handoff.receive(answer.handoff)
  }

  const onPhone = (answer: PhoneAnswer, intent: ContractIntent) =>
    once('open', async () => {
      handoff.reset()
      setRefusal(null)
      const grant = grantOf(answer)
      if (grant.kind !== 'granted') {
        setRefusal({ kind: grant.kind === 'refused' ? 'phoneRefused' : 'phoneUnavailable' })
        return
      }
      setSeen(null)
      await open(grant.code, intent).catch(error => {
        if (failedWith(error, 'CONSENT_REQUIRED')) consentId.current = null
        throw error
      })
    })

  const refused: Refusal | null = failure ? { kind: 'failure', failure: failure.error } : refusal
  return { busy: busy !== null, refusal: refused, seen, handoff, onPhone }
}

export type ContractState = ReturnType<typeof useContract>

async function consent({ id }: VendorView, policyVersion: string): Promise<string> {
  const input = { vendor: id, purpose: 'contract', policyVersion, accepted: true } as const
  return (await callAction('consent.record', input)).consentId
}
