import * as v from 'valibot'
import type { SubjectFields, Verification } from '../../domain/verification'
import {
  contactTypes,
  editableFields,
  fallbackModes,
  idTypes,
  organizationEditableFields,
  personModes,
} from '../../domain/words'
import type { Deps } from '../kit/deps'
import { openSealed } from '../kit/openSealed'

const text = v.string()
const maybe = v.exactOptional(v.string())
const contact = v.object({ type: v.picklist(contactTypes), value: text })

/** What every version so far has sealed into a verification. */
const sealedFields: v.GenericSchema<unknown, SubjectFields> = v.variant('subject', [
  v.object({
    subject: v.literal('person'),
    person: v.object({
      contact,
      name: maybe,
      idType: v.picklist(idTypes),
      idNumber: maybe,
      account: maybe,
      bankNumber: maybe,
      bankMobile: maybe,
      mode: v.picklist(personModes),
      fallbackModes: v.exactOptional(v.array(v.picklist(fallbackModes))),
      editableFields: v.exactOptional(v.array(v.picklist(editableFields))),
    }),
  }),
  v.object({
    subject: v.literal('organization'),
    organization: v.object({
      name: text,
      registerNumber: maybe,
      legalPerson: maybe,
      applicant: v.object({ name: maybe, contact, account: maybe }),
      account: maybe,
      closeButton: v.exactOptional(v.boolean()),
      editableFields: v.exactOptional(v.array(v.picklist(organizationEditableFields))),
    }),
  }),
])

/** What was submitted; null once it was removed for good. Throws DATA_UNREADABLE. */
export function fieldsOf(
  deps: Pick<Deps, 'vault'>,
  { _id, sealed }: Pick<Verification, '_id' | 'sealed'>,
): SubjectFields | null {
  return sealed === null
    ? null
    : openSealed(deps, sealedFields, sealed, { kind: 'verificationFields', id: _id })
}
