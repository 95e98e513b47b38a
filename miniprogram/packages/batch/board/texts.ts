import { defineTexts } from '../../../i18n'
import type { BulkKind } from './bulk'
import type { FilterKey } from './filters'

type Required = Record<`filter.${FilterKey}`, string> &
  Record<
    `bulk.${BulkKind}` | `bulk.${BulkKind}.title` | `bulk.${BulkKind}.text` | `bulk.${BulkKind}.yes`,
    string
  >

const zh = {
  title: '认证批次',
  'missing.title': '没有找到这个批次',
  'missing.text': '链接不完整，或它已被删除。',
  'head.total': '共 {total} 家',
  stale: '下方是最近一次得到的进度。',

  'filter.label': '按进度筛选',
  'filter.all': '全部',
  'filter.issues': '有问题',
  'filter.draft': '未提交',
  'filter.sending': '提交中',
  'filter.indeterminate': '待核对',
  'filter.ready': '待办理',
  'filter.processing': '办理中',
  'filter.verified': '已认证',
  'filter.already': '此前已认证',
  'filter.rejected': '未通过',
  'filter.canceled': '已取消',

  quota: '今天各批次共提交 {sent} 家，每天最多 {limit} 家；超出的会在明天自动继续。',
  letter: '{n} 家的授权书被退回，请管理员打开链接重新上传。',
  'letter.show': '查看',
  drifted: '{n} 家的进度有变化，列表还是之前的样子。',
  'drifted.renew': '更新列表',

  search: '搜索企业名称或信用代码',
  'search.clear': '清空搜索',
  'list.empty': '这个批次还没有企业',
  'list.none': '没有符合条件的企业',
  'row.issues': '{n} 处问题',

  submit: '提交 {n} 家',
  submitting: '正在提交…',
  fix: '一键修正',
  fixing: '正在修正…',
  'fix.done': '已修正能确定的问题',
  'fix.none': '剩下的需要手动修改',
  add: '添加一行',
  link: '打开认证链接',
  select: '批量操作',
  more: '更多',
  'more.board': '导出进度表',
  'more.issues': '导出问题清单',
  'more.repair': '更换管理员',
  'more.cancel': '取消整个批次',
  exporting: '正在导出…',
  'export.notSaved': '文件没能保存，请清理手机空间后重试',
  'export.notOpened': '文件已保存，但当前设备无法打开它',

  'submit.title': '提交前请确认',
  'submit.count': '将提交 {n} 家企业给电子签，提交后这些行不能再修改。',
  'submit.issues': '另有 {n} 家存在问题，这次不会提交，改好后可以再交。',
  'submit.quota': '今天还能提交 {rest} 家，其余的会在明天自动继续。',
  'submit.consent': '我已取得这些企业及其管理员的同意，可以把他们的信息提交给电子签办理认证',
  'submit.yes': '确认提交',
  'submit.no': '再看看',

  'select.count': '已选 {n} 家',
  'select.all': '全选',
  'select.none': '全不选',
  'select.done': '完成',
  'select.hint': '点选企业，或用上方筛选后全选。',

  'bulk.repair': '更换管理员 {n}',
  'bulk.repair.title': '更换 {n} 家的管理员',
  'bulk.repair.text':
    '请填写正确的管理员。这 {n} 家还没完成的认证会先在电子签清除，再以新的管理员重新提交；已经完成认证的不受影响。',
  'bulk.repair.yes': '清除并重新提交',
  'bulk.resubmit': '重新提交 {n}',
  'bulk.resubmit.title': '重新提交 {n} 家',
  'bulk.resubmit.text': '这 {n} 家会再次提交给电子签。',
  'bulk.resubmit.yes': '重新提交',
  'bulk.resubmit.unsure':
    '其中 {n} 家待核对：上次提交没有收到答复，电子签可能已经收下。请先在电子签核对，以免重复提交。',
  'bulk.cancel': '取消认证 {n}',
  'bulk.cancel.title': '取消 {n} 家的认证',
  'bulk.cancel.text': '取消后不再提交，也不能恢复。已经交给电子签的，管理员可能仍能完成认证。',
  'bulk.cancel.yes': '确认取消',
  'bulk.cancel.unsure': '其中 {n} 家待核对：电子签可能已经收下上次的提交，取消后仍有可能被办理。',
  'bulk.remove': '移除 {n}',
  'bulk.remove.title': '移除 {n} 家',
  'bulk.remove.text': '这些行还没有提交，移除后不能恢复。',
  'bulk.remove.yes': '确认移除',
  'bulk.no': '先不操作',

  'notCleared.title': '有 {n} 家没能清除',
  'notCleared.text': '电子签没有放开下面这些企业的认证，它们保持原样；请稍后再试，或联系电子签。',
  'notCleared.close': '知道了',
  dismiss: '知道了',

  'cancel.title': '取消整个批次？',
  'cancel.text':
    '还没有结果的企业都会取消，不能恢复；已认证的不受影响。已经交给电子签的，管理员可能仍能完成认证。',
  'cancel.yes': '确认取消',
  'cancel.no': '继续保留',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  title: 'Batch',
  'missing.title': 'Batch not found',
  'missing.text': 'The link is incomplete, or it was deleted.',
  'head.total': '{total} organizations',
  stale: 'Below is the last progress we know.',

  'filter.label': 'Filter by progress',
  'filter.all': 'All',
  'filter.issues': 'With issues',
  'filter.draft': 'Not sent',
  'filter.sending': 'Sending',
  'filter.indeterminate': 'To be checked',
  'filter.ready': 'Ready',
  'filter.processing': 'Under way',
  'filter.verified': 'Verified',
  'filter.already': 'Verified before',
  'filter.rejected': 'Failed',
  'filter.canceled': 'Canceled',

  quota: '{sent} sent today by all batches, {limit} a day at most; the rest goes on by itself tomorrow.',
  letter: 'The letters of {n} were turned down; their administrator has to upload them anew by the link.',
  'letter.show': 'Show',
  drifted: '{n} changed; the list is still as it was.',
  'drifted.renew': 'Update',

  search: 'Search by name or credit code',
  'search.clear': 'Clear the search',
  'list.empty': 'This batch holds no organizations yet',
  'list.none': 'No organization matches',
  'row.issues': 'Issues: {n}',

  submit: 'Submit {n}',
  submitting: 'Submitting…',
  fix: 'Fix all',
  fixing: 'Fixing…',
  'fix.done': 'What was certain is corrected',
  'fix.none': 'The rest needs your hand',
  add: 'Add a row',
  link: 'Open the link',
  select: 'Select',
  more: 'More',
  'more.board': 'Export the board',
  'more.issues': 'Export the issues',
  'more.repair': 'Change the administrator',
  'more.cancel': 'Cancel the batch',
  exporting: 'Exporting…',
  'export.notSaved': 'The file could not be saved; free some space and try again',
  'export.notOpened': 'The file was saved, but nothing here opens it',

  'submit.title': 'Before you submit',
  'submit.count': '{n} organizations are passed to e-Sign; their rows cannot be changed afterwards.',
  'submit.issues': '{n} more have issues and stay; correct them and submit again.',
  'submit.quota': 'Today {rest} more can be sent; the others go on by themselves tomorrow.',
  'submit.consent':
    'I have the consent of these organizations and their administrators to pass their data to e-Sign for verification',
  'submit.yes': 'Submit',
  'submit.no': 'Not yet',

  'select.count': '{n} selected',
  'select.all': 'Select all',
  'select.none': 'Select none',
  'select.done': 'Done',
  'select.hint': 'Tap organizations, or filter above and select all.',

  'bulk.repair': 'Administrator {n}',
  'bulk.repair.title': 'Change the administrator of {n}',
  'bulk.repair.text':
    'Name the right administrator. What is unfinished of these {n} is cleared at e-Sign, then they are sent again; verified ones are not affected.',
  'bulk.repair.yes': 'Clear and send again',
  'bulk.resubmit': 'Resubmit {n}',
  'bulk.resubmit.title': 'Resubmit {n}',
  'bulk.resubmit.text': 'These {n} are sent to e-Sign once more.',
  'bulk.resubmit.yes': 'Resubmit',
  'bulk.resubmit.unsure':
    '{n} of them got no answer last time, so e-Sign may have them already. Look there first, or they may be sent twice.',
  'bulk.cancel': 'Cancel {n}',
  'bulk.cancel.title': 'Cancel {n}',
  'bulk.cancel.text':
    'They are not sent any more, and this cannot be undone. Where e-Sign has one already, its administrator may still finish it.',
  'bulk.cancel.yes': 'Yes, cancel',
  'bulk.cancel.unsure': '{n} of them got no answer last time: e-Sign may have them and may still go on.',
  'bulk.remove': 'Remove {n}',
  'bulk.remove.title': 'Remove {n}',
  'bulk.remove.text': 'These rows were not sent; removing them cannot be undone.',
  'bulk.remove.yes': 'Yes, remove',
  'bulk.no': 'Not now',

  'notCleared.title': '{n} could not be cleared',
  'notCleared.text': 'e-Sign did not let go of these; they stay as they were. Try again later or ask e-Sign.',
  'notCleared.close': 'OK',
  dismiss: 'OK',

  'cancel.title': 'Cancel the whole batch?',
  'cancel.text':
    'All that have no result yet are canceled for good; verified ones are not affected. Where e-Sign has one already, its administrator may still finish it.',
  'cancel.yes': 'Yes, cancel it',
  'cancel.no': 'Keep it',
}

export const boardText = defineTexts({ zh, en })
