import type { StartInput } from '../../contract/verification'
import { ActionError } from '../../domain/errors'
import { maskContact, maskName, readPaper, readRegisterNumber } from '../../domain/identity'
import type { SubjectFields } from '../../domain/verification'
import type { Capabilities } from '../../vendors/driver'

/**
 * What was submitted, checked beyond its shape and against what the vendor offers.
 * `now`: ms since the epoch. Throws INVALID_INPUT with the field.
 */
export function checked(input: StartInput, capabilities: Capabilities, now: number): SubjectFields {
  if (!capabilities.subjects.includes(input.subject)) throw new ActionError('INVALID_INPUT', 'subject')
  if (input.way === 'link' && !capabilities.handoffs.includes('webUrl'))
    throw new ActionError('INVALID_INPUT', 'way')
  return input.subject === 'person'
    ? checkedPerson(input, capabilities, now)
    : checkedOrganization(input, capabilities)
}

type PersonStart = Extract<StartInput, { subject: 'person' }>
type OrganizationStart = Extract<StartInput, { subject: 'organization' }>

function checkedPerson(
  { person }: PersonStart,
  { personModes, idTypes, requires, accounts }: Capabilities,
  now: number,
): SubjectFields {
  if (!personModes.includes(person.mode)) throw new ActionError('INVALID_INPUT', 'person.mode')
  if (!idTypes.includes(person.idType)) throw new ActionError('INVALID_INPUT', 'person.idType')
  if (person.account !== undefined && !accounts) throw new ActionError('INVALID_INPUT', 'person.account')
  for (const field of requires.person) {
    if (person[field] === undefined) throw new ActionError('INVALID_INPUT', `person.${field}`)
  }
  if (person.idNumber === undefined) return { subject: 'person', person }
  const idNumber = readPaper(person.idType, person.idNumber, now)
  if (!idNumber.ok) throw new ActionError('INVALID_INPUT', 'person.idNumber')
  return { subject: 'person', person: { ...person, idNumber: idNumber.value } }
}

function checkedOrganization(
  { organization }: OrganizationStart,
  { licence, requires, accounts }: Capabilities,
): SubjectFields {
  const { licenceFileId, ...fields } = organization
  const named = fields.account ?? fields.applicant.account
  if (named !== undefined && !accounts) throw new ActionError('INVALID_INPUT', 'organization.account')
  for (const field of requires.organization) {
    if (fields[field] === undefined) throw new ActionError('INVALID_INPUT', `organization.${field}`)
  }
  if (licenceFileId !== undefined && licence === null)
    throw new ActionError('INVALID_INPUT', 'organization.licenceFileId')
  if (fields.registerNumber !== undefined && !readRegisterNumber(fields.registerNumber).ok)
    throw new ActionError('INVALID_INPUT', 'organization.registerNumber')
  return { subject: 'organization', organization: fields }
}

/** What of it stays readable beside the sealed fields. An organization's name is public. */
export function readable(fields: SubjectFields) {
  if (fields.subject === 'organization') {
    const { name, applicant } = fields.organization
    return { mode: null, maskedName: name, maskedContact: maskContact(applicant.contact) }
  }
  const { name, contact, mode } = fields.person
  return { mode, maskedName: name === undefined ? null : maskName(name), maskedContact: maskContact(contact) }
}

/** Of whom one verification may be open at a time: the person, or each organization by its name. */
export function slotKey(fields: SubjectFields): string {
  return fields.subject === 'organization' ? `organization ${fields.organization.name}` : 'person'
}

/** By what an operator may look for it: whole names, numbers and contacts. */
export function findableBy(fields: SubjectFields): (string | undefined)[] {
  if (fields.subject === 'person') {
    const { name, idNumber, contact } = fields.person
    return [name, idNumber, contact.value]
  }
  const { name, registerNumber, applicant } = fields.organization
  return [name, registerNumber, applicant.name, applicant.contact.value]
}

/** By a part of what an operator may look for it. */
export function publicName(fields: SubjectFields): string | undefined {
  return fields.subject === 'organization' ? fields.organization.name : undefined
}
