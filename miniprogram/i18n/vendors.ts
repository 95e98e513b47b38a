import type { ConfigResult, VendorView } from '../cloud/types'
import { zh } from './zh'

/** The vendors that are on; one that only a newer version can name is left out. */
export function knownVendors(config: ConfigResult | null): VendorView[] {
  return config?.vendors.filter(({ id }) => `vendor.${id}` in zh) ?? []
}
