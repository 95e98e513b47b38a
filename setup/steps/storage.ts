import type { Step } from '../plan'
import type { Target } from '../target'

const wanted = 'PRIVATE'

/** Files are readable by everybody in a new environment; licences and lists must not be. Takes up to 3 minutes. */
export function storageRights({ api, database, bucket }: Target): Step {
  const place = { EnvId: database.EnvId, Bucket: bucket }
  return {
    name: '云存储权限 storage',
    async look() {
      const { AclTag } = await api.call('DescribeStorageSafeRule', place)
      if (AclTag === wanted) return [{ mark: 'same', what: bucket }]
      const apply = async () => {
        await api.call('ModifyStorageSafeRule', { ...place, AclTag: wanted })
      }
      return [{ mark: 'change', what: bucket, detail: `${String(AclTag)}→${wanted}`, apply }]
    },
  }
}
