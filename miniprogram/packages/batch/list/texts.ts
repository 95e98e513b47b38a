import { textsOf } from '../../../i18n'

const zh = {
  title: '批量认证',
  new: '新建批量认证',
  empty: '还没有批量认证',
  'empty.text': '导入一张表格，一次为多家企业办理认证。',
  'empty.viewer': '操作员新建后，在这里查看进度。',
  'item.note': '{time} · 共 {total} 家',
  'item.label': '{title}，共 {total} 家，{counts}',
  more: '正在加载更多…',
  end: '没有更多了',
  legacy: '旧邀请查询',
  'legacy.note': '查询以前在e签宝发出的邀请，不能新发',
  operators: '操作员',
  'operators.note': '查看谁可以办理，邀请和移除',
}

const en: Record<keyof typeof zh, string> = {
  title: 'Batches',
  new: 'New batch',
  empty: 'No batches yet',
  'empty.text': 'Import a spreadsheet and have many organizations verified at once.',
  'empty.viewer': 'Batches show up here once an operator makes them.',
  'item.note': '{time} · {total} organizations',
  'item.label': '{title}, {total} organizations, {counts}',
  more: 'Loading more…',
  end: 'No more',
  legacy: 'Old invitations',
  'legacy.note': 'Look up what eSign sent in earlier years; none can be sent',
  operators: 'Operators',
  'operators.note': 'Who may see and run batches; invite and remove',
}

export const lt = textsOf({ zh, en })
