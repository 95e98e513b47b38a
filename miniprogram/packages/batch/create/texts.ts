import { defineTexts } from '../../../i18n'

const zh = {
  title: '新建批量认证',
  lead: '先导入并检查，确认无误后再提交给{vendor}。',
  name: '名称',
  'name.placeholder': '方便您自己辨认',
  'name.default': '{month}月{day}日 批量认证',
  'name.error': '请填写名称，最多 50 个字',

  source: '企业名单',
  'source.paste.placeholder': '企业名称\t统一社会信用代码\t法定代表人…',
  'source.empty': '逐家添加',
  'source.empty.note': '企业不多时，直接在这里填写',
  'source.template.note': '按模板填写，列名不要改动',
  'source.tooLong': '粘贴的内容太长，请改用表格文件',
  'source.error': '名单无法识别，请核对后再试',

  linkMode: '认证链接',
  authorization: '管理员怎样取得授权',
  'authorization.note': '表格里写了授权方式的行，以表格为准。',
  administrator: '管理员（选填）',
  'administrator.note': '表格里没有写管理员的行用这位。',

  create: '导入并检查',
  'create.empty': '创建空批次',
  'create.busy': '正在导入…',
  'create.note': '这一步只检查，不会提交给{vendor}。',
  'create.missing': '选择企业名单后，即可导入。',
  KEY_CONFLICT: '内容有变化，请再点一次“{button}”。',

  'created.title': '已导入 {total} 家企业',
  'created.go': '查看批次',
}

const en: Record<keyof typeof zh, string> = {
  title: 'New batch',
  lead: 'Import and check first; nothing is sent to {vendor} before you say so.',
  name: 'Name',
  'name.placeholder': 'For you to tell it apart',
  'name.default': 'Batch of {month}/{day}',
  'name.error': 'Please give a name of up to 50 characters',

  source: 'Organizations',
  'source.paste.placeholder': '企业名称\t统一社会信用代码\t法定代表人…',
  'source.empty': 'Add one by one',
  'source.empty.note': 'For a few organizations',
  'source.template.note': 'Keep its headings as they are',
  'source.tooLong': 'That is too much to paste; please use a file',
  'source.error': 'The list cannot be read; please check it',

  linkMode: 'Links',
  authorization: 'How administrators are authorized',
  'authorization.note': 'Rows that say so themselves go by the spreadsheet.',
  administrator: 'Administrator (optional)',
  'administrator.note': 'For rows that name no administrator.',

  create: 'Import and check',
  'create.empty': 'Create an empty batch',
  'create.busy': 'Importing…',
  'create.note': 'This only checks; nothing is sent to {vendor}.',
  'create.missing': 'Choose the organizations first.',
  KEY_CONFLICT: 'Something changed; please tap “{button}” again.',

  'created.title': '{total} organizations imported',
  'created.go': 'Open the batch',
}

export const createText = defineTexts({ zh, en })
