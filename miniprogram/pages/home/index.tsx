import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import type { Subject } from '../../cloud/types'
import { useConfig } from '../../cloud/use-config'
import { Apart } from '../../components/apart'
import { Cell, CellGroup } from '../../components/cell'
import { Layout } from '../../components/layout'
import { Notice } from '../../components/notice'
import { commonText, failureText, useTitle } from '../../i18n'
import { ago } from '../../i18n/time'
import { knownVendors, vendorToCome } from '../../i18n/vendors'
import { toMyData, toRecords, toVerification, toWorkplace } from '../../routes'
import { headline } from '../../status/headline'
import { statusText } from '../../status/texts'
import { checkerText } from './checker'
import { ContractCard } from './contract-card'
import { ScanCell } from './scan-cell'
import { SubjectCard } from './subject-card'
import { homeText } from './texts'
import { useResume } from './use-resume'
import './index.css'

/** What this is, what happens with one's data, and the way in. */
export default function Home() {
  useTitle(commonText('app'))
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
      <Apart>
        {failure && (
          <Notice id="config-failed" kind="error" action={{ text: commonText('retry'), onTap: reload }}>
            {failureText(failure)}
          </Notice>
        )}
        {open && (
          <CellGroup>
            <Cell
              id="resume"
              title={<View className="p-home__resume">{homeText('resume')}</View>}
              note={homeText('resume.note', {
                state: statusText(headline(open).title),
                time: ago(open.updatedAt, Date.now()),
              })}
              onTap={() => toVerification(open.id)}
            />
          </CellGroup>
        )}
      </Apart>
      <Apart>
        {(person.length > 0 || organization.length === 0) && (
          <SubjectCard id="start" subject="person" vendor={vendorToCome(config, person)} disabled={closed} />
        )}
        {organization.length > 0 && (
          <SubjectCard
            id="start-organization"
            subject="organization"
            vendor={vendorToCome(config, organization)}
          />
        )}
        {contracts && <ContractCard vendor={vendorToCome(config, [contracts])} />}
      </Apart>
      <ScanCell />
      <CellGroup>
        <Cell
          id="records"
          title={commonText('records')}
          note={homeText('records.note')}
          onTap={() => toRecords()}
        />
        <Cell
          id="my-data"
          title={homeText('myData')}
          note={homeText('myData.note')}
          onTap={() => toMyData()}
        />
        <Cell
          id="workplace"
          title={homeText('workplace')}
          note={homeText('workplace.note')}
          onTap={() => toWorkplace()}
        />
      </CellGroup>
      <CellGroup title={homeText('trust')}>
        <Cell
          title={homeText('trust.consent')}
          note={homeText('trust.consent.text', { vendor: vendorToCome(config, checkers) })}
        />
        <Cell title={homeText('trust.kept')} note={homeText('trust.kept.text')} />
        {licence && (
          <Cell
            id="trust-licence"
            title={homeText('trust.licence')}
            note={homeText('trust.licence.text', { vendor: vendorToCome(config, [licence]) })}
          />
        )}
        {config && (
          <Cell
            id="retention"
            title={homeText('trust.retention')}
            note={homeText('trust.retention.text', { days: config.policy.retentionDays })}
          />
        )}
        <Cell title={homeText('trust.checker')} note={checkerText(config, checkers)} />
      </CellGroup>
    </Layout>
  )
}
