import type { Fact } from '../../domain/decide'
import type { OrganizationFields } from '../../domain/verification'
import type { OrganizationEditableField } from '../../domain/words'
import type { Licence, LicenceType } from '../driver'
import { contactOf } from './person'

export const companyPaths = {
  ticket: '/companyauth/miniappexchange',
  ticketWithLicence: '/companyauth/miniappexchangewithlicense',
  link: '/companyauth/h5page',
  result: '/companyauth/result',
  detail: '/v2/company/detail',
} as const

/** `COMPANY ALREADY AUTHED`: an outcome, not an error. */
export const alreadyCode = '1605'

const modifyFields: Record<OrganizationEditableField, string> = {
  name: 'corpName',
  registerNumber: 'registerNo',
  legalPerson: 'legalPerson',
  licence: 'license',
}

/**
 * The body of the ticket and of the link call. `modifyFields` is one text with commas here, not an array as for
 * persons, and knows no licence. Source: 生成企业认证令牌.
 */
export function companyBody(organization: OrganizationFields, callbackUrl: string): Record<string, unknown> {
  const { name, contact } = organization.applicant
  return {
    companyName: organization.name,
    applicant: { ...(name && { name }), ...contactOf(contact) },
    ...(organization.registerNumber && { registerNo: organization.registerNumber }),
    ...(organization.legalPerson && { legalPerson: organization.legalPerson }),
    modifyFields: listOf(organization.editableFields?.filter(field => field !== 'licence')),
    closeButton: organization.closeButton,
    callbackUrl,
  }
}

/** The same as form fields, with the applicant as a JSON text under another name. Source: the vendor's Go SDK. */
export function companyForm(
  organization: OrganizationFields,
  callbackUrl: string,
): Record<string, string | undefined> {
  const { name, contact } = organization.applicant
  return {
    companyName: organization.name,
    applicantInfo: JSON.stringify({ ...(name && { name }), ...contactOf(contact) }),
    registerNo: organization.registerNumber,
    legalPerson: organization.legalPerson,
    closeButton: organization.closeButton?.toString(),
    modifyFields: listOf(organization.editableFields),
    callbackUrl,
  }
}

/** One text with commas; nothing when there is nothing to name. */
const listOf = (fields?: readonly OrganizationEditableField[]) =>
  fields?.map(field => modifyFields[field]).join(',') || undefined

const contentTypes: Record<LicenceType, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
}

export function licencePart({ type, bytes }: Licence) {
  return { field: 'license', filename: `license.${type}`, contentType: contentTypes[type], bytes }
}

interface StatusRow {
  standing: Fact['standing']
  /** Asked by name it may be about another attempt, so it ends nothing. */
  byName: Fact['standing']
  /** Somebody is about to verify it. */
  touched?: true
}

/** `status` of `/companyauth/result`. Its numbers are not those of the notice. */
export const companyStatuses: Readonly<Record<string, StatusRow>> = {
  '-1': { standing: 'unproven', byName: 'unproven' },
  '1': { standing: 'unproven', byName: 'unproven', touched: true },
  '2': { standing: 'verified', byName: 'verified' },
  '3': { standing: 'rejected', byName: 'unproven', touched: true },
  '4': { standing: 'started', byName: 'unproven', touched: true },
  '6': { standing: 'expired', byName: 'unproven' },
}

/** `status`: nobody has asked for this company through us. */
export const noRecord = '-1'

const basicFailed = '2'
const basicReviewing = '1'

/** An undocumented status proves nothing. */
export function factOfCompany(result: Record<string, unknown>, byRequest: boolean): Fact {
  const status = String(result.status ?? '')
  const basic = String(result.basicStatus ?? '')
  const row: StatusRow = companyStatuses[status] ?? { standing: 'unproven', byName: 'unproven' }
  const standing = byRequest ? row.standing : row.byName
  return {
    standing: standing === 'started' && basic === basicReviewing ? 'reviewing' : standing,
    assurance: standing === 'verified' ? (byRequest ? 'attempt' : 'account') : null,
    rawStatus: `status=${status}${basic && `,basicStatus=${basic}`}`,
    ...(row.touched && !byRequest && { touched: true }),
    ...(standing === 'rejected' && {
      reason: basic === basicFailed ? 'basicInformation' : 'authorizationLetter',
    }),
  }
}

/** `/v2/company/detail`: UNREGISTERED or AUTH_SUCCESS. It knows companies, not attempts. */
export function factOfDetail({ status }: Record<string, unknown>): Fact {
  const verified = status === 'AUTH_SUCCESS'
  return {
    standing: verified ? 'verified' : 'unproven',
    assurance: verified ? 'account' : null,
    ...(verified && { elsewhere: true }),
    rawStatus: `detail=${verified ? 'AUTH_SUCCESS' : 'UNREGISTERED'}`,
  }
}
