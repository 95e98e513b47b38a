import type { Column } from '../../../cloud/types'
import { adminIdTypes } from '../shared/administrator'
import { batchText } from '../shared/texts'
import { rowText } from './texts'

const authorizations = ['legalPerson', 'letter', 'letterAndTransfer'] as const
/** '' leaves it to the batch. */
const choices = { adminIdType: adminIdTypes, authorization: ['', ...authorizations] } as const
type ChoiceColumn = keyof typeof choices

/** `ofBatch`: what '' stands for in `authorization`; '' while the batch is not known. */
export function optionsOf(column: ChoiceColumn, ofBatch: string): { value: string; title: string }[] {
  return choices[column].map(value => ({ value, title: valueText(column, value, ofBatch) }))
}

/** A value in words; one of which we know nothing stays as it was typed. */
export function valueText(column: Column, value: string, ofBatch: string): string {
  switch (column) {
    case 'adminIdType': {
      const known = adminIdTypes.find(each => each === (value || 'residentId'))
      return known ? batchText(`idType.${known}`) : value
    }
    case 'authorization': {
      if (value === '')
        return ofBatch ? rowText('authorization.batch', { value: ofBatch }) : rowText('authorization.ofBatch')
      const known = authorizations.find(each => each === value)
      return known ? batchText(`authorization.${known}`) : value
    }
    default:
      return value || rowText('none')
  }
}
