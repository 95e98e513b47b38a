/** What the pages of the 电子签 mini program are told; names and numbers are already masked. */

export interface OrganizationEntry {
  key: string
  name: string
  creditCode: string
  status: 'Processing' | 'Create' | 'Submit' | 'Authorization' | 'Failed'
  verified: boolean
  auditStatus: 0 | 1 | 2 | 3 | 4 | 5
  message: string
}

export interface BatchPageView {
  kind: 'batch'
  session: string
  admin: { name: string; mobile: string }
  expiresAt: number
  organizations: OrganizationEntry[]
}

export interface OrganizationPageView {
  kind: 'organization'
  session: string
  admin: { name: string; mobile: string }
  organization: OrganizationEntry
  jumpsBack: boolean
}

export interface PersonPageView {
  kind: 'person'
  session: string
  name: string
  idNumber: string
  mobile: string
  verified: boolean
  jumpsBack: boolean
}

export interface GonePageView {
  kind: 'gone'
  reason: 'expired' | 'unknown' | 'wrongEnvironment'
}

export type EssPageView = BatchPageView | OrganizationPageView | PersonPageView | GonePageView
