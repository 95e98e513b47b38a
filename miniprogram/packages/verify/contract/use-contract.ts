import { useCallback, useRef, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../../cloud/call'
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
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [seen, setSeen] = useState<Seen>(null)
  // A ref, because two taps can arrive before the state has changed.
  const running = useRef(false)
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

  const onPhone = async (answer: PhoneAnswer, intent: ContractIntent) => {
    if (running.current) return
    handoff.reset()
    setRefusal(null)
    const grant = grantOf(answer)
    if (grant.kind !== 'granted') {
      setRefusal({ kind: grant.kind === 'refused' ? 'phoneRefused' : 'phoneUnavailable' })
      return
    }
    running.current = true
    setBusy(true)
    setSeen(null)
    await open(grant.code, intent).catch(error => {
      const failure = toFailure(error)
      if (failure.code === 'CONSENT_REQUIRED') consentId.current = null
      setRefusal({ kind: 'failure', failure })
    })
    running.current = false
    setBusy(false)
  }

  return { busy, refusal, seen, handoff, onPhone }
}

export type ContractState = ReturnType<typeof useContract>

async function consent({ id }: VendorView, policyVersion: string): Promise<string> {
  const input = { vendor: id, purpose: 'contract', policyVersion, accepted: true } as const
  return (await callAction('consent.record', input)).consentId
}
