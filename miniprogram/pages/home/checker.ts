import type { VendorView } from '../../cloud/types'
import { type KnownNames, vendorNames, vendorToCome } from '../../i18n/vendors'
import { homeText } from './texts'

/** Who checks; where there is a choice, all of them by name. */
export function checkerText(config: KnownNames, vendors: readonly Pick<VendorView, 'id'>[]): string {
  if (vendors.length < 2) return homeText('trust.checker.text', { vendor: vendorToCome(config, vendors) })
  return homeText('trust.checker.several', {
    vendors: vendorNames(
      config,
      vendors.map(({ id }) => id),
    ),
  })
}
