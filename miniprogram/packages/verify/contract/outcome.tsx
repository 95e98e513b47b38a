import { View } from '@tarojs/components'
import { Apart } from '../../../components/apart'
import { Notice } from '../../../components/notice'
import { ResultIcon } from '../../../components/result-icon'
import { failureText } from '../../../i18n'
import { contractText } from './texts'
import type { ContractState, Refusal, Seen } from './use-contract'

/** After the return: what was seen, and that only the vendor knows what became of the contract. */
export function Returned({ seen, vendor }: { seen: NonNullable<Seen>; vendor: string }) {
  return (
    <View id="returned" className="p-contract__returned">
      <ResultIcon kind={seen === 'submitted' ? 'wait' : 'none'} />
      <View id="returned-title" className="p-contract__title">
        {contractText(seen, { vendor })}
      </View>
      <View className="p-contract__text">{contractText(`${seen}.text`, { vendor })}</View>
    </View>
  )
}

/** Why the contract is not open, beside the button that tries again. */
export function Obstacles({ contract, vendor }: { contract: ContractState; vendor: string }) {
  const { refusal, handoff } = contract
  return (
    <Apart>
      {refusal && refusal.kind !== 'failure' && (
        <Notice id={refusal.kind === 'phoneRefused' ? 'phone-refused' : 'phone-unavailable'} kind="warn">
          {contractText(refusal.kind, { vendor })}
        </Notice>
      )}
      {refusal?.kind === 'failure' && !isAboutContract(refusal) && (
        <Notice id={refusal.failure.code === 'PHONE_CODE_INVALID' ? 'phone-invalid' : 'failed'} kind="error">
          <View>{failureText(refusal.failure)}</View>
          <View>{contractText('again.note')}</View>
        </Notice>
      )}
      {handoff.trouble && (
        <Notice id={`handoff-${handoff.trouble === 'unavailable' ? 'unavailable' : 'canceled'}`} kind="warn">
          {contractText(handoff.trouble, { vendor })}
        </Notice>
      )}
    </Apart>
  )
}

/** The contract itself is at fault, not the way to it. */
export function isAboutContract(refusal: Refusal | null): boolean {
  return refusal?.kind === 'failure' && refusal.failure.code === 'CONTRACT_NOT_VISIBLE'
}
