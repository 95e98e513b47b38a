import { defineTexts } from '../../../i18n'

const zh = {
  title: '批量认证',
  new: '新建批量认证',
  empty: '还没有批量认证',
  'empty.text': '导入一张表格，一次为多家企业办理认证。',
  'empty.viewer': '操作员新建后，在这里查看进度。',
  'item.note': '{time} · 共 {total} 家',
}

const en: Record<keyof typeof zh, string> = {
  title: 'Batches',
  new: 'New batch',
  empty: 'No batches yet',
  'empty.text': 'Import a spreadsheet and have many organizations verified at once.',
  'empty.viewer': 'Batches show up here once an operator makes them.',
  'item.note': '{time} · {total} organizations',
}

export const batchListText = defineTexts({ zh, en })
