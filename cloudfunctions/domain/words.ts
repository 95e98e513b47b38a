/** The closed vocabularies every room shares. docs/architecture.md says what each word means. */

/** A vendor by the name of its folder. Which there are only `vendors/registry.ts` says. */
export type VendorId = string
export const vendorIdForm = /^[a-z][a-z0-9]{1,31}$/

/** A short text for people, in every language there is. */
export type Texts = Readonly<Record<'zh' | 'en', string>>

export const subjects = ['person', 'organization'] as const
export type Subject = (typeof subjects)[number]

/** How a person is checked. `any` leaves the choice to the vendor; `manualReview` exists only as a fallback. */
export const personModes = ['any', 'threeFactor', 'face', 'bankCard', 'alipay'] as const
export type PersonMode = (typeof personModes)[number]

export const fallbackModes = ['threeFactor', 'face', 'bankCard', 'alipay', 'manualReview'] as const
export type FallbackMode = (typeof fallbackModes)[number]

export const idTypes = ['residentId', 'passport', 'hkMacauPermit', 'taiwanPermit'] as const
export type IdType = (typeof idTypes)[number]

/** Fields the person may still change on the vendor's page. */
export const editableFields = ['name', 'idNumber', 'bankNumber', 'bankMobile'] as const
export type EditableField = (typeof editableFields)[number]

/** Fields of an organization that its applicant may still change on the vendor's page. */
export const organizationEditableFields = ['name', 'registerNumber', 'legalPerson', 'licence'] as const
export type OrganizationEditableField = (typeof organizationEditableFields)[number]

/** Of both subjects. */
export const pageFields = [...editableFields, 'registerNumber', 'legalPerson', 'licence'] as const
export type PageField = (typeof pageFields)[number]

/** What an operator may order of a vendor's own page for those invited, beyond what people choose themselves. */
export interface PageOrders {
  modes: readonly PersonMode[]
  fallbackModes: readonly FallbackMode[]
  /** What the page can be told, and told to leave open. */
  fields: Readonly<{ person: readonly EditableField[]; organization: readonly OrganizationEditableField[] }>
}

/** How the user wants to be passed on: the vendor's usual way inside WeChat, or a link for any browser. */
export const ways = ['app', 'link'] as const
export type Way = (typeof ways)[number]

/** What exactly failed at the vendor, where it says so. */
export const failureReasons = ['basicInformation', 'authorizationLetter'] as const
export type FailureReason = (typeof failureReasons)[number]

export const contactTypes = ['mobile', 'email'] as const

/** What a page saw when it came back. Never more than a hint. */
export const hints = ['opened', 'returned', 'passed', 'failed'] as const
export type Hint = (typeof hints)[number]

/**
 * What a "verified" rests on, the strongest first: `attempt`, the vendor says it of this very attempt · `observed`, the
 * account was not verified before this attempt and is now, by nobody else's doing · `owned`, the account is verified and
 * is this person's own · `account`, only that the account is verified, perhaps somebody else's, long ago, elsewhere.
 */
export const assurances = ['attempt', 'observed', 'owned', 'account'] as const
export type Assurance = (typeof assurances)[number]

/** What the operator asks for at least: `observed` takes `owned` too, `account` takes everything. */
export const proofs = ['attempt', 'observed', 'account'] as const
export type Proof = (typeof proofs)[number]

/** What a verified account lacks: that WeChat confirms its number · a proof of this very attempt. */
export const missings = ['number', 'attempt'] as const
export type Missing = (typeof missings)[number]
