import { defineTexts } from '../../../i18n'

const zh = {
  title: '认证单',
  search: '查找认证单',
  'search.do': '查找',
  'search.clear': '清空',
  'search.note':
    '请输入完整的姓名、企业全称、手机号、信用代码或业务编号；个人信息加密保存，只输入一部分查不到。',
  'filter.state': '状态',
  'filter.state.all': '全部状态',
  'filter.vendor': '机构',
  'filter.vendor.all': '全部机构',
  'filter.subject': '类型',
  'filter.subject.all': '全部类型',
  export: '导出',
  'item.unnamed': '未填姓名',
  'item.label': '{name}，{state}，{vendor}，{time}',
  empty: '还没有认证单',
  'empty.text': '有人发起认证后，在这里查看。',
  none: '没有找到',
  'none.text': '没有符合条件的认证单。查找的内容要完整，一个字也不能少。',
  'none.reset': '查看全部',
}

const en: Record<keyof typeof zh, string> = {
  title: 'Verifications',
  search: 'Find a verification',
  'search.do': 'Find',
  'search.clear': 'Clear',
  'search.note':
    'Type a whole name, mobile, credit code or business number: personal data is kept encrypted and is not found by a part.',
  'filter.state': 'State',
  'filter.state.all': 'Any state',
  'filter.vendor': 'Vendor',
  'filter.vendor.all': 'Any vendor',
  'filter.subject': 'Kind',
  'filter.subject.all': 'Any kind',
  export: 'Export',
  'item.unnamed': 'No name',
  'item.label': '{name}, {state}, {vendor}, {time}',
  empty: 'No verifications yet',
  'empty.text': 'Once somebody begins one, it is shown here.',
  none: 'Nothing found',
  'none.text': 'No verification matches. What you look for must be complete, to the last character.',
  'none.reset': 'Show all',
}

export const verificationListText = defineTexts({ zh, en })
