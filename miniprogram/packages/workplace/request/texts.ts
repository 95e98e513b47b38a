import { defineTexts } from '../../../i18n'
import type { Subject } from './request'

const zh = {
  title: '书面请求',
  lead: '有人用书面提出要副本、撤回同意或删除时，在这里代办。每一次都留在操作记录里。',
  'forbidden.title': '只有所有者可以代办',
  'forbidden.text': '请把书面请求交给所有者。',
  back: '返回工作台',

  who: '1. 找到这个人',
  search: '姓名、号码或业务编号',
  'search.clear': '清空',
  'search.note': '请写完整，一字不差；号码是手机号或证件号。',
  find: '查找',
  finding: '正在查找…',
  none: '没有找到。请核对书面材料上的写法；批量认证里的管理员，请从他那一行进来。',
  'person.note': '他本人的全部认证和同意',
  'invited.note': '邀请里预填的内容',
  'row.note': '批量认证里「{company}」的管理员，和这一行填写的内容',
  unnamed: '没有姓名',
  other: '换一个人',

  what: '2. 他要什么',
  'what.copy': '要一份副本',
  'what.copy.note': '得到一个文件，由您交给他',
  'what.withdraw': '撤回同意',
  'what.withdraw.note': '进行中的认证停下来，不再向机构询问',
  'what.erase': '删除',
  'what.erase.note': '立即清除，不能恢复',

  paper: '3. 凭什么',
  'ground.person': '本人的书面请求',
  'ground.agent': '代理人或监护人，有授权书',
  'ground.authority': '机关的书面决定',
  reference: '归档编号',
  'reference.placeholder': '如 R-2026-1',
  'reference.wrong': '请填书面材料的归档编号，只用字母、数字和 -，最多 40 位；不要写姓名',

  go: '继续',
  'confirm.title': '{what}：{name}',
  'confirm.copy': '文件里有他的全部内容，请只交给他本人。',
  'confirm.withdraw': '他进行中的认证会结束，已经办成的不受影响。',
  'confirm.erase': '他的内容会立即清除，不能恢复；认证机构那里的由机构处理。',
  'confirm.record': '记录里会写下您、时间和编号 {reference}。',
  yes: '确认办理',
  no: '暂不',

  'done.copy': '副本已经做好，请交给他。',
  'done.withdraw': '已撤回，停下了 {n} 项。',
  'done.erase': '已删除 {n} 项。',
  'copy.again': '再打开副本',
  'copy.notSaved': '没能在手机上保存副本，请再试一次',
}

const en: Record<keyof typeof zh, string> = {
  title: 'Written requests',
  lead: 'When somebody asks in writing for a copy, to withdraw consent or to be erased, it is done here. Each time is on record.',
  'forbidden.title': 'For owners only',
  'forbidden.text': 'Please hand the request to an owner.',
  back: 'Back to the workplace',

  who: '1. Who',
  search: 'Name, number or business ID',
  'search.clear': 'Clear',
  'search.note': 'Complete, letter by letter; a number is that of the mobile or the document.',
  find: 'Search',
  finding: 'Searching…',
  none: 'Nobody was found. Please compare with the paper; for the administrator of a batch, come from the row.',
  'person.note': 'All verifications and consents of this person',
  'invited.note': 'What was filled in of the invitation',
  'row.note': 'The administrator of “{company}” in a batch, and what the row holds',
  unnamed: 'No name',
  other: 'Somebody else',

  what: '2. What for',
  'what.copy': 'A copy',
  'what.copy.note': 'A file, which you hand over',
  'what.withdraw': 'Withdraw consent',
  'what.withdraw.note': 'What is under way stops; no provider is asked any more',
  'what.erase': 'Erase',
  'what.erase.note': 'At once and for good',

  paper: '3. On what grounds',
  'ground.person': 'The person’s own request in writing',
  'ground.agent': 'An agent or guardian, with proof',
  'ground.authority': 'A decision of an authority, in writing',
  reference: 'File number',
  'reference.placeholder': 'Such as R-2026-1',
  'reference.wrong': 'The number the paper is filed under: letters, digits and -, at most 40; no names',

  go: 'Go on',
  'confirm.title': '{what}: {name}',
  'confirm.copy': 'The file holds everything about this person; hand it to nobody else.',
  'confirm.withdraw': 'What is under way ends; what is verified stays.',
  'confirm.erase': 'It is removed at once and for good; what the provider holds is the provider’s to remove.',
  'confirm.record': 'On record will be you, the time and the number {reference}.',
  yes: 'Do it',
  no: 'Not now',

  'done.copy': 'The copy is ready to be handed over.',
  'done.withdraw': 'Withdrawn; {n} stopped.',
  'done.erase': '{n} erased.',
  'copy.again': 'Open the copy again',
  'copy.notSaved': 'The copy could not be saved on the phone; please try again',
}

export const requestText = defineTexts({ zh, en })

/** What a request about somebody reaches. */
export const noteOf = ({ kind, company = '' }: Subject) => requestText(`${kind}.note`, { company })
