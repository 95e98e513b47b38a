import type { VendorView } from '../../cloud/types'
import { commonText } from '../../i18n'
import { vendorText } from '../../i18n/vendors'
import { homeText } from './texts'

type Named = Pick<VendorView, 'id'>

/** The vendor by name, or in general words where the form leaves the choice. */
export function namesOf(vendors: readonly Named[]): string {
  return vendors.length > 1 ? vendorText('several') : vendorText(vendors[0]?.id ?? 'qiyuesuo')
}

/** Who checks; where there is a choice, all of them by name. */
export function checkerText(vendors: readonly Named[]): string {
  if (vendors.length < 2) return homeText('trust.checker.text', { vendor: namesOf(vendors) })
  const names = vendors.map(({ id }) => vendorText(id)).join(commonText('and'))
  return homeText('trust.checker.several', { vendors: names })
}
