/** What the two contract tokens take (page 生成合同签署令牌 and the SDK), and the contracts the sandbox is given. */
import { checked, listOf, object, oneOf, optional, required, text, truth } from '../kit/shape'
import { contactProblem, lang, themeColor } from './fields'

const SIGNER_TYPES = ['MOBILE', 'EMAIL', 'EMPLOYEEID', 'NUMBER'] as const

/** An employee's id or number has no documented form. */
const signer = checked(
  object({ contact: required(text), contactType: required(oneOf(SIGNER_TYPES)) }),
  ({ contact, contactType }) => {
    if (contactType === 'EMPLOYEEID' || contactType === 'NUMBER') return undefined
    const problem = contactProblem(contact, contactType)
    return problem && `is wrong: ${problem}`
  },
)
export type SignerRef = ReturnType<typeof signer>

const which = {
  contractId: optional(text),
  bizId: optional(text),
  tenantName: optional(text),
}

const oneGiven = ({ contractId, bizId }: { contractId?: string; bizId?: string }) =>
  contractId === undefined && bizId === undefined ? 'needs contractId or bizId' : undefined

export const signTokenShape = checked(
  object({
    ...which,
    user: required(signer),
    hidePasswordSettings: optional(truth),
    allowPasswordSign: optional(truth),
  }),
  oneGiven,
)

export const viewTokenShape = checked(
  object({ ...which, documentId: optional(text), lang: optional(lang), themeColor: optional(themeColor) }),
  oneGiven,
)

export interface ContractRef {
  contractId?: string
  bizId?: string
}

export const newContractShape = object({
  contractId: optional(
    checked(text, value => (/^[1-9]\d{18}$/.test(value) ? undefined : 'must be 19 digits')),
  ),
  bizId: optional(text),
  subject: required(text),
  signers: required(
    checked(listOf(signer), list => (list.length > 0 ? undefined : 'must name at least one signer')),
  ),
})
export type NewContract = ReturnType<typeof newContractShape>
