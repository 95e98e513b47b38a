import type { VendorView } from '../../../cloud/types'
import { type FieldError, placeOf } from '../start/field-error'
import type { RequirableField } from '../start/required'

/** Where an error of the server is shown: the path of the contract's input → the field on the page and its text. */
const places: Readonly<Record<string, FieldError>> = {
  'person.name': { field: 'name', text: 'error.name' },
  'person.idType': { field: 'id-type', text: 'error.idType' },
  'person.idNumber': { field: 'id-number', text: 'error.idNumber' },
  'person.contact': { field: 'mobile', text: 'error.contact' },
  'person.contact.value': { field: 'mobile', text: 'error.contact' },
  'person.mode': { field: 'mode', text: 'error.mode' },
  // As the input of an invitation names them.
  'invitee.name': { field: 'name', text: 'error.name' },
  'invitee.idNumber': { field: 'id-number', text: 'error.idNumber' },
  'invitee.mobile': { field: 'mobile', text: 'error.contact' },
  mode: { field: 'mode', text: 'error.mode' },
}

export const fieldError = (path: string | undefined) => placeOf(places, path)

type RequirableName = VendorView['requires']['person'][number]

export const requirable: Readonly<Record<RequirableName, RequirableField>> = {
  name: { label: 'name', missing: { field: 'name', text: 'error.name' } },
  idNumber: {
    label: 'idNumber',
    missing: { field: 'id-number', text: 'error.idNumber.missing' },
  },
}
