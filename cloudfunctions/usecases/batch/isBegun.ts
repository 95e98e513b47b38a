import { rowStates } from '../../domain/batch/lifecycle'
import type { OrganizationFields } from '../../domain/verification'
import type { Deps } from '../kit/deps'

/** The vendor may know of these: the others were never sent. */
const sent = rowStates.filter(state => state !== 'draft' && state !== 'queued')

/** Whether a row of a batch is about this organization, whatever has become of it: its link may still be used. */
export async function isBegun(
  { store }: Deps,
  { name, registerNumber }: Pick<OrganizationFields, 'name' | 'registerNumber'>,
): Promise<boolean> {
  const rowsWith = (field: 'name' | 'creditCode', value: string) =>
    store.find('batch_rows', {
      where: [
        [field, 'eq', value],
        ['state', 'in', sent],
      ],
      fields: ['_id'],
      limit: 1,
    })
  if ((await rowsWith('name', name)).length > 0) return true
  return registerNumber !== undefined && (await rowsWith('creditCode', registerNumber)).length > 0
}
