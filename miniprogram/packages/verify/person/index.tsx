import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useConfig } from '../../../cloud/use-config'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { Choice } from '../../../components/choice'
import { ConsentRow } from '../../../components/consent-row'
import { Field } from '../../../components/field'
import { Layout } from '../../../components/layout'
import { Notice } from '../../../components/notice'
import { failureText, t } from '../../../i18n'
import { useTitle } from '../../../i18n/use-title'
import { useDraft } from '../draft'
import { ConsentSheet } from './consent-sheet'
import { ExistingSheet } from './existing-sheet'
import { useStart } from './use-start'
import { WhoFields } from './who-fields'
import './index.css'

/** The form of a person's verification. */
export default function PersonForm() {
  useTitle('form.title')
  const { config, failure, reload } = useConfig()
  const [typed, change] = useDraft()
  const [agreed, setAgreed] = useState(false)
  const [reading, setReading] = useState(false)

  const offered = config?.vendors.find(each => each.subjects.includes('person')) ?? null
  const vendor = t(`vendor.${offered?.id ?? 'qiyuesuo'}`)
  const modes = offered?.personModes ?? []
  const idTypes = offered?.idTypes ?? [typed.idType]
  const draft = {
    ...typed,
    mode: modes.includes(typed.mode) ? typed.mode : (modes[0] ?? typed.mode),
    idType: idTypes.includes(typed.idType) ? typed.idType : (idTypes[0] ?? typed.idType),
  }

  const start = useStart(draft, offered, config?.policy.version ?? null)
  const { obstacle } = start
  const wrong = obstacle?.kind === 'field' ? obstacle.error : null
  const errorAt = (field: string) => (wrong?.field === field ? t(wrong.text) : null)
  const edit = (part: Parameters<typeof change>[0]) => {
    if (wrong) start.dismiss()
    change(part)
  }
  useEffect(() => {
    if (wrong) Taro.pageScrollTo({ selector: `#field-${wrong.field}`, offsetTop: -24 }).catch(() => undefined)
  }, [wrong])

  const ready = Boolean(offered) && agreed && draft.mobile.trim() !== ''
  const closed = config !== null && offered === null

  return (
    <Layout>
      <View className="p-person__lead">{t('form.lead', { vendor })}</View>
      <View>
        {failure && (
          <Notice id="config-failed" kind="error" action={{ text: t('common.retry'), onTap: reload }}>
            {failureText(failure)}
          </Notice>
        )}
        {closed && (
          <Notice id="closed" kind="warn">
            {t('home.closed')}
          </Notice>
        )}
      </View>
      <WhoFields draft={draft} idTypes={idTypes} vendor={vendor} errorAt={errorAt} onChange={edit} />
      <CellGroup note={t('form.contact.note', { vendor })}>
        <Field
          id="mobile"
          label={t('form.contact')}
          value={draft.mobile}
          placeholder={t('form.contact.placeholder')}
          type="number"
          maxlength={11}
          error={errorAt('mobile')}
          onInput={mobile => edit({ mobile })}
        />
      </CellGroup>
      <CellGroup
        id="field-mode"
        title={t('form.section.mode')}
        note={errorAt('mode') ?? t('form.mode.note', { vendor })}
      >
        <Choice
          id="mode"
          value={draft.mode}
          options={modes.map(value => ({
            value,
            title: t(`mode.${value}`, { vendor }),
            note: t(`mode.${value}.note`),
          }))}
          onChoose={mode => edit({ mode })}
        />
      </CellGroup>
      <ConsentRow
        id="consent"
        text={t('form.consent', { vendor })}
        linkText={t('form.consent.read')}
        note={config ? t('form.consent.version', { version: config.policy.version }) : ''}
        checked={agreed}
        onChange={setAgreed}
        onRead={() => setReading(true)}
      />
      <View>
        {obstacle?.kind === 'privacy' && (
          <Notice id="privacy-refused" kind="warn">
            {t('form.privacyRefused')}
          </Notice>
        )}
        {obstacle?.kind === 'failure' && (
          <Notice id="start-failed" kind="error" action={{ text: t('common.retry'), onTap: start.submit }}>
            <View>{failureText(obstacle.failure)}</View>
            <View>{t('form.kept')}</View>
          </Notice>
        )}
      </View>
      <View className="p-person__start">
        <Button id="start" disabled={!ready} loading={start.busy} onTap={start.submit}>
          {start.busy ? t('form.starting') : t('form.start')}
        </Button>
        <View className="p-person__hint">
          {ready ? t('form.start.note', { vendor }) : t('form.start.missing')}
        </View>
        <View className="p-person__hint">{t('form.stays')}</View>
      </View>
      <View>
        {reading && config && (
          <ConsentSheet config={config} vendor={vendor} onClose={() => setReading(false)} />
        )}
        {obstacle?.kind === 'existing' && <ExistingSheet existing={obstacle.verification} start={start} />}
      </View>
    </Layout>
  )
}
