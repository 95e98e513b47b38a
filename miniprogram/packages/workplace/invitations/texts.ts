import { defineTexts } from '../../../i18n'

const zh = {
  title: '邀请',
  'title.campaign': '邀请批次',
  new: '新建邀请',
  'new.many': '从表格批量邀请',
  campaigns: '邀请批次',
  'campaigns.note': '从表格批量发出的邀请，查看进度、打印二维码',

  search: '搜索',
  'search.note': '标题和企业名称写两个字就行；姓名、手机号、信用代码、业务编号要写全。',
  'search.clear': '清空',
  'bulk.remind': '催办列出的 {n} 份',
  'bulk.remind.text': '同意过接收消息的人在微信里收到提醒，每人一天最多一条；其余的给您催办的话。',
  'bulk.remind.yes': '催办',
  'bulk.resend': '列出的 {n} 份再给 {days} 天',
  'bulk.resend.text': '已发出的二维码和链接继续有效，只延长时间；已经办完的不受影响。',
  'bulk.resend.yes': '延长',
  'bulk.revoke': '收回列出的 {n} 份',
  'bulk.revoke.text': '收回后，二维码和链接立即失效，还没有开始的人不能再开始，且不能恢复。',
  'bulk.revoke.yes': '确认收回',
  'bulk.no': '暂不',
  'filter.label': '按状态筛选',
  'filter.all': '全部',
  'subject.label': '按认证主体筛选',
  'subject.all': '个人和企业',

  empty: '还没有邀请',
  'empty.text': '邀请个人或企业来认证：新建一份，或从表格一次导入。',
  'empty.viewer': '操作员发出邀请后，在这里查看进度。',
  'empty.filtered': '没有符合条件的邀请',
  'empty.search': '姓名、号码和业务编号要写全，一字不差。',
  'empty.others': '换一个条件试试。',

  'item.number': '第 {n} 份',
  'item.uses': '{begun} / {most} 人',
  'item.created': '{time}创建',
  'item.expires': '还剩 {left}',

  export: '导出全部邀请',
  'export.campaign': '导出本批',

  'head.total': '共 {total} 份',
  'head.missing': '没有找到这个批次的汇总，以下是它的邀请。',
  'sheet.print': '打印二维码',
  'sheet.part': '第 {part} 个文件',
  'sheet.busy': '正在生成…',
  'sheet.note': '生成可以打印的 PDF，每份邀请一个二维码。',
  'sheet.done': '共 {parts} 个文件，第 {part} 个有 {codes} 个二维码。',
}

const en: Record<keyof typeof zh, string> = {
  title: 'Invitations',
  'title.campaign': 'Campaign',
  new: 'New invitation',
  'new.many': 'Invite from a spreadsheet',
  campaigns: 'Campaigns',
  'campaigns.note': 'Invitations made from spreadsheets: progress, codes to print',

  search: 'Search',
  'search.note': 'Two letters of a title or a company name will do; names, numbers and codes must be whole.',
  'search.clear': 'Clear',
  'bulk.remind': 'Remind the {n} listed',
  'bulk.remind.text':
    'Who agreed to messages is reminded in WeChat, once a day at most; for the others there is a text to send.',
  'bulk.remind.yes': 'Remind',
  'bulk.resend': 'Give the {n} listed {days} more days',
  'bulk.resend.text':
    'Codes and links given out stay good; only the time is extended. What is finished stays as it is.',
  'bulk.resend.yes': 'Extend',
  'bulk.revoke': 'Revoke the {n} listed',
  'bulk.revoke.text':
    'Codes and links end at once; who has not begun cannot begin any more. It cannot be undone.',
  'bulk.revoke.yes': 'Revoke',
  'bulk.no': 'Not now',
  'filter.label': 'By state',
  'filter.all': 'All',
  'subject.label': 'By subject',
  'subject.all': 'Everybody',

  empty: 'No invitations yet',
  'empty.text': 'Invite people or organizations to be verified: one, or a whole spreadsheet.',
  'empty.viewer': 'Invitations show up here once an operator makes them.',
  'empty.filtered': 'No such invitations',
  'empty.search': 'Names, numbers and codes must be complete, letter by letter.',
  'empty.others': 'Try other filters.',

  'item.number': 'No. {n}',
  'item.uses': '{begun} / {most} people',
  'item.created': 'Made {time}',
  'item.expires': '{left} left',

  export: 'Export all invitations',
  'export.campaign': 'Export this campaign',

  'head.total': '{total} invitations',
  'head.missing': 'The summary of this campaign was not found; its invitations are below.',
  'sheet.print': 'Print the codes',
  'sheet.part': 'file {part}',
  'sheet.busy': 'Preparing…',
  'sheet.note': 'Makes a PDF to print, with a code for each invitation.',
  'sheet.done': '{parts} files; file {part} holds {codes} codes.',
}

export const invitationListText = defineTexts({ zh, en })
