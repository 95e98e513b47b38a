import * as v from 'valibot'

const text = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max))
const mobile = v.pipe(v.string(), v.trim(), v.regex(/^1\d{10}$/))

/** What is filled in beforehand; all of it may be left out. */
export const personInvitee = v.strictObject({
  name: v.optional(text(50)),
  mobile: v.optional(mobile),
  /** Of a resident id card. */
  idNumber: v.optional(text(18)),
})
export const organizationInvitee = v.strictObject({
  name: v.optional(text(100)),
  registerNumber: v.optional(v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[0-9A-Z]{15,18}$/))),
  legalPerson: v.optional(text(50)),
  applicantName: v.optional(text(50)),
  applicantMobile: v.optional(mobile),
})
