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
  'large.running': '内容较多，正在分份导出：已有 {n} 份，{rows} 行',
  'large.done': '已分 {n} 份导出，共 {rows} 行',
  'large.note': '从新到旧；文件保留一天。可以离开，回来接着导出。',
  'large.cut': '一次最多 50,000 行，更早的没有导出：缩短时间，再导出一次。文件保留一天。',
  'large.part': '第 {n} 份',
  'large.rows': '{n} 行',
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
  'large.running': 'Much to export, made in parts: {n} so far, {rows} rows',
  'large.done': 'Exported in {n} parts, {rows} rows',
  'large.note': 'Newest first; files are kept for a day. You may leave: it goes on when you return.',
  'large.cut':
    'At most 50,000 rows; older ones are left out: choose a shorter time. Files are kept for a day.',
  'large.part': 'Part {n}',
  'large.rows': '{n} rows',
}

export const workplaceText = defineTexts({ zh, en })
