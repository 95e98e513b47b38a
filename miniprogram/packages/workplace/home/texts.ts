import type { FailureKind } from '../../../cloud/types'
import { textsOf } from '../../../i18n'

type Required = Record<`failure.${FailureKind}`, string>

const zh = {
  title: '工作台',
  invitations: '邀请',
  'invitations.note': '请人来认证，查看谁已完成',
  verifications: '认证单',
  'verifications.note': '查找、查看和导出所有人的认证',
  batches: '批量认证',
  'batches.note': '导入表格，一次为多家企业办理',
  operators: '操作员',
  'operators.note': '查看谁可以办理，邀请和移除',
  legacy: '旧邀请查询',
  'legacy.note': '查询以前在e签宝发出的邀请，不能新发',

  figures: '数据',
  'figures.span': '数据的时间',
  'figures.days': '近 {n} 天',
  'figures.note': '按北京时间的整天计算，含今天；只算这段时间里发起的。',
  none: '还没有数据',

  funnel: '从邀请到完成',
  'funnel.invited': '已邀请',
  'funnel.opened': '打开过',
  'funnel.started': '已发起',
  'funnel.verified': '已认证',
  'funnel.finished': '已完成',
  'funnel.share': '上一步的 {share}',
  'funnel.step': '{step} {n}',
  'funnel.step.share': '{step} {n}，是上一步的 {share}',

  states: '认证单的状态',
  'states.total': '共 {n} 张',
  'states.part': '{state} {n} 张，占 {share}',

  duration: '认证用时',
  'duration.median': '一半的人在 {time}内完成',
  'duration.p90': '90% 的人在 {time}内完成',
  'duration.note': '从发起到通过，共 {n} 次',

  failures: '没有通过的原因',
  'failures.none': '没有未通过的认证',
  'failures.item': '{reason} {n} 次，占 {share}',
  'failure.basicInformation': '企业基本信息没有通过核对',
  'failure.authorizationLetter': '企业授权书没有通过审核',
  'failure.vendorRefused': '填写的信息没有被机构受理',
  'failure.vendorRejected': '机构核验没有通过',
  'failure.timeUp': '超过有效期没有办完',
  'failure.userCanceled': '本人取消',
  'failure.vendorRevoked': '机构撤销了结果',
  'failure.other': '其他原因',

  vendors: '各家机构',
  'vendors.vendor': '机构',
  'vendors.started': '发起',
  'vendors.verified': '通过',
  'vendors.failed': '未通过',
  'vendors.open': '进行中',
  'vendors.median': '一半用时',
  'vendors.item':
    '{vendor}：发起 {started}，通过 {verified}，未通过 {failed}，进行中 {open}，一半的人用时 {median}',

  days: '每天',
  'days.started': '发起',
  'days.verified': '其中通过',
  'days.label': '每天发起的认证，共 {n} 天：发起 {started}，其中通过 {verified}；最多的一天 {most}',
  'days.item': '{day}：发起 {started}，通过 {verified}，未通过 {failed}',
  'days.numbers': '发起 {started}，通过 {verified}，未通过 {failed}',
  'days.hint': '点柱子看当天的数字',
  'days.before': '前一天',
  'days.after': '后一天',
  'days.day': '{month}{day}日',

  'time.minutes': '{n} 分钟',
  'time.hours': '{n} 小时',
  'time.hours.minutes': '{h} 小时 {m} 分钟',
  'time.days': '{n} 天',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  title: 'Workplace',
  invitations: 'Invitations',
  'invitations.note': 'Ask people to be verified, and see who has finished',
  verifications: 'Verifications',
  'verifications.note': "Find, see and export everybody's",
  batches: 'Batches',
  'batches.note': 'Import a spreadsheet and have many organizations verified at once',
  operators: 'Operators',
  'operators.note': 'Who may work here; invite and remove',
  legacy: 'Old invitations',
  'legacy.note': 'Look up what eSign sent in earlier years; none can be sent',

  figures: 'Figures',
  'figures.span': 'Time of the figures',
  'figures.days': '{n} days',
  'figures.note': 'Whole days in Beijing, today included; only what was begun within them.',
  none: 'No data yet',

  funnel: 'From invited to finished',
  'funnel.invited': 'Invited',
  'funnel.opened': 'Opened',
  'funnel.started': 'Started',
  'funnel.verified': 'Verified',
  'funnel.finished': 'Finished',
  'funnel.share': '{share} of those',
  'funnel.step': '{step} {n}',
  'funnel.step.share': '{step} {n}, {share} of the step before',

  states: 'Where verifications stand',
  'states.total': '{n} in all',
  'states.part': '{state} {n}, {share}',

  duration: 'Time to verify',
  'duration.median': 'Half of them within {time}',
  'duration.p90': '90% of them within {time}',
  'duration.note': 'From the start until verified; {n} in all',

  failures: 'Why it failed',
  'failures.none': 'None failed',
  'failures.item': '{reason} {n}, {share}',
  'failure.basicInformation': 'Data of the company did not match',
  'failure.authorizationLetter': 'Letter of authorization turned down',
  'failure.vendorRefused': 'The vendor did not take what was filled in',
  'failure.vendorRejected': 'Not passed at the vendor',
  'failure.timeUp': 'Not finished in time',
  'failure.userCanceled': 'Cancelled by the person',
  'failure.vendorRevoked': 'Withdrawn by the vendor',
  'failure.other': 'Other reasons',

  vendors: 'By vendor',
  'vendors.vendor': 'Vendor',
  'vendors.started': 'Begun',
  'vendors.verified': 'Verified',
  'vendors.failed': 'Failed',
  'vendors.open': 'Open',
  'vendors.median': 'Half within',
  'vendors.item':
    '{vendor}: {started} started, {verified} verified, {failed} failed, {open} open, half of them within {median}',

  days: 'By day',
  'days.started': 'Started',
  'days.verified': 'of them verified',
  'days.label':
    'Verifications started on each of {n} days: {started} in all, {verified} verified; {most} on the busiest day',
  'days.item': '{day}: {started} started, {verified} verified, {failed} failed',
  'days.numbers': '{started} started, {verified} verified, {failed} failed',
  'days.hint': 'Tap a bar for the numbers of its day',
  'days.before': 'Day before',
  'days.after': 'Day after',
  'days.day': '{month} {day}',

  'time.minutes': '{n} min',
  'time.hours': '{n} h',
  'time.hours.minutes': '{h} h {m} min',
  'time.days': '{n} days',
}

export const homeTexts = { zh, en }
export const ht = textsOf(homeTexts)
