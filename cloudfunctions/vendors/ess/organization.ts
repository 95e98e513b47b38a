import type { Fact } from '../../domain/decide'
import type { OrganizationFields } from '../../domain/verification'
import type { Way } from '../../domain/words'
import type { OrganizationStanding } from '../batch'
import type { AnswerOf, describeOrganization } from './actions'
import { userData } from './person'

/** Back to us when it was recorded, when its letter is under review, and when it is verified. */
const jumpBack = [1, 2, 3].map(type => ({ JumpEventType: type, JumpUrl: 'true' }))

export const goesByCode = (creditCode?: string): boolean => creditCode?.length === 18

/** By its code where that is a unified one, else by its name. */
export function organizationIdentity(name: string, creditCode?: string): object {
  return goesByCode(creditCode)
    ? { UniformSocialCreditCode: creditCode }
    : { OrganizationName: licenceName(name) }
}

/** Source: CreateOrganizationAuthUrl. Nothing is locked: the administrator may still correct it there. */
export function organizationLinkFields(
  { name, registerNumber, legalPerson, applicant }: OrganizationFields,
  { reference, way }: { reference: string; way: Way },
): object {
  return {
    OrganizationName: licenceName(name),
    ...(goesByCode(registerNumber) && { UniformSocialCreditCode: registerNumber }),
    ...(legalPerson && { LegalName: legalPerson }),
    ...(applicant.name && { AdminName: applicant.name }),
    ...(applicant.contact.type === 'mobile' && { AdminMobile: applicant.contact.value }),
    ...(way === 'app' ? { Endpoint: 'APP', JumpEvents: jumpBack } : { Endpoint: 'SHORT_URL' }),
    UserData: userData(reference),
  }
}

const letterRejected = '2'
/** In review, read by a machine, or waiting for the administrator to confirm what it read. */
const letterReviewed = ['3', '4', '5']

/**
 * Records carry neither time nor id, so the hopeful one counts: a letter under review was handed in after the one that
 * was turned down. Source: DescribeOrganizationAuthStatus.
 */
export function standingOf(answer: AnswerOf<typeof describeOrganization>): OrganizationStanding {
  const { AuthStatus: status, IsVerified: verified, AuthRecords: records } = answer
  const reviewed = records.find(each => letterReviewed.includes(each.AuditStatus))
  const rejected = records.find(each => each.AuditStatus === letterRejected)
  const audit = (reviewed ?? rejected ?? records[0])?.AuditStatus
  const rawStatus = `AuthStatus=${status}${audit ? `,AuditStatus=${audit}` : ''}`
  if (verified || status === '2') return { standing: 'verified', rawStatus, reason: '' }
  if (reviewed) return { standing: 'reviewing', rawStatus, reason: '' }
  if (rejected) return { standing: 'letterRejected', rawStatus, reason: rejected.Reason }
  return { standing: status === '1' ? 'started' : 'none', rawStatus, reason: '' }
}

/** A letter that had been turned down before this attempt began says nothing about it. */
const turnedDownBefore = { letter: 'rejectedBefore' }

export const refsAtStart = ({ standing }: OrganizationStanding): Record<string, string> =>
  standing === 'letterRejected' ? turnedDownBefore : {}

const standings: Record<OrganizationStanding['standing'], Fact['standing']> = {
  none: 'unproven',
  started: 'started',
  reviewing: 'reviewing',
  letterRejected: 'rejected',
  verified: 'verified',
}

export function factOfOrganization(
  { standing, rawStatus }: OrganizationStanding,
  refs: Record<string, string>,
): Fact {
  if (standing === 'verified') return { standing, assurance: 'account', rawStatus }
  if (standing !== 'letterRejected') return { standing: standings[standing], assurance: null, rawStatus }
  return refs.letter === turnedDownBefore.letter
    ? { standing: 'started', assurance: null, rawStatus }
    : { standing: 'rejected', reason: 'authorizationLetter', assurance: null, rawStatus }
}

/** Licences have full-width brackets, keyboards half-width ones, and the vendor compares. */
const licenceName = (name: string): string => name.replaceAll('(', '（').replaceAll(')', '）')
