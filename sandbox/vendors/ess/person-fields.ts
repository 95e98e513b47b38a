/** What the two actions for persons take. */
import { checked, object, oneOf, optional, type Parse, Refusal, required, text, truth } from '../kit/shape'
import { idCardType, longest, numberProblem, operatorField, userData } from './fields'
import { isMobileOfPerson } from './identity'
import { ApiFault } from './protocol'

const PERSON_ENDPOINTS = ['APP', 'HTTP', 'HTTP_SHORT_URL', 'H5', 'H5_SHORT_URL'] as const
export type PersonEndpoint = (typeof PERSON_ENDPOINTS)[number]

const verifyFields = object({
  ...operatorField,
  Name: optional(text),
  IdCardNumber: optional(text),
  IdCardType: optional(oneOf(['ID_CARD'])),
  Mobile: optional(checked(text, value => (isMobileOfPerson(value) ? undefined : 'is not a mobile number'))),
  Endpoint: optional(oneOf(PERSON_ENDPOINTS)),
  AutoJumpBack: optional(truth),
  JumpUrl: optional(longest(1000)),
  UserData: optional(userData(1000)),
})

export const verifyShape: Parse<ReturnType<typeof verifyFields>> = (value, at) => {
  const given = verifyFields(value, at)
  const { Endpoint: endpoint = 'APP' } = given
  const number = numberProblem(given.IdCardNumber)
  if (number) throw new Refusal(`IdCardNumber ${number}`, 'value', 'IdCardNumber')
  if (given.AutoJumpBack !== undefined && endpoint !== 'APP') {
    throw new ApiFault('InvalidParameter', 'AutoJumpBack is for the endpoint APP only.')
  }
  if (given.JumpUrl !== undefined && !endpoint.startsWith('H5')) {
    throw new ApiFault('InvalidParameter', 'JumpUrl is for the endpoints H5 and H5_SHORT_URL only.')
  }
  return given
}

const statusFields = object({
  ...operatorField,
  Name: required(text),
  IdCardNumber: required(text),
  IdCardType: required(idCardType),
})

export const personStatusShape: Parse<ReturnType<typeof statusFields>> = (value, at) => {
  const given = statusFields(value, at)
  const number = numberProblem(given.IdCardNumber, given.IdCardType)
  if (number) throw new Refusal(`IdCardNumber ${number}`, 'value', 'IdCardNumber')
  return given
}
