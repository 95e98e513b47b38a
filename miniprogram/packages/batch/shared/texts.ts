import type {
  AttachmentKind,
  Authorization,
  BatchView,
  Column,
  LinkMode,
  PauseCode,
  RowIssue,
  RowState,
} from '../../../cloud/types'
import { defineTexts } from '../../../i18n'
import { clock } from '../../../i18n/time'
import type { Part } from './progress'

/** What no batch page can do without; the compiler names what the contract has and a language has not. */
type Required = Record<`state.${RowState}` | `state.${RowState}.note`, string> &
  Record<`column.${Column | AttachmentKind}`, string> &
  Record<`issue.${RowIssue['code']}`, string> &
  Record<`pause.${PauseCode}`, string> &
  Record<`linkMode.${LinkMode}` | `linkMode.${LinkMode}.note`, string> &
  Record<`authorization.${Authorization | 'none'}`, string> &
  Record<`phase.${BatchView['phase']}`, string> &
  Record<`part.${Part}`, string>

const zh = {
  'state.draft': '未提交',
  'state.draft.note': '还没有提交，可以修改。',
  'state.queued': '等待提交',
  'state.queued.note': '已排队，稍后自动提交给{vendor}。',
  'state.sending': '提交中',
  'state.sending.note': '正在提交给{vendor}。',
  'state.indeterminate': '待核对',
  'state.indeterminate.note': '提交后没有收到答复，不确定{vendor}是否已经收下，需要您来决定怎么处理。',
  'state.accepted': '已受理',
  'state.accepted.note': '{vendor}已经收下，正在准备认证链接。',
  'state.ready': '待办理',
  'state.ready.note': '可以认证了，等管理员打开链接。',
  'state.processing': '办理中',
  'state.processing.note': '管理员已经开始认证，等{vendor}给出结果。',
  'state.verified': '已认证',
  'state.verified.note': '{vendor}确认这家企业已完成认证。',
  'state.already': '此前已认证',
  'state.already.note': '这家企业此前已由他人在{vendor}完成认证，不能再次认证；需要时请联系它的管理员。',
  'state.rejected': '未通过',
  'state.rejected.note': '没有通过。请按说明改正后重新提交。',
  'state.canceled': '已取消',
  'state.canceled.note': '这一行已取消，不再提交。',
  'state.letterRejected': '授权书被退回',
  'state.letterRejected.note': '{vendor}退回了授权书，请管理员打开链接重新上传。',

  'column.name': '企业名称',
  'column.creditCode': '信用代码',
  'column.legalName': '法定代表人',
  'column.address': '企业地址',
  'column.adminName': '管理员姓名',
  'column.adminMobile': '管理员手机',
  'column.adminIdType': '证件类型',
  'column.adminIdNumber': '证件号码',
  'column.authorization': '授权方式',
  'column.licence': '营业执照',
  'column.letter': '授权书',

  'issue.missing': '请填写这一项',
  'issue.tooLong': '内容太长，请缩短',
  'issue.malformed': '格式不对，请核对',
  'issue.checkDigit': '号码校验不通过，请核对有没有输错',
  'issue.impossible': '出生日期或地区不存在，请对照证件核对',
  'issue.unclear': '写法有多种可能，请对照证件确认',
  'issue.signsLost': '有字没能保存下来或被遮住，请补全',
  'issue.placeholder': '没有实际内容，请填写或留空',
  'issue.digitsLost': '表格把号码变成了近似的数字，后几位已丢失。请重新填写，并在表格中把这一列设为文本',
  'issue.turnedToDate': '表格把填写的内容变成了日期。请在表格中把这一列设为文本，重新填写',
  'issue.formulaError': '这一格的公式没有算出结果。请填写内容本身',
  'issue.halfWidth': '营业执照上通常是全角字符，请对照执照核对',
  'issue.duplicateName': '与第 {other} 行的企业名称重复',
  'issue.duplicateCode': '与第 {other} 行的信用代码重复',
  'issue.adminConflict': '与第 {other} 行是同一位管理员，但姓名或证件不一致',
  'issue.unknownValue': '没有这个选项，请重新选择',
  'issue.letterMissing': '这种授权方式需要上传授权书',
  'issue.letterNotExpected': '这种授权方式不需要授权书，请移除',
  'issue.tooLarge': '文件太大，请压缩后重新上传',

  'pause.DAILY_LIMIT': '今天可以提交的数量已用完，{time} 起自动继续。',
  'pause.VENDOR_QUOTA': '{vendor}的额度已用完。请补充额度，{time} 起自动重试。',
  'pause.VENDOR_MISCONFIGURED': '{vendor}的配置有误，请联系管理员检查；{time} 起自动重试。',
  'pause.VENDOR_UNAVAILABLE': '{vendor}暂时无法访问，{time} 起自动重试。',

  'linkMode.single': '一条链接，交给一位管理员',
  'linkMode.single.note': '同一位管理员的企业共用一条链接，打开后逐家完成。',
  'linkMode.perRow': '每家企业各自的链接',
  'linkMode.perRow.note': '每家企业的管理员不同时，分别发送。',

  'authorization.none': '由{vendor}决定',
  'authorization.legalPerson': '法人授权',
  'authorization.letter': '授权书',
  'authorization.letterAndTransfer': '授权书+对公打款',

  'idType.residentId': '居民身份证',
  'idType.hkMacauPermit': '港澳居民来往内地通行证',
  'idType.hkMacauTaiwanResidence': '港澳台居民居住证',

  'admin.name.placeholder': '与证件上一致',
  'admin.name.error': '请填写管理员姓名',
  'admin.mobile.placeholder': '11 位手机号',
  'admin.mobile.error': '请填写正确的 11 位手机号',
  'admin.idNumber.placeholder': '选填',
  'admin.idNumber.error': '证件号码不正确，请核对',

  'phase.draft': '未提交',
  'phase.running': '进行中',
  'phase.done': '已完成',
  'phase.canceled': '已取消',

  'part.verified': '已认证 {n}',
  'part.underWay': '进行中 {n}',
  'part.attention': '待处理 {n}',
  'part.notSent': '未提交 {n}',
  'part.canceled': '已取消 {n}',

  'issue.and': '{one}；{other}',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  'state.draft': 'Not sent',
  'state.draft.note': 'Not sent yet; it can still be changed.',
  'state.queued': 'Queued',
  'state.queued.note': 'Waiting its turn; it is sent to {vendor} by itself.',
  'state.sending': 'Sending',
  'state.sending.note': 'Being sent to {vendor}.',
  'state.indeterminate': 'To be checked',
  'state.indeterminate.note':
    'No answer came, so nobody knows whether {vendor} has it. Please decide what to do.',
  'state.accepted': 'Accepted',
  'state.accepted.note': '{vendor} has it and is preparing the link.',
  'state.ready': 'Ready',
  'state.ready.note': 'Ready: the administrator has to open the link.',
  'state.processing': 'Under way',
  'state.processing.note': 'The administrator has begun; {vendor} will give the result.',
  'state.verified': 'Verified',
  'state.verified.note': '{vendor} confirms that this organization is verified.',
  'state.already': 'Verified before',
  'state.already.note':
    'Somebody else verified this organization at {vendor} before, so it cannot be verified again. Ask its administrator.',
  'state.rejected': 'Failed',
  'state.rejected.note': 'It was turned down. Correct it as told and send it again.',
  'state.canceled': 'Canceled',
  'state.canceled.note': 'This row was canceled and will not be sent.',
  'state.letterRejected': 'Letter turned down',
  'state.letterRejected.note':
    '{vendor} turned the letter down; the administrator uploads it anew by the link.',

  'column.name': 'Name',
  'column.creditCode': 'Credit code',
  'column.legalName': 'Legal rep.',
  'column.address': 'Address',
  'column.adminName': 'Name',
  'column.adminMobile': 'Mobile',
  'column.adminIdType': 'ID type',
  'column.adminIdNumber': 'ID number',
  'column.authorization': 'Authority',
  'column.licence': 'Business licence',
  'column.letter': 'Authorization letter',

  'issue.missing': 'Please fill this in',
  'issue.tooLong': 'Too long; please shorten it',
  'issue.malformed': 'The form is not right; please check it',
  'issue.checkDigit': 'The check digit does not fit; look for a typing error',
  'issue.impossible': 'No such birth date or region; compare it with the document',
  'issue.unclear': 'May be meant in more than one way; compare it with the document',
  'issue.signsLost': 'Characters were lost or are masked; write it in full',
  'issue.placeholder': 'Says nothing; fill it in or leave it empty',
  'issue.digitsLost':
    'The spreadsheet rounded this number and its last digits are lost. Type it again, and make the column text',
  'issue.turnedToDate': 'The spreadsheet turned this into a date. Make the column text and type it again',
  'issue.formulaError': 'The formula in this cell has no result. Type the content itself',
  'issue.halfWidth': 'Licences usually have full-width characters here; compare it with the licence',
  'issue.duplicateName': 'Same name as row {other}',
  'issue.duplicateCode': 'Same credit code as row {other}',
  'issue.adminConflict': 'Same administrator as row {other}, but another name or ID',
  'issue.unknownValue': 'There is no such option; please choose again',
  'issue.letterMissing': 'This authorization needs a letter',
  'issue.letterNotExpected': 'This authorization takes no letter; please remove it',
  'issue.tooLarge': 'The file is too large; compress it and upload it again',

  'pause.DAILY_LIMIT': 'No more can be sent today; it goes on by itself from {time}.',
  'pause.VENDOR_QUOTA': 'The {vendor} quota is used up. Add to it; it is tried again from {time}.',
  'pause.VENDOR_MISCONFIGURED':
    'The {vendor} settings are wrong; ask an administrator. It is tried again from {time}.',
  'pause.VENDOR_UNAVAILABLE': '{vendor} cannot be reached; it is tried again from {time}.',

  'linkMode.single': 'One link for one administrator',
  'linkMode.single.note': 'All organizations of an administrator share a link and are done one by one.',
  'linkMode.perRow': 'A link for each organization',
  'linkMode.perRow.note': 'For organizations with different administrators.',

  'authorization.none': 'Left to {vendor}',
  'authorization.legalPerson': 'Legal representative',
  'authorization.letter': 'Letter',
  'authorization.letterAndTransfer': 'Letter and bank transfer',

  'idType.residentId': 'Resident ID card',
  'idType.hkMacauPermit': 'Mainland permit (Hong Kong, Macao)',
  'idType.hkMacauTaiwanResidence': 'Residence permit (HK, Macao, Taiwan)',

  'admin.name.placeholder': 'As on the document',
  'admin.name.error': 'Please give the administrator’s name',
  'admin.mobile.placeholder': '11 digits',
  'admin.mobile.error': 'Please give an 11-digit mobile number',
  'admin.idNumber.placeholder': 'Optional',
  'admin.idNumber.error': 'The ID number is not right; please check it',

  'phase.draft': 'Not sent',
  'phase.running': 'Under way',
  'phase.done': 'Done',
  'phase.canceled': 'Canceled',

  'part.verified': '{n} verified',
  'part.underWay': '{n} under way',
  'part.attention': '{n} need attention',
  'part.notSent': '{n} not sent',
  'part.canceled': '{n} canceled',

  'issue.and': '{one}; {other}',
}

/** Texts that several batch pages share. */
export const batchText = defineTexts({ zh, en })

/** What an issue says, with the number of the other row where there is one. */
function issueText({ code, other }: RowIssue): string {
  return batchText(`issue.${code}`, other === undefined ? {} : { other })
}

/** All issues of one column, as one line. */
export function issuesText(issues: readonly RowIssue[]): string {
  return issues
    .map(issueText)
    .reduce((one, other) => (one ? batchText('issue.and', { one, other }) : other), '')
}

export function pauseText({ code, until }: NonNullable<BatchView['paused']>, vendor: string): string {
  return batchText(`pause.${code}`, { time: clock(until), vendor })
}
