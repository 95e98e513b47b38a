import { View } from '@tarojs/components'
import type { ConfigResult, Subject, VerificationView } from '../../cloud/types'
import { Apart } from '../../components/apart'
import { Cell, CellGroup } from '../../components/cell'
import { commonText } from '../../i18n'
import { ago } from '../../i18n/time'
import { knownVendors, vendorToCome } from '../../i18n/vendors'
import { toMyData, toRecords, toVerification, toWorkplace } from '../../routes'
import { headline } from '../../status/headline'
import { statusText } from '../../status/texts'
import { checkerText } from './checker'
import { LanguageCell } from './language-cell'
import { OrganizationCard } from './organization-card'
import { homeText } from './texts'
import { Ways } from './ways'

interface RestProps {
  /** null: they could not be asked for. */
  config: ConfigResult | null
  /** A card above is the way into a verification of a person, and on with the open one. */
  person: boolean
  /** To go on with. */
  open: VerificationView | null
}

/** All that the settings decide about, and what comes after it. */
export function Rest({ config, person, open }: RestProps) {
  const vendors = knownVendors(config)
  const offersOf = (subject: Subject) => vendors.filter(each => each.subjects.includes(subject))
  const organization = offersOf('organization')
  const contracts = vendors.find(each => each.contracts)
  const licence = organization.find(each => each.licence)
  const checkers = vendors.filter(each => each.subjects.length > 0)
  return (
    <>
      <Apart>
        {!person && open && (
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
        {!person && organization.length > 0 && (
          <OrganizationCard vendor={vendorToCome(config, organization)} />
        )}
      </Apart>
      <Ways
        organization={person && organization.length > 0}
        contracts={contracts ? vendorToCome(config, [contracts]) : null}
      />
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
        <LanguageCell />
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
    </>
  )
}
