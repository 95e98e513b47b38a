import type { CollectionName } from './store'

/** One index: its fields in order, `-` before those that run down, and what asks for it. */
export interface Index {
  fields: readonly string[]
  /** For the documentation, in Chinese. */
  use: string
}

/**
 * Every index of the database; set-up creates what is missing, docs/operations.md is drawn from here, and the store of
 * the tests refuses a question that none of them begins to answer. Field order and direction count.
 */
export const indexes: Partial<Record<CollectionName, readonly Index[]>> = {
  verifications: [
    { fields: ['owner', '-listKey'], use: '用户的认证记录' },
    { fields: ['dueAt'], use: '巡检' },
    { fields: ['outboxAt'], use: '巡检' },
    { fields: ['-listKey'], use: '工作台的认证单' },
    { fields: ['searchKeys', '-listKey'], use: '工作台的查找' },
    { fields: ['state', '-listKey'], use: '只看一种状态' },
    { fields: ['vendor', '-listKey'], use: '只看一家机构' },
    { fields: ['subject', '-listKey'], use: '只看个人或企业' },
    { fields: ['tag', '-listKey'], use: '只看一种标记' },
    { fields: ['bizId', '-listKey'], use: '业务系统按业务编号查' },
    { fields: ['invitationId', '-listKey'], use: '业务系统按邀请查' },
    { fields: ['toCount'], use: '数据：还没有数进去的' },
  ],
  consents: [
    { fields: ['owner', 'at'], use: '我的信息' },
    { fields: ['openidUntil'], use: '巡检：到期的同意记录' },
  ],
  notices: [{ fields: ['verificationId', '-receivedAt'], use: '核对一张认证单' }],
  audit: [
    { fields: ['verificationId', 'sequence'], use: '查一张单的来龙去脉' },
    { fields: ['batchId', 'sequence'], use: '查一批的来龙去脉' },
    { fields: ['invitationId', 'sequence'], use: '查一份邀请的来龙去脉' },
    { fields: ['chain', '-sequence'], use: '操作员做过什么，锚' },
    { fields: ['at'], use: '巡检：每天的锚' },
  ],
  batches: [
    { fields: ['-listKey'], use: '批次列表' },
    { fields: ['busyUntil'], use: '巡检：中途死掉的' },
    { fields: ['outboxAt'], use: '巡检' },
  ],
  batch_rows: [
    { fields: ['batchId', 'number'], use: '检查、导出' },
    { fields: ['batchId', 'intake', 'number'], use: '业务系统加的行' },
    { fields: ['batchId', 'state', 'number'], use: '提交、链接' },
    { fields: ['batchId', 'state', 'dueAt'], use: '查询进度' },
    { fields: ['batchId', 'state', 'lookedAt'], use: '有人看着时查询进度' },
    { fields: ['batchId', 'updatedAt'], use: '看板只取变化的行' },
    { fields: ['dueAt', 'batchId'], use: '巡检' },
    { fields: ['batchId', 'tellAt'], use: '告诉业务系统' },
    { fields: ['tellAt', 'batchId'], use: '巡检：没来得及告诉的' },
    { fields: ['redactAt'], use: '巡检：到期清除' },
    { fields: ['chunkId'], use: '提交' },
    { fields: ['adminKey', 'state'], use: '更换管理员、重新提交' },
    { fields: ['creditCode', 'state'], use: '整个账号的通知' },
    { fields: ['name', 'state'], use: '整个账号的通知' },
  ],
  links: [{ fields: ['expiresAt'], use: '巡检：到期的链接' }],
  campaigns: [{ fields: ['-listKey'], use: '邀请批次' }],
  invitations: [
    { fields: ['tokenHash'], use: '扫码' },
    { fields: ['-listKey'], use: '邀请列表' },
    { fields: ['searchKeys', '-listKey'], use: '查找' },
    { fields: ['state', '-listKey'], use: '只看一种状态' },
    { fields: ['subject', '-listKey'], use: '只看个人或企业' },
    { fields: ['bizId', '-listKey'], use: '业务系统按业务编号查' },
    { fields: ['campaignId', '-listKey'], use: '一个批次的列表、导出' },
    { fields: ['campaignId', 'number'], use: '一个批次，打印' },
    { fields: ['dueAt'], use: '巡检' },
    { fields: ['outboxAt'], use: '巡检' },
    { fields: ['toCount'], use: '数据：还没有数进去的' },
  ],
  invitation_uses: [
    { fields: ['invitationId', 'edition', 'place'], use: '谁在用' },
    { fields: ['owner'], use: '我的信息' },
  ],
  handovers: [
    { fields: ['expiresAt'], use: '巡检' },
    { fields: ['owner'], use: '我的信息' },
    { fields: ['scannedBy'], use: '我的信息' },
  ],
  account_uses: [
    { fields: ['account'], use: '谁动过同一个账号' },
    { fields: ['until'], use: '巡检：到期删除' },
  ],
  counters: [{ fields: ['until'], use: '巡检' }],
  files: [{ fields: ['expiresAt'], use: '巡检' }],
  operators: [
    { fields: ['at'], use: '操作员列表' },
    { fields: ['role'], use: '最后一位所有者' },
  ],
  operator_codes: [{ fields: ['expiresAt'], use: '操作员的邀请码' }],
  api_keys: [{ fields: ['createdAt'], use: '密钥列表' }],
  endpoints: [
    { fields: ['createdAt'], use: '接收地址列表' },
    { fields: ['dueAt'], use: '巡检：该推送的' },
  ],
  events: [
    { fields: ['listKey'], use: '事件列表' },
    { fields: ['type', 'listKey'], use: '一种事件' },
    { fields: ['at'], use: '一段时间的事件' },
    { fields: ['subjectId'], use: '删除一个人的业务编号' },
    { fields: ['expiresAt'], use: '巡检：到期删除' },
  ],
  deliveries: [
    { fields: ['-listKey'], use: '推送记录' },
    { fields: ['endpointId', '-listKey'], use: '一个接收地址的推送记录' },
    { fields: ['endpointId', 'dueAt'], use: '推送' },
    { fields: ['expiresAt'], use: '巡检：到期删除' },
  ],
  kept_answers: [
    { fields: ['expiresAt'], use: '巡检：到期删除' },
    { fields: ['holder'], use: '删除我的信息' },
  ],
  invitation_links: [{ fields: ['dueAt'], use: '巡检：待做的码和链接' }],
  exports: [
    { fields: ['owner', '-createdAt'], use: '我的导出' },
    { fields: ['expiresAt'], use: '巡检：到期删除' },
  ],
  health: [{ fields: ['until'], use: '巡检：到期删除' }],
  messages: [
    { fields: ['dueAt'], use: '该发的订阅消息' },
    { fields: ['about'], use: '一张认证单的订阅消息' },
    { fields: ['owner'], use: '我的信息' },
    { fields: ['expiresAt'], use: '巡检：到期删除' },
  ],
}

/** The name in the database, derived so that the same index always has the same. */
export function indexName({ fields }: Index): string {
  return fields.map(field => (field.startsWith('-') ? `${field.slice(1)}_desc` : field)).join('_')
}

/** What a question asks by. `equal` and `range` are fields of conditions, `order` is `field` or `-field`. */
export interface QueryShape {
  collection: CollectionName
  equal: readonly string[]
  range: readonly string[]
  order: readonly string[]
}

/**
 * Whether the database can go straight to the documents: by `_id`, or along it, or by an index that begins with fields of the
 * question. Equality first, in any order; after it one range or the order asked for, in its direction or all reversed.
 */
export function isCovered({ collection, equal, range, order }: QueryShape): boolean {
  if (equal.includes('_id')) return true
  if (range[0] === '_id' && (order[0] ?? '_id') === '_id') return true
  return (indexes[collection] ?? []).some(({ fields }) => {
    const plain = fields.map(withoutDirection)
    const next = plain.find(field => !equal.includes(field))
    const [first] = order
    if (first !== undefined) return next === withoutDirection(first)
    if (range.length > 0) return range.some(field => field === next)
    return next !== plain[0]
  })
}

const withoutDirection = (field: string): string => field.replace('-', '')
