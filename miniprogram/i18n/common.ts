import type { ActionFailureError, FailureCode } from '../cloud/call'
import { defineTexts } from './define-texts'

/** A word of the contract without its text fails the type-check here. */
type Required = Record<`error.${FailureCode}`, string>

/** What every page says, and each code of an error in words. */
const zh = {
  app: '实名通',
  loading: '正在加载…',
  retry: '重试',
  home: '返回首页',
  records: '我的认证记录',
  and: '、',
  'error.NETWORK': '网络不通或服务没有响应，请检查网络后重试',
  'error.INVALID_INPUT': '填写的内容有误，请检查后再提交',
  'error.UNKNOWN_ACTION': '当前版本不支持这项操作，请更新小程序后再试',
  'error.NOT_SIGNED_IN': '请在微信中打开小程序后再试',
  'error.NOT_FOUND': '没有找到这次认证',
  'error.CONSENT_REQUIRED': '请先阅读并同意授权说明',
  'error.KEY_CONFLICT': '这次提交与之前的内容不一致，请再点一次“开始认证”',
  'error.START_IN_PROGRESS': '正在处理上一次提交，请稍候再试',
  'error.TOO_MANY_ATTEMPTS': '一小时内发起的次数太多，请在 {wait}后再试',
  'error.TOO_MANY_CALLS': '操作太频繁，请在 {wait}后再试',
  'error.TOO_MANY_TRIES': '输错或扫错的次数太多，请在 {wait}后再试',
  'wait.seconds': '{n} 秒',
  'wait.minutes': '{n} 分钟',
  'wait.hours': '{n} 小时',
  'error.VENDOR_OFF': '该认证方式暂未开放，请选择其他方式或联系客服',
  'error.NOT_RENEWABLE': '这次认证已经结束，请重新发起认证',
  'error.NOT_CANCELABLE': '这次认证已经结束，不能再取消',
  'error.PHONE_CODE_INVALID': '手机号授权已失效，请重新授权',
  'error.NUMBER_DIFFERS': '微信确认的手机号与填写的不同，请用填写的号码所在的微信确认',
  'error.NOT_CONFIRMABLE': '这次认证不能用手机号确认，请按页面的提示继续',
  'error.CONTRACT_NOT_VISIBLE': '没有找到这份合同，或您不是它的签署人',
  'error.LICENCE_UNREADABLE': '营业执照文件无法使用，请重新选择 JPG、PNG 或 PDF 文件',
  'error.VENDOR_UNAVAILABLE': '认证机构暂时无法访问，请稍后再试',
  'error.VENDOR_REFUSED': '认证机构没有接受这次操作，请核对后再试',
  'error.VENDOR_NO_ANSWER': '没有收到认证机构的答复，请刷新后核对再试',
  'error.FORBIDDEN': '您没有这项操作的权限，请联系所有者',
  'error.LAST_OWNER': '至少要保留一位所有者',
  'error.SETUP_CODE_WRONG': '开通码不正确或已被使用，请核对后再试',
  'error.FILE_UNREADABLE': '没有取到上传的文件，请重新选择后再试',
  'error.FILE_EMPTY': '这个文件是空的，请确认已保存后重新选择',
  'error.FILE_OLD_EXCEL': '这是旧版 Excel（.xls）或 WPS（.et）文件，请打开后另存为 .xlsx 再导入',
  'error.FILE_LOCKED': '这个文件有密码，请打开后取消密码，另存为 .xlsx 再导入',
  'error.FILE_WEB_PAGE':
    '这个文件其实是网页（有的系统把网页导出成 .xls），请用 Excel 或 WPS 打开后另存为 .xlsx 再导入',
  'error.FILE_XML': '这个文件其实是 XML（如“XML 表格 2003”），请用 Excel 或 WPS 打开后另存为 .xlsx 再导入',
  'error.FILE_BINARY_WORKBOOK': '这是二进制工作簿（.xlsb），请用 Excel 打开后另存为 .xlsx 再导入',
  'error.FILE_OPEN_DOCUMENT': '这是 OpenDocument 文件（.ods），请打开后另存为 .xlsx 再导入',
  'error.FILE_NUMBERS': '这是 Numbers 文件，请在 Numbers 中导出为 Excel（.xlsx）再导入',
  'error.FILE_OTHER_KIND': '这个文件不是表格，请选择 .xlsx 或 .csv 文件',
  'error.FILE_TOO_LARGE': '文件超过 5 MB，请分成几个文件，或去掉图片后再导入',
  'error.FILE_INFLATED': '文件展开后太大，无法读取，请只留下要导入的内容，另存为新的 .xlsx',
  'error.SHEET_TOO_LARGE':
    '表格用到的格子太多（常因整列设了格式，或很远处有内容），请把要导入的内容复制到新表格再导入',
  'error.FILE_UNUSUAL': '文件的内部结构不像表格软件保存的，请用 Excel 或 WPS 打开后另存为 .xlsx 再导入',
  'error.FILE_BROKEN': '文件已损坏或不是表格，请用 Excel 或 WPS 打开后另存为 .xlsx 再导入',
  'error.SHEET_EMPTY': '表格里没有企业，请按模板填写后再导入',
  'error.SHEET_NO_HEADING': '没有找到表头，请保留模板的第一行（企业名称、统一社会信用代码等）',
  'error.SHEET_ALL_HIDDEN':
    '要导入的行、列或工作表被隐藏或筛掉了，请取消隐藏和筛选，或选择一并导入隐藏的内容',
  'error.SHEET_NOT_FOUND': '文件里没有这个名称的工作表，请重新选择',
  'error.TOO_MANY_ROWS': '一个批次最多 1000 家企业，请分成多个批次',
  'error.ROW_LOCKED': '这一行已经提交，不能再修改',
  'error.NOTHING_TO_SUBMIT': '没有可以提交的行，请先改正标出的问题',
  'error.LOGO_UNREADABLE': '标志无法使用，请上传 JPG 或 PNG，不超过 200 KB，边长不超过 2000 像素',
  'error.ATTACHMENT_UNREADABLE': '文件无法使用，请上传 JPG、PNG（授权书还可用 PDF），且不超过大小限制',
  'error.LINK_NOT_READY': '链接还没有准备好，请稍候刷新',
  'error.INVITATION_TAKEN': '这份邀请已有人使用，请向邀请方索取新的邀请',
  'error.INVITATION_OVER': '这份邀请已过期或被收回，请联系邀请方',
  'error.INVITATION_ENDED': '这份邀请已经结束，不能再这样操作，请刷新',
  'error.REDIRECT_REFUSED': '认证后要去的小程序或网站不在允许的名单里，请换一个，或请管理员加上',
  'error.HANDOVER_OVER': '这个二维码已失效，请在电脑上刷新后再扫',
  'error.HANDOVER_FOREIGN': '请用在电脑上登录的同一个微信扫码',
  'error.CODE_UNAVAILABLE': '二维码暂时无法生成，请稍后再试',
  'error.WECHAT_UNAVAILABLE': '微信暂时没有答复，请稍后再试',
  'error.RANGE_TOO_LARGE': '时间范围太大，请缩短后再试',
  'error.URL_REFUSED': '接收地址须为公网的 https 地址,端口 443',
  'error.TOO_MANY_ENDPOINTS': '接收地址最多 20 个,请先删除不用的',
  'error.DATA_UNREADABLE': '保存的资料无法读取，请重新发起；仍有问题请联系管理员',
  'error.BUSY': '刚才有其他操作，请刷新后再试',
  'error.NOT_CONFIGURED': '服务尚未配置完成，请联系管理员',
  'error.SETUP_MISSING': '服务还没有准备好，请联系管理员完成部署准备',
  'error.INTERNAL': '服务暂时不可用，请稍后再试',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  app: 'Real-name Hub',
  loading: 'Loading…',
  retry: 'Try again',
  home: 'Back to home',
  records: 'My verifications',
  and: ', ',
  'error.NETWORK': 'No connection or no answer. Check your network and try again',
  'error.INVALID_INPUT': 'Something is not filled in correctly; please check',
  'error.UNKNOWN_ACTION': 'This version cannot do that; please update the mini-program',
  'error.NOT_SIGNED_IN': 'Please open the mini-program in WeChat',
  'error.NOT_FOUND': 'Verification not found',
  'error.CONSENT_REQUIRED': 'Please read the notice and consent first',
  'error.KEY_CONFLICT': 'This differs from what was submitted before; please press Start again',
  'error.START_IN_PROGRESS': 'Your last submission is still being handled; please wait a moment',
  'error.TOO_MANY_ATTEMPTS': 'Too many attempts within an hour; please try again in {wait}',
  'error.TOO_MANY_CALLS': 'Too many requests; please try again in {wait}',
  'error.TOO_MANY_TRIES': 'Too many wrong codes; please try again in {wait}',
  'wait.seconds': '{n} s',
  'wait.minutes': '{n} min',
  'wait.hours': '{n} h',
  'error.VENDOR_OFF': 'This way is not open; choose another one or contact support',
  'error.NOT_RENEWABLE': 'This verification has ended; please start a new one',
  'error.NOT_CANCELABLE': 'This verification has ended and cannot be cancelled',
  'error.PHONE_CODE_INVALID': 'The confirmation of your number is no longer valid; please confirm again',
  'error.NUMBER_DIFFERS':
    'WeChat confirmed another number than the one you gave; use the WeChat of that number',
  'error.NOT_CONFIRMABLE': 'A number cannot help here; please go on as the page says',
  'error.CONTRACT_NOT_VISIBLE': 'There is no such contract, or you are not one of its signers',
  'error.LICENCE_UNREADABLE': 'The licence file cannot be used; please choose a JPG, PNG or PDF again',
  'error.VENDOR_UNAVAILABLE': 'The verification service cannot be reached; please try again later',
  'error.VENDOR_REFUSED': 'The provider did not accept this. Check it and try again.',
  'error.VENDOR_NO_ANSWER': 'The provider did not answer. Refresh, check, and try again.',
  'error.FORBIDDEN': 'You are not allowed to do this. Ask an owner.',
  'error.LAST_OWNER': 'At least one owner must stay.',
  'error.SETUP_CODE_WRONG': 'The code is wrong or was used before.',
  'error.FILE_UNREADABLE': 'The uploaded file was not there. Choose it again.',
  'error.FILE_EMPTY': 'This file is empty. Make sure it was saved, and choose it again.',
  'error.FILE_OLD_EXCEL': 'This is an old Excel (.xls) or WPS (.et) file. Open it and save it as .xlsx.',
  'error.FILE_LOCKED': 'This file has a password. Open it, take the password off, and save it as .xlsx.',
  'error.FILE_WEB_PAGE':
    'This file is really a web page, as some systems export .xls. Open it in Excel or WPS and save it as .xlsx.',
  'error.FILE_XML':
    'This file is really XML, such as “XML Spreadsheet 2003”. Open it in Excel or WPS and save it as .xlsx.',
  'error.FILE_BINARY_WORKBOOK': 'This is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx.',
  'error.FILE_OPEN_DOCUMENT': 'This is an OpenDocument file (.ods). Open it and save it as .xlsx.',
  'error.FILE_NUMBERS': 'This is a Numbers file. Export it from Numbers as Excel (.xlsx).',
  'error.FILE_OTHER_KIND': 'This file is no spreadsheet. Choose an .xlsx or .csv file.',
  'error.FILE_TOO_LARGE': 'The file is larger than 5 MB. Split it, or take pictures out of it.',
  'error.FILE_INFLATED':
    'Unpacked, the file is too large to read. Keep only what is to be imported and save it as a new .xlsx.',
  'error.SHEET_TOO_LARGE':
    'The sheet uses too many cells: whole columns are formatted, or something stands far away. Copy what is to be imported into a new sheet.',
  'error.FILE_UNUSUAL':
    'The file is not built as spreadsheet programs build theirs. Open it in Excel or WPS and save it as .xlsx.',
  'error.FILE_BROKEN':
    'The file is damaged, or no spreadsheet. Open it in Excel or WPS and save it as .xlsx.',
  'error.SHEET_EMPTY': 'The sheet holds no organizations. Fill in the template first.',
  'error.SHEET_NO_HEADING': 'No heading was found. Keep the first line of the template.',
  'error.SHEET_ALL_HIDDEN':
    'The rows, columns or sheets to be imported are hidden or filtered out. Show them, or choose to import what is hidden too.',
  'error.SHEET_NOT_FOUND': 'The file has no sheet of that name. Choose again.',
  'error.TOO_MANY_ROWS': 'A batch holds 1,000 organizations at most. Split it.',
  'error.ROW_LOCKED': 'This row was sent and can no longer be changed.',
  'error.NOTHING_TO_SUBMIT': 'There is nothing to send. Correct the marked rows first.',
  'error.LOGO_UNREADABLE': 'The logo cannot be used; JPG or PNG, 200 KB and 2000 pixels a side at most',
  'error.ATTACHMENT_UNREADABLE':
    'The file cannot be used. Upload JPG or PNG (PDF for letters) within the size limit.',
  'error.LINK_NOT_READY': 'The link is not ready yet. Refresh in a moment.',
  'error.INVITATION_TAKEN': 'Somebody else has used this invitation; please ask for a new one',
  'error.INVITATION_OVER': 'This invitation has expired or was withdrawn; please ask whoever invited you',
  'error.INVITATION_ENDED': 'This invitation has come to its end; please refresh',
  'error.REDIRECT_REFUSED':
    'That mini-program or website is not on the list of allowed ones. Choose another, or have it added.',
  'error.HANDOVER_OVER': 'This code is of no use any more; refresh it on the computer and scan again',
  'error.HANDOVER_FOREIGN': 'Please scan with the WeChat account that is signed in on the computer',
  'error.CODE_UNAVAILABLE': 'The code cannot be made just now; please try again later',
  'error.WECHAT_UNAVAILABLE': 'WeChat does not answer just now; please try again later',
  'error.RANGE_TOO_LARGE': 'The time is too long; please choose a shorter one',
  'error.URL_REFUSED': 'The address must be https, public, port 443',
  'error.TOO_MANY_ENDPOINTS': 'There can be 20 addresses; delete one you no longer need',
  'error.DATA_UNREADABLE':
    'What was saved cannot be read. Begin again, and ask the administrator if it persists',
  'error.BUSY': 'Something else happened meanwhile; refresh and try again',
  'error.NOT_CONFIGURED': 'The service is not set up yet; please contact the administrator',
  'error.SETUP_MISSING': 'The service is not ready yet; please ask the administrator to finish the set-up',
  'error.INTERNAL': 'The service is unavailable; please try again later',
}

export const commonText = defineTexts({ zh, en })

/** What went wrong, by its code; by the server's own sentence when the code is newer than we are. */
export function failureText(failure: ActionFailureError): string {
  const key = `error.${failure.code}` as const
  if (!commonText.has(key)) return failure.message
  return commonText(key, { wait: waitText(failure.retryAfter ?? 60) })
}

/** Rounded up: nobody comes back too early. */
function waitText(seconds: number): string {
  if (seconds < 60) return commonText('wait.seconds', { n: seconds })
  if (seconds < 7200) return commonText('wait.minutes', { n: Math.ceil(seconds / 60) })
  return commonText('wait.hours', { n: Math.ceil(seconds / 3600) })
}
