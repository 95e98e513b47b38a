import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { ContractIntent } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'
import { Apart } from '../../../components/apart'
import { Cell, CellGroup } from '../../../components/cell'
import { Choice } from '../../../components/choice'
import { Notice } from '../../../components/notice'
import { PhoneButton } from '../../../components/phone-button'
import { useScrollTo } from '../../../components/use-scroll-to'
import type { ContractLocator } from '../../../contract/locator'
import { HandoffPanel } from '../../../handoff/panel'
import { commonText } from '../../../i18n'
import { vendorName } from '../../../i18n/vendors'
import { Consent } from '../start/consent'
import { FormHead } from '../start/form-head'
import { useAgreement } from '../start/use-agreement'
import { isAboutContract, Obstacles, Returned } from './outcome'
import { contractText } from './texts'
import { useContract } from './use-contract'

interface ContractProps {
  locator: ContractLocator
  intent: ContractIntent
}

/** One contract: which one, what for, and the button that opens it. */
export function Contract({ locator, intent: first }: ContractProps) {
  const { config, failure, reload } = useConfig()
  const [intent, setIntent] = useState(first)
  const offered = config?.vendors.find(each => each.contracts) ?? null
  const vendor = vendorName(config, offered?.id ?? null)
  const agreement = useAgreement(offered?.id ?? null)
  const { agreed, setAgreed } = agreement
  const contract = useContract(locator, offered, config)
  const { seen, busy, handoff, refusal } = contract
  const ready = offered !== null && agreed
  const invisible = isAboutContract(refusal)
  const refused = refusal?.kind === 'failure' && refusal.failure.code === 'CONSENT_REQUIRED'
  useEffect(() => {
    if (!refused) return
    // The text behind the tick may be another one now.
    setAgreed(false)
    reload()
  }, [refused, setAgreed, reload])
  useScrollTo('returned', seen)
  useScrollTo('contract-not-visible', invisible && refusal)

  return (
    <Apart>
      <FormHead
        lead={contractText('lead', { vendor })}
        failure={failure}
        reload={reload}
        closed={config !== null && offered === null ? contractText('closed') : null}
      />
      <Apart>{seen && <Returned seen={seen} vendor={vendor} />}</Apart>
      <CellGroup title={contractText('which')}>
        {'contractId' in locator ? (
          <Cell id="contract-id" title={contractText('contractId')} value={locator.contractId} />
        ) : (
          <Cell id="contract-id" title={contractText('bizId')} value={locator.bizId} />
        )}
      </CellGroup>
      <Apart>
        {invisible && (
          <Notice id="contract-not-visible" kind="error">
            <View>{commonText('error.CONTRACT_NOT_VISIBLE')}</View>
            <View>{contractText('notVisible.text')}</View>
          </Notice>
        )}
      </Apart>
      <CellGroup title={contractText('intent')}>
        <Choice
          id="intent"
          value={intent}
          options={(['sign', 'view'] as const).map(value => ({
            value,
            title: contractText(`intent.${value}`),
            note: contractText(`intent.${value}.note`, { vendor }),
          }))}
          onChoose={setIntent}
        />
      </CellGroup>
      <Consent matter="contract" config={config} vendor={vendor} agreement={agreement} />
      <Obstacles contract={contract} vendor={vendor} />
      <Apart>
        {handoff.held && <HandoffPanel handoff={handoff.held} vendor={vendor} onOpen={handoff.open} />}
      </Apart>
      <View className="p-form__start">
        <PhoneButton
          id="open"
          disabled={!ready}
          loading={busy}
          onAnswer={answer => contract.onPhone(answer, intent)}
        >
          {contractText(busy ? 'opening' : seen ? 'again' : `open.${intent}`)}
        </PhoneButton>
        <View id="open-note" className="p-form__hint">
          {contractText(ready ? (seen ? 'again.note' : 'open.note') : 'open.missing', {
            vendor,
          })}
        </View>
      </View>
    </Apart>
  )
}
