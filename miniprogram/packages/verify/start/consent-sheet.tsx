import { View } from '@tarojs/components'
import type { ConfigResult } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { type Key, t } from '../../../i18n'
import './form.css'

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
  const rights = t(`consent.rights.${matter}`)
  const reach = phone ? t('consent.rights.phone', { phone }) : t('consent.rights.noPhone', { controller })
  const sections: { title: Key; text: string }[] = [
    { title: 'consent.controller.title', text: t(`consent.controller.${matter}`, { controller }) },
    { title: 'consent.purpose.title', text: t(`consent.purpose.${matter}`) },
    { title: 'consent.kinds.title', text: t(`consent.kinds.${matter}`, { vendor }) },
    { title: 'consent.vendor.title', text: t(`consent.vendor.${matter}`, { vendor }) },
    { title: 'consent.retention.title', text: t(`consent.retention.${matter}`, { days }) },
    { title: 'consent.rights.title', text: `${rights}${reach}` },
    { title: 'consent.minors.title', text: t('consent.minors.text') },
  ]
  return (
    <Dialog
      id="consent-sheet"
      title={t('consent.title')}
      onClose={onClose}
      actions={
        <Button id="consent-close" onTap={onClose}>
          {t('consent.close')}
        </Button>
      }
    >
      {sections.map(section => (
        <View key={section.title} className="p-form__section">
          <View className="p-form__heading">{t(section.title)}</View>
          <View>{section.text}</View>
        </View>
      ))}
      <View className="p-form__section">{t('consent.version', { version })}</View>
    </Dialog>
  )
}
