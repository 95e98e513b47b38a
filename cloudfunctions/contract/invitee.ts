import * as v from 'valibot'
import { mobile, nothing, organizationName, paperNumber, personName, registerNumber } from './texts'

/** What is filled in beforehand; all of it may be left out. */
export const personInvitee = v.strictObject({
  name: v.optional(v.union([nothing, personName])),
  mobile: v.optional(mobile),
  /** Of a resident id card. */
  idNumber: v.optional(v.union([nothing, paperNumber])),
})
export const organizationInvitee = v.strictObject({
  name: v.optional(v.union([nothing, organizationName])),
  registerNumber: v.optional(registerNumber),
  legalPerson: v.optional(v.union([nothing, personName])),
  applicantName: v.optional(v.union([nothing, personName])),
  applicantMobile: v.optional(mobile),
})
