import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import type { VendorView } from '../../cloud/types'
import { useConfig } from '../../cloud/use-config'
import { Cell, CellGroup } from '../../components/cell'
import { Layout } from '../../components/layout'
import { Notice } from '../../components/notice'
import { failureText, t } from '../../i18n'
import { ago } from '../../i18n/time'
import { useTitle } from '../../i18n/use-title'
import { toRecords, toVerification } from '../../routes'
import { headline } from '../../status/headline'
import { ContractCard } from './contract-card'
import { SubjectCard } from './subject-card'
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

  const person = config?.vendors.find(each => each.subjects.includes('person')) ?? null
  const organization = config?.vendors.find(each => each.subjects.includes('organization')) ?? null
  const contracts = config?.vendors.find(each => each.contracts) ?? null
  const vendor = nameOf(person ?? organization)
  const closed = config !== null && person === null

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
      <View>
        {(person || !organization) && (
          <SubjectCard id="start" subject="person" vendor={vendor} disabled={closed} />
        )}
        {organization && (
          <SubjectCard id="start-organization" subject="organization" vendor={nameOf(organization)} />
        )}
        {contracts && <ContractCard vendor={nameOf(contracts)} />}
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
        {organization?.licence && (
          <Cell
            id="trust-licence"
            title={t('home.trust.licence')}
            note={t('home.trust.licence.text', { vendor: nameOf(organization) })}
          />
        )}
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

function nameOf(vendor: VendorView | null): string {
  return t(`vendor.${vendor?.id ?? 'qiyuesuo'}`)
}
