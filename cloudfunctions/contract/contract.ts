import * as v from 'valibot'
import type { Handoff } from './handoff'
import { businessNumber, organizationName } from './texts'
import { vendorId } from './vendor'

const located = v.pipe(v.string(), v.trim(), v.regex(/^[\w.-]{1,64}$/))

/**
 * Opens a contract for the person whose phone number WeChat has just confirmed (`phoneCode`, from
 * `<button open-type="getPhoneNumber">`): a typed number would let anybody open anybody's contracts.
 */
export const openInput = v.pipe(
  v.strictObject({
    vendor: vendorId,
    contractId: v.optional(located),
    bizId: v.optional(v.pipe(businessNumber, v.minLength(1))),
    /** The subsidiary, when located by `bizId`. */
    tenantName: v.optional(organizationName),
    phoneCode: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    consentId: v.pipe(v.string(), v.regex(/^c_[0-9a-f]{32}$/)),
    /** Of `sign`: as the vendor's page offers passwords; both no by default. */
    hidePasswordSettings: v.optional(v.boolean()),
    allowPasswordSign: v.optional(v.boolean()),
    /** Of `view`: one document of the contract, and the look of the vendor's page. */
    documentId: v.optional(located),
    language: v.optional(v.picklist(['zh', 'en'])),
    themeColor: v.optional(v.pipe(v.string(), v.regex(/^#[0-9A-Fa-f]{6}$/))),
    /** `view` only shows it. */
    intent: v.optional(v.picklist(['sign', 'view']), 'sign'),
  }),
  v.check(input => (input.contractId ?? input.bizId) !== undefined, 'contractId or bizId'),
)
export type OpenInput = v.InferOutput<typeof openInput>

/** What became of the contract is the vendor's to say; nothing here claims that it was signed. */
export interface OpenResult {
  handoff: Handoff
}
