import { textsOf } from '../../../i18n'

const zh = {
  title: '批量认证',
  'claim.title': '成为操作员',
  'claim.text': '批量认证由企业操作员办理。请输入开通服务时得到的一次性开通码。',
  'claim.code': '开通码',
  'claim.placeholder': '请输入开通码',
  'claim.do': '确认',
  'claim.note': '没有开通码？请联系为您开通本服务的管理员。',
  new: '新建批量认证',
  empty: '还没有批量认证',
  'empty.text': '导入一张表格，一次为多家企业办理认证。',
  'empty.viewer': '操作员新建后，在这里查看进度。',
  'item.note': '{time} · 共 {total} 家',
  'item.label': '{title}，共 {total} 家，{counts}',
  more: '正在加载更多…',
  end: '没有更多了',
}

const en: Record<keyof typeof zh, string> = {
  title: 'Batches',
  'claim.title': 'Become an operator',
  'claim.text': 'Batches are run by operators. Enter the one-time code you were given at set-up.',
  'claim.code': 'Code',
  'claim.placeholder': 'One-time code',
  'claim.do': 'Confirm',
  'claim.note': 'No code? Ask whoever set this service up.',
  new: 'New batch',
  empty: 'No batches yet',
  'empty.text': 'Import a spreadsheet and have many organizations verified at once.',
  'empty.viewer': 'Batches show up here once an operator makes them.',
  'item.note': '{time} · {total} organizations',
  'item.label': '{title}, {total} organizations, {counts}',
  more: 'Loading more…',
  end: 'No more',
}

export const lt = textsOf({ zh, en })
