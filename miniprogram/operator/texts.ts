import { textsOf } from '../i18n'

/** What every page of operators says. */
const zh = {
  'claim.title': '成为操作员',
  'claim.text': '邀请和批量认证由操作员办理。请输入开通服务时得到的，或所有者给您的一次性开通码。',
  'claim.code': '开通码',
  'claim.placeholder': '请输入开通码',
  'claim.do': '确认',
  'claim.note': '没有开通码？请联系所有者或开通服务的管理员。',
  history: '经过',
  'list.more': '正在加载更多…',
  'list.end': '没有更多了',
  'source.note': '表格读取后立即删除，不留副本；读到的内容加密保存。',
  'source.file': '选择表格文件',
  'source.file.note': '从微信聊天中选择 .xlsx 或 .csv',
  'source.paste': '粘贴文字',
  'source.paste.note': '从表格中复制，连同表头一起粘贴',
  'source.template': '下载模板',
  'source.template.busy': '正在准备…',
  'sheet.wrongType': '只支持 .xlsx 和 .csv 表格。旧版 .xls 请先另存为 .xlsx',
  'sheet.nothing': '这个文件是空的，请重新选择',
  'sheet.refused': '没有取得文件，请允许使用聊天文件后再试',
  'file.notSaved': '手机没能保存文件，请清理空间后再试。',
  'file.notOpened': '这里打不开文件，请在手机或电脑上的微信中再试。',
  'file.notDownloaded': '文件没有下载下来，请重新获取后再试。',
  'album.done': '已保存到相册',
  'album.failed': '没能保存，请长按图片保存',
  'album.refused': '没有相册权限。请在设置里允许保存到相册，再试一次。',
  'album.settings': '去设置',
}

const en: Record<keyof typeof zh, string> = {
  'claim.title': 'Become an operator',
  'claim.text':
    'Invitations and batches are run by operators. Enter the one-time code of set-up or the one an owner gave you.',
  'claim.code': 'Code',
  'claim.placeholder': 'One-time code',
  'claim.do': 'Confirm',
  'claim.note': 'No code? Ask an owner, or whoever set this service up.',
  history: 'History',
  'list.more': 'Loading more…',
  'list.end': 'No more',
  'source.note': 'The file is deleted once it was read; what was read is kept encrypted.',
  'source.file': 'Choose a spreadsheet',
  'source.file.note': '.xlsx or .csv from a WeChat chat',
  'source.paste': 'Paste text',
  'source.paste.note': 'Copied from a spreadsheet, with its heading',
  'source.template': 'Download the template',
  'source.template.busy': 'Preparing…',
  'sheet.wrongType': 'Only .xlsx and .csv; save an old .xls as .xlsx first',
  'sheet.nothing': 'This file is empty; please choose another',
  'sheet.refused': 'No file was given; please allow the use of chat files',
  'file.notSaved': 'The phone could not save the file; make room and try again.',
  'file.notOpened': 'Such files cannot be opened here; try WeChat on a phone or computer.',
  'file.notDownloaded': 'The file could not be downloaded; ask for it anew and try again.',
  'album.done': 'Saved to the album',
  'album.failed': 'It could not be saved; press the picture long to save it',
  'album.refused': 'The album is not allowed. Allow it in the settings, then try again.',
  'album.settings': 'Settings',
}

export const operatorTexts = { zh, en }
export const wt = textsOf(operatorTexts)
