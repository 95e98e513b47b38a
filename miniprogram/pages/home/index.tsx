import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import type { Subject } from '../../cloud/types'
import { useConfig } from '../../cloud/use-config'
import { Cell, CellGroup } from '../../components/cell'
import { Layout } from '../../components/layout'
import { Notice } from '../../components/notice'
import { failureText, t } from '../../i18n'
import { ago } from '../../i18n/time'
import { useTitle } from '../../i18n/use-title'
import { knownVendors } from '../../i18n/vendors'
import { toRecords, toVerification, toWorkplace } from '../../routes'
import { headline } from '../../status/headline'
import { ContractCard } from './contract-card'
import { ScanCell } from './scan-cell'
import { SubjectCard } from './subject-card'
import { useResume } from './use-resume'
import { checkerText, namesOf } from './vendor-names'
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

  const vendors = knownVendors(config)
  const offersOf = (subject: Subject) => vendors.filter(each => each.subjects.includes(subject))
  const [person, organization] = [offersOf('person'), offersOf('organization')]
  const contracts = vendors.find(each => each.contracts)
  const licence = organization.find(each => each.licence)
  const checkers = vendors.filter(each => each.subjects.length > 0)
  const closed = config !== null && person.length === 0

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
        {(person.length > 0 || organization.length === 0) && (
          <SubjectCard id="start" subject="person" vendor={namesOf(person)} disabled={closed} />
        )}
        {organization.length > 0 && (
          <SubjectCard id="start-organization" subject="organization" vendor={namesOf(organization)} />
        )}
        {contracts && <ContractCard vendor={namesOf([contracts])} />}
      </View>
      <ScanCell />
      <CellGroup>
        <Cell
          id="records"
          title={t('common.records')}
          note={t('home.records.note')}
          onTap={() => toRecords()}
        />
        <Cell
          id="workplace"
          title={t('home.workplace')}
          note={t('home.workplace.note')}
          onTap={() => toWorkplace()}
        />
      </CellGroup>
      <CellGroup title={t('home.trust')}>
        <Cell
          title={t('home.trust.consent')}
          note={t('home.trust.consent.text', { vendor: namesOf(checkers) })}
        />
        <Cell title={t('home.trust.kept')} note={t('home.trust.kept.text')} />
        {licence && (
          <Cell
            id="trust-licence"
            title={t('home.trust.licence')}
            note={t('home.trust.licence.text', { vendor: namesOf([licence]) })}
          />
        )}
        {config && (
          <Cell
            id="retention"
            title={t('home.trust.retention')}
            note={t('home.trust.retention.text', { days: config.policy.retentionDays })}
          />
        )}
        <Cell title={t('home.trust.checker')} note={checkerText(checkers)} />
      </CellGroup>
    </Layout>
  )
}
