import { View } from '@tarojs/components'
import type { ConfigResult } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import type { KeyOf } from '../../../i18n'
import { consentText } from './consent-texts'
import './form.css'

type Title = KeyOf<typeof consentText>

/** What is consented to: a verification of either subject, or the opening of a contract. */
export type ConsentMatter = 'person' | 'organization' | 'contract'

interface ConsentSheetProps {
  matter: ConsentMatter
  config: ConfigResult
  vendor: string
  onClose: () => void
}

/** The whole text a person agrees to: who, for what, which data, to whom, for how long, and which rights. */
export function ConsentSheet({ matter, config, vendor, onClose }: ConsentSheetProps) {
  const { controller, retentionDays: days, version } = config.policy
  const phone = config.support?.phone
  const rights = consentText(`rights.${matter}`)
  const reach = phone ? consentText('rights.phone', { phone }) : consentText('rights.noPhone', { controller })
  const sections: { title: Title; text: string }[] = [
    { title: 'controller.title', text: consentText(`controller.${matter}`, { controller }) },
    { title: 'purpose.title', text: consentText(`purpose.${matter}`) },
    { title: 'kinds.title', text: consentText(`kinds.${matter}`, { vendor }) },
    { title: 'vendor.title', text: consentText(`vendor.${matter}`, { vendor }) },
    { title: 'retention.title', text: consentText(`retention.${matter}`, { days }) },
    { title: 'rights.title', text: `${rights}${reach}` },
    { title: 'minors.title', text: consentText('minors.text') },
  ]
  return (
    <Dialog
      id="consent-sheet"
      title={consentText('title')}
      onClose={onClose}
      actions={
        <Button id="consent-close" onTap={onClose}>
          {consentText('close')}
        </Button>
      }
    >
      {sections.map(section => (
        <View key={section.title} className="p-form__section">
          <View className="p-form__heading">{consentText(section.title)}</View>
          <View>{section.text}</View>
        </View>
      ))}
      <View className="p-form__section">{consentText('version', { version })}</View>
    </Dialog>
  )
}
