import type { Key } from '../../../i18n'

/** Where an error of the server is shown: the path of the contract's input → the field on the page and its text. */
const places = {
  'person.name': { field: 'name', text: 'form.error.name' },
  'person.idType': { field: 'id-type', text: 'form.error.idType' },
  'person.idNumber': { field: 'id-number', text: 'form.error.idNumber' },
  'person.contact': { field: 'mobile', text: 'form.error.contact' },
  'person.contact.value': { field: 'mobile', text: 'form.error.contact' },
  'person.mode': { field: 'mode', text: 'form.error.mode' },
} as const satisfies Record<string, { field: string; text: Key }>

export type FieldError = (typeof places)[keyof typeof places]

export function fieldError(path: string | undefined): FieldError | null {
  return path !== undefined && isKnown(path) ? places[path] : null
}

function isKnown(path: string): path is keyof typeof places {
  return Object.keys(places).includes(path)
}
