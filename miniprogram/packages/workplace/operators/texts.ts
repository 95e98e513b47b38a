import type { LockKind, RefusalCode, Role } from '../../../cloud/types'
import { defineTexts } from '../../../i18n'

type Required = Record<
  `role.${Role}` | `role.${Role}.note` | `lock.${LockKind}` | `refused.${RefusalCode}`,
  string
>

const zh = {
  title: '操作员',
  me: '我',
  first: '首位所有者',
  since: '{time} 加入',

  'role.viewer': '查看者',
  'role.viewer.note': '查看邀请、认证单、批次和数据，导出表格。',
  'role.operator': '操作员',
  'role.operator.note': '除查看外，还可以发出和收回邀请，新建、提交和取消批次。',
  'role.owner': '所有者',
  'role.owner.note': '除办理外，还可以邀请和移除操作员。',

  invite: '邀请操作员',
  'invite.label': '给谁',
  'invite.placeholder': '例如：财务部王芳',
  'invite.missing': '请填写给谁',
  'invite.malformed': '请填写称呼，最多 30 个字',
  'invite.role': '可以做什么',
  'invite.note': '对方已是操作员的，角色只会升、不会降；要降，先移除再邀请。',
  'invite.yes': '生成开通码',
  'invite.busy': '正在生成…',
  'invite.no': '不邀请',

  'code.title': '给“{label}”的开通码（{role}）',
  'code.copy': '复制',
  'code.until': '24 小时内有效，请在 {time} 前使用',
  'code.once': '开通码只显示这一次，关闭后无法再次查看。',
  'code.how': '请现在告诉对方：打开小程序首页的“工作台”，输入开通码。字母不分大小写，空格可以不填。',
  'code.close': '已告诉对方，关闭',

  open: '等待使用的邀请',
  'open.note': '到期失效；给错了人，可以收回；忘了开通码，再邀请一次即可。',
  'open.until': '{time} 到期',
  'open.ended': '已到期',

  'lock.codes': '{day}：{n} 人输错开通码次数太多，已暂时不能再试。不是您邀请的人，请换掉还没用的开通码。',
  'refused.what': '{vendor}：{why}，{n} 次，最近 {time}',
  'refused.KEY_MISSING': '通知没有收下，因为没有设置回调的密钥；已改为主动查询',
  'refused.TIME_WINDOW': '通知没有收下，因为时间相差太多；已改为主动查询',
  'refused.WRONG_SIGNATURE': '通知没有收下，因为签名不对，多半是密钥或环境不同',
  'refused.UNSIGNED': '通知没有收下，因为没有签名或没有加密',
  'refused.NOT_UNDERSTOOD': '通知没有收下，因为读不懂',
  'lock.tokens': '{day}：{n} 人多次打开无效的邀请或二维码，已暂时不能再试。',

  withdraw: '收回',
  'withdraw.label': '收回给“{name}”的邀请',
  'withdraw.busy': '正在收回…',
  'withdraw.title': '收回给“{name}”的邀请？',
  'withdraw.text': '收回后，开通码立即失效。',
  'withdraw.again': '需要时可以重新邀请。',
  'withdraw.yes': '确认收回',
  'withdraw.no': '暂不收回',
  'withdraw.done': '已收回',
  'withdraw.gone': '这份邀请已用过或已收回',

  remove: '移除',
  'remove.label': '移除“{name}”',
  'remove.busy': '正在移除…',
  'remove.title': '移除“{name}”？',
  'remove.text': '移除后，对方立即不能再进入工作台；已经提交的认证照常进行。',
  'remove.again': '需要时可以重新邀请。',
  'remove.yes': '确认移除',
  'remove.no': '暂不移除',
  'remove.done': '已移除',
  'remove.lastOwner': '至少要保留一位所有者。请先邀请另一位所有者，等对方加入后再试。',

  leave: '退出',
  'leave.title': '确定要退出吗？',
  'leave.text': '退出后，您自己立即不能再进入工作台，也不能再管理操作员。',
  'leave.again': '您不能自己恢复；想再加入，需要另一位所有者重新邀请您。',
  'leave.yes': '确认退出',
  'leave.no': '暂不退出',
  'leave.done': '您已退出',

  'forbidden.title': '操作员由所有者管理',
  back: '返回',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  title: 'Operators',
  me: 'Me',
  first: 'First owner',
  since: 'Since {time}',

  'role.viewer': 'Viewer',
  'role.viewer.note': 'Sees invitations, verifications, batches and figures, and exports sheets.',
  'role.operator': 'Operator',
  'role.operator.note': 'Also sends and revokes invitations, and makes, sends and cancels batches.',
  'role.owner': 'Owner',
  'role.owner.note': 'Also invites and removes operators.',

  invite: 'Invite an operator',
  'invite.label': 'For whom',
  'invite.placeholder': 'Wang Fang, finance',
  'invite.missing': 'Please say whom it is for',
  'invite.malformed': 'A name of 30 characters at most, please',
  'invite.role': 'What they may do',
  'invite.note': 'An operator can only gain a role by it. For a lesser one, remove them first.',
  'invite.yes': 'Make a code',
  'invite.busy': 'Making it…',
  'invite.no': 'Do not invite',

  'code.title': 'Code for “{label}” ({role})',
  'code.copy': 'Copy',
  'code.until': 'Valid for 24 hours, until {time}',
  'code.once': 'The code is shown only this once; after closing it cannot be seen again.',
  'code.how':
    'Tell them now: open “Workplace” on the home page and enter the code. Small letters will do, and spaces do not matter.',
  'code.close': 'They have it, close',

  open: 'Invitations not used yet',
  'open.note':
    'They end by themselves. One that went astray can be withdrawn; if a code was lost, just invite again.',
  'open.until': 'Ends {time}',
  'open.ended': 'Ended',

  'lock.codes':
    '{day}: {n} people typed wrong codes too often and are locked out for now. If you invited none of them, withdraw the codes not used yet.',
  'refused.what': '{vendor}: {why}; {n} times, last {time}',
  'refused.KEY_MISSING':
    'notices were not taken, as the key for them is not set; the provider is asked instead',
  'refused.TIME_WINDOW':
    'notices were not taken, as their time is too far off; the provider is asked instead',
  'refused.WRONG_SIGNATURE': 'notices were not taken, as the signature is wrong: another key or environment',
  'refused.UNSIGNED': 'notices were not taken, as they were not signed or not encrypted',
  'refused.NOT_UNDERSTOOD': 'notices were not taken, as they could not be read',
  'lock.tokens': '{day}: {n} people kept opening invalid invitations or codes and are locked out for now.',

  withdraw: 'Withdraw',
  'withdraw.label': 'Withdraw the invitation for “{name}”',
  'withdraw.busy': 'Withdrawing…',
  'withdraw.title': 'Withdraw the invitation for “{name}”?',
  'withdraw.text': 'Its code stops working at once.',
  'withdraw.again': 'You can invite them again.',
  'withdraw.yes': 'Withdraw',
  'withdraw.no': 'Not now',
  'withdraw.done': 'Withdrawn',
  'withdraw.gone': 'It was used or withdrawn already',

  remove: 'Remove',
  'remove.label': 'Remove “{name}”',
  'remove.busy': 'Removing…',
  'remove.title': 'Remove “{name}”?',
  'remove.text': 'They can no longer enter the workplace, at once; what was sent goes on.',
  'remove.again': 'You can invite them again.',
  'remove.yes': 'Remove',
  'remove.no': 'Not now',
  'remove.done': 'Removed',
  'remove.lastOwner':
    'At least one owner must stay. Invite another owner and try again once they have joined.',

  leave: 'Leave',
  'leave.title': 'Do you want to leave?',
  'leave.text': 'You yourself can no longer enter the workplace or manage operators, at once.',
  'leave.again': 'You cannot undo this yourself; another owner would have to invite you.',
  'leave.yes': 'Leave',
  'leave.no': 'Not now',
  'leave.done': 'You have left',

  'forbidden.title': 'Only owners manage operators',
  back: 'Back',
}

export const operatorsText = defineTexts({ zh, en })
