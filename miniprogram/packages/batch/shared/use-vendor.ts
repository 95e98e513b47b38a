import { useConfig } from '../../../cloud/use-config'
import { vendorName } from '../../../i18n/vendors'

/** What the vendor is called that takes organizations by the hundred; there is one at a time. */
export function useVendor(): string {
  const { config } = useConfig()
  return vendorName(config, config?.vendors.find(({ batch }) => batch)?.id ?? null)
}
