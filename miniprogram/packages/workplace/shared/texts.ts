import type { State, Subject } from '../../../cloud/types'
import { defineTexts } from '../../../i18n'

type Required = Record<`state.${State}` | `subject.${Subject}`, string>

/** Words of the workplace: about other people's verifications, so nobody is addressed. */
const zh = {
  'state.created': '提交中',
  'state.indeterminate': '结果待确认',
  'state.ready': '待本人办理',
  'state.processing': '办理中',
  'state.reviewing': '人工审核中',
  'state.verified': '已认证',
  'state.rejected': '未通过',
  'state.expired': '已过期',
  'state.canceled': '已取消',
  'state.revoked': '已失效',
  'subject.person': '个人',
  'subject.organization': '企业',
  'tag.none': '没有标记',
  'tag.follow': '待跟进',
  'tag.waiting': '等对方',
  'tag.doubt': '有疑问',
  'tag.settled': '已处理',

  'export.xlsx': '导出为 Excel（.xlsx）',
  'export.csv': '导出为 CSV（.csv）',
  'export.busy': '正在导出…',
  'export.failed': '导出没有成功',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  'state.created': 'Submitting',
  'state.indeterminate': 'To be confirmed',
  'state.ready': 'Not begun',
  'state.processing': 'In progress',
  'state.reviewing': 'Being reviewed',
  'state.verified': 'Verified',
  'state.rejected': 'Not passed',
  'state.expired': 'Expired',
  'state.canceled': 'Cancelled',
  'state.revoked': 'No longer valid',
  'tag.none': 'Not marked',
  'tag.follow': 'Follow up',
  'tag.waiting': 'Waiting for them',
  'tag.doubt': 'In doubt',
  'tag.settled': 'Settled',
  'subject.person': 'Person',
  'subject.organization': 'Organization',

  'export.xlsx': 'Export as Excel (.xlsx)',
  'export.csv': 'Export as CSV (.csv)',
  'export.busy': 'Exporting…',
  'export.failed': 'The export did not succeed',
}

export const workplaceText = defineTexts({ zh, en })
