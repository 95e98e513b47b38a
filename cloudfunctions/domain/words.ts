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
 * What the vendor really proved: `attempt`, this very attempt; `account`, only that the contact's account is
 * verified, perhaps long ago or elsewhere.
 */
export type Assurance = 'attempt' | 'account'
