import { View } from '@tarojs/components'
import type { Role } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'
import { Cell, CellGroup } from '../../../components/cell'
import { FailedNotice } from '../../../operator/failed-notice'
import {
  toBatches,
  toBrand,
  toHealth,
  toIntegration,
  toInvitations,
  toLegacyInvitations,
  toOperators,
  toRequests,
  toVerifications,
} from '../../../routes'
import { homeText } from './texts'

/** The rooms of the workplace that this operator may enter. */
export function Cells({ role }: { role: Role }) {
  const { config, failure, reload } = useConfig()
  const vendors = config?.vendors ?? []
  const cells = [
    { id: 'invitations', open: toInvitations, shown: true },
    { id: 'verifications', open: toVerifications, shown: true },
    { id: 'batches', open: toBatches, shown: vendors.some(each => each.batch) },
    { id: 'operators', open: toOperators, shown: role === 'owner' },
    { id: 'integration', open: toIntegration, shown: role === 'owner' },
    { id: 'health', open: toHealth, shown: role === 'owner' },
    { id: 'brand', open: toBrand, shown: role === 'owner' },
    { id: 'requests', open: () => toRequests(), shown: role === 'owner' },
    { id: 'legacy', open: toLegacyInvitations, shown: vendors.some(each => each.legacyInvitations) },
  ] as const
  return (
    <View className="p-workplace__cells">
      <FailedNotice failure={failure} retry={reload} />
      <CellGroup>
        {cells
          .filter(cell => cell.shown)
          .map(({ id, open }) => (
            <Cell key={id} id={id} title={homeText(id)} note={homeText(`${id}.note`)} onTap={() => open()} />
          ))}
      </CellGroup>
    </View>
  )
}
