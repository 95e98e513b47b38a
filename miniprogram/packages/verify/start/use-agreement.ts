import { useCallback, useState } from 'react'
import type { VendorId } from '../../../cloud/types'

export interface Agreement {
  /** It is known to whom the data would go: nobody agrees before. */
  possible: boolean
  agreed: boolean
  setAgreed: (agreed: boolean) => void
}

/** The tick under a text that names the vendor: it counts for that vendor only. */
export function useAgreement(vendor: VendorId | null): Agreement {
  const [agreedTo, setAgreedTo] = useState<VendorId | null>(null)
  const setAgreed = useCallback((agreed: boolean) => setAgreedTo(agreed ? vendor : null), [vendor])
  return { possible: vendor !== null, agreed: vendor !== null && agreedTo === vendor, setAgreed }
}
