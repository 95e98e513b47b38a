import { defineTexts } from '../../../i18n'

const zh = {
  title: '邀请批次',
  new: '从表格批量邀请',
  empty: '还没有邀请批次',
  'empty.text': '从表格导入名单，一次邀请一批个人或企业。',
  'empty.viewer': '操作员从表格发出邀请后，在这里查看进度。',
  'item.note': '{subject} · 共 {total} 份 · {time}',
  'item.ends': '{time} 截止',
}

const en: Record<keyof typeof zh, string> = {
  title: 'Campaigns',
  new: 'Invite from a spreadsheet',
  empty: 'No campaigns yet',
  'empty.text': 'Import a spreadsheet to invite many people or organizations at once.',
  'empty.viewer': 'Campaigns show up here once an operator makes them.',
  'item.note': '{subject} · {total} invitations · {time}',
  'item.ends': 'Until {time}',
}

export const campaignsText = defineTexts({ zh, en })
