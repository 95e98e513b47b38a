import type { VendorView } from '../../cloud/types'
import { t } from '../../i18n'

type Named = Pick<VendorView, 'id'>

/** The vendor by name, or in general words where the form leaves the choice. */
export function namesOf(vendors: readonly Named[]): string {
  return vendors.length > 1 ? t('vendor.several') : t(`vendor.${vendors[0]?.id ?? 'qiyuesuo'}`)
}

/** Who checks; where there is a choice, all of them by name. */
export function checkerText(vendors: readonly Named[]): string {
  if (vendors.length < 2) return t('home.trust.checker.text', { vendor: namesOf(vendors) })
  const names = vendors.map(({ id }) => t(`vendor.${id}`)).join(t('common.and'))
  return t('home.trust.checker.several', { vendors: names })
}
