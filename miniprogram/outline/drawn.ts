import type { VendorView, VerificationView } from '../cloud/types'

/** Before `ready` the vendor knows of no flow. */
export function isDrawn(
  { vendor, state }: Pick<VerificationView, 'vendor' | 'state'>,
  config: { vendors: Pick<VendorView, 'id' | 'outline'>[] } | null,
): boolean {
  if (state === 'created' || state === 'indeterminate') return false
  return config?.vendors.some(each => each.id === vendor && each.outline) ?? false
}
