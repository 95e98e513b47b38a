import type { LegacyInvitationState, LegacyInvitationView, Subject } from '../../../cloud/types'
import { defineTexts } from '../../../i18n'

type Required = Record<
  | `state.${LegacyInvitationState}`
  | `subject.${Subject}`
  | `notify.${NonNullable<LegacyInvitationView['notifyType']>}`,
  string
>

const zh = {
  title: '旧邀请查询',
  notice:
    'e签宝自 2022 年 1 月 12 日起停止维护邀请任务，不再接受新的对接。这里不能发送邀请，只能查询以前的邀请，没有完成的可以转为新邀请。',
  'notice.off': '这项查询默认关闭，需由管理员开启。',
  id: '邀请编号',
  'id.placeholder': '请输入邀请编号',
  'id.malformed': '编号只含字母、数字、横线和下划线，请核对',
  'id.refused': 'e签宝没有接受这个编号，请核对后再试',
  off: '这项查询没有开启，请联系管理员',
  search: '查询',
  'search.busy': '正在查询…',
  found: '编号 {id} · 共 {total} 条',
  empty: '没有找到',
  'empty.text': 'e签宝没有编号为 {id} 的邀请，请核对编号。',
  more: '更多',
  'more.busy': '正在加载…',
  shown: '已显示 {shown} / {total} 条',
  'item.label': '{title}，{state}',
  adopt: '转为新邀请',
  'adopt.note':
    '把还没有完成的转为这里的邀请，由 e签宝核验，30 天内有效。同一个编号只转一次；格式不对的内容留给受邀人填写。',
  'adopt.title': '邀请标题',
  'adopt.placeholder': '请填写，受邀人会看到',
  'adopt.do': '转为新邀请',
  'adopt.busy': '正在转换…',
  adopted: '已有 {n} 份新邀请',
  'adopted.none': '没有需要转换的邀请',
  'adopted.left': '另有 {n} 份已经完成，或状态不明，没有转换。',
  'adopted.campaign': '{subject} · {n} 份',

  'subject.person': '个人',
  'subject.organization': '企业',
  'state.started': '进行中',
  'state.verified': '已认证',
  'state.finished': '已认证并完成',
  'state.unknown': '状态未知',
  'notify.sms': '短信',
  'notify.email': '邮件',

  'line.name': '被邀请人',
  'line.contact': '联系方式',
  'line.idNumber': '证件号码',
  'line.organization': '企业名称',
  'line.creditCode': '企业证件号',
  'line.notify': '通知方式',
  'line.bizId': '业务编号',
  'line.rawStatus': '原始状态',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  title: 'Old invitations',
  notice:
    'On 12 January 2022 eSign stopped maintaining invitations and closed them to new integrations. Nothing can be sent from here; old ones can be looked up, and those not finished made anew.',
  'notice.off': 'This is off unless an administrator has switched it on.',
  id: 'Invitation',
  'id.placeholder': 'Invitation number',
  'id.malformed': 'Only letters, digits, hyphens and underscores; please check it',
  'id.refused': 'eSign did not accept this number; please check it',
  off: 'This is not switched on; please ask an administrator',
  search: 'Look up',
  'search.busy': 'Looking…',
  found: 'Number {id} · {total} in all',
  empty: 'Nothing found',
  'empty.text': 'eSign has no invitation with the number {id}; please check it.',
  more: 'More',
  'more.busy': 'Loading…',
  shown: '{shown} of {total} shown',
  'item.label': '{title}, {state}',
  adopt: 'Make new invitations',
  'adopt.note':
    'Those nobody has finished become invitations here, verified by eSign, good for 30 days. Once a number; what is not in its right form is left to the invitee.',
  'adopt.title': 'Title',
  'adopt.placeholder': 'Invitees will see it',
  'adopt.do': 'Make new invitations',
  'adopt.busy': 'Making…',
  adopted: '{n} new invitations',
  'adopted.none': 'There is none to make',
  'adopted.left': '{n} others are finished or unknown and were left.',
  'adopted.campaign': '{subject} · {n}',

  'subject.person': 'Person',
  'subject.organization': 'Organization',
  'state.started': 'Under way',
  'state.verified': 'Verified',
  'state.finished': 'Verified and finished',
  'state.unknown': 'Unknown',
  'notify.sms': 'SMS',
  'notify.email': 'Email',

  'line.name': 'Invitee',
  'line.contact': 'Contact',
  'line.idNumber': 'ID number',
  'line.organization': 'Organization',
  'line.creditCode': 'Organization ID',
  'line.notify': 'Told by',
  'line.bizId': 'Business ID',
  'line.rawStatus': 'Raw status',
}

export const legacyText = defineTexts({ zh, en })
