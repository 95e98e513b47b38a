import type { Fact } from '../../domain/decide'
import type { PersonFields } from '../../domain/verification'
import type { Way } from '../../domain/words'
import type { AnswerOf, describePerson } from './actions'

/** The only document of the link call. */
const idCardType = 'ID_CARD'

/** null: the vendor knows people by name and number only. */
export function personIdentity({ name, idNumber }: { name?: string; idNumber?: string }): object | null {
  if (!name || !idNumber) return null
  return { Name: name, IdCardNumber: idNumber.toUpperCase(), IdCardType: idCardType }
}

/** The endpoint is always said: the page names two different defaults. Source: CreateUserVerifyUrl. */
export function personLinkFields(
  { name, idNumber, contact }: PersonFields,
  { reference, way }: { reference: string; way: Way },
): object {
  return {
    ...(name && { Name: name }),
    ...(idNumber && { IdCardNumber: idNumber.toUpperCase(), IdCardType: idCardType }),
    ...(contact.type === 'mobile' && { Mobile: contact.value }),
    ...(way === 'app' ? { Endpoint: 'APP', AutoJumpBack: true } : { Endpoint: 'HTTP_SHORT_URL' }),
    UserData: userData(reference),
  }
}

/** `false` is not a rejection: not yet, or not through us. */
export function factOfPerson({ VerifyStatus: verified }: AnswerOf<typeof describePerson>): Fact {
  return {
    standing: verified ? 'verified' : 'unproven',
    assurance: verified ? 'account' : null,
    rawStatus: `VerifyStatus=${verified}`,
  }
}

/** Comes back with the notices about whoever follows the link. */
export const userData = (reference: string): string => Buffer.from(reference).toString('base64')
