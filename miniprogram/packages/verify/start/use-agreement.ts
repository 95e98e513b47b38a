import { useCallback, useState } from 'react'

export interface Agreement {
  agreed: boolean
  setAgreed: (agreed: boolean) => void
}

/** The tick under a text that names the vendor: it counts for that vendor only. */
export function useAgreement(vendor: string): Agreement {
  const [agreedTo, setAgreedTo] = useState<string | null>(null)
  const setAgreed = useCallback((agreed: boolean) => setAgreedTo(agreed ? vendor : null), [vendor])
  return { agreed: agreedTo === vendor, setAgreed }
}
