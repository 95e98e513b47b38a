import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useConfig } from '../../cloud/use-config'
import { Button } from '../../components/button'
import { Cell, CellGroup } from '../../components/cell'
import { Layout } from '../../components/layout'
import { Notice } from '../../components/notice'
import { failureText, t } from '../../i18n'
import { ago } from '../../i18n/time'
import { useTitle } from '../../i18n/use-title'
import { toForm, toRecords, toVerification } from '../../routes'
import { headline } from '../../status/headline'
import { useResume } from './use-resume'
import './index.css'

/** What this is, what happens with one's data, and the way in. */
export default function Home() {
  useTitle('app.name')
  const { config, failure, reload } = useConfig()
  const { open, look } = useResume()

  useDidShow(() => {
    look()
  })
  usePullDownRefresh(async () => {
    reload()
    await look()
    Taro.stopPullDownRefresh()
  })

  const offered = config?.vendors.find(each => each.subjects.includes('person')) ?? null
  const vendor = t(`vendor.${offered?.id ?? 'qiyuesuo'}`)
  const closed = config !== null && offered === null

  return (
    <Layout>
      <View>
        {failure && (
          <Notice id="config-failed" kind="error" action={{ text: t('common.retry'), onTap: reload }}>
            {failureText(failure)}
          </Notice>
        )}
        {open && (
          <CellGroup>
            <Cell
              id="resume"
              title={<View className="p-home__resume">{t('home.resume')}</View>}
              note={t('home.resume.note', {
                state: t(headline(open).title),
                time: ago(open.updatedAt, Date.now()),
              })}
              onTap={() => toVerification(open.id)}
            />
          </CellGroup>
        )}
      </View>
      <View className="p-home__card">
        <View className="p-home__title">{t('home.title')}</View>
        <View className="p-home__lead">{closed ? t('home.closed') : t('home.lead', { vendor })}</View>
        <Button id="start" disabled={closed} onTap={() => toForm()}>
          {t('home.start')}
        </Button>
      </View>
      <CellGroup>
        <Cell
          id="records"
          title={t('common.records')}
          note={t('home.records.note')}
          onTap={() => toRecords()}
        />
      </CellGroup>
      <CellGroup title={t('home.trust')}>
        <Cell title={t('home.trust.consent')} note={t('home.trust.consent.text', { vendor })} />
        <Cell title={t('home.trust.kept')} note={t('home.trust.kept.text')} />
        {config && (
          <Cell
            id="retention"
            title={t('home.trust.retention')}
            note={t('home.trust.retention.text', { days: config.policy.retentionDays })}
          />
        )}
        <Cell title={t('home.trust.checker')} note={t('home.trust.checker.text', { vendor })} />
      </CellGroup>
    </Layout>
  )
}
