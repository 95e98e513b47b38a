import * as v from 'valibot'
import {
  bankNumber,
  email,
  mobile,
  nothing,
  organizationName,
  paperNumber,
  personName,
  registerNumber,
} from './texts'

/** What is filled in beforehand; all of it may be left out. */
export const personInvitee = v.strictObject({
  name: v.optional(v.union([nothing, personName])),
  mobile: v.optional(mobile),
  /** Of a resident id card. */
  idNumber: v.optional(v.union([nothing, paperNumber])),
  /** Instead of a mobile number. */
  email: v.optional(v.union([nothing, email])),
  /** What the vendor's page would ask of a bank card. */
  bankNumber: v.optional(v.union([nothing, bankNumber])),
  bankMobile: v.optional(v.union([nothing, mobile])),
})
export const organizationInvitee = v.strictObject({
  name: v.optional(v.union([nothing, organizationName])),
  registerNumber: v.optional(registerNumber),
  legalPerson: v.optional(v.union([nothing, personName])),
  applicantName: v.optional(v.union([nothing, personName])),
  applicantMobile: v.optional(mobile),
  applicantEmail: v.optional(v.union([nothing, email])),
})
