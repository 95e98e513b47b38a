/** Every error an action can answer with: stable code → the sentence a person can act on (Chinese, the default). */
export const errorTexts = {
  INVALID_INPUT: '填写的内容有误,请检查后再提交',
  UNKNOWN_ACTION: '不支持的操作,请更新小程序后再试',
  NOT_SIGNED_IN: '请在微信中打开小程序后再试',
  NOT_FOUND: '没有找到,可能已被删除,或不属于您',
  CONSENT_REQUIRED: '请先阅读并同意授权说明',
  KEY_CONFLICT: '这次提交与之前的内容不一致,请返回重新填写',
  START_IN_PROGRESS: '正在处理上一次提交,请稍候再试',
  TOO_MANY_ATTEMPTS: '一小时内发起的次数太多,请过一会儿再试',
  TOO_MANY_CALLS: '操作太频繁,请稍候再试',
  TOO_MANY_TRIES: '输错或扫错的次数太多,请稍候再试',
  VENDOR_OFF: '该认证方式暂未开放,请选择其他方式或联系客服',
  NOT_RENEWABLE: '这次认证已经结束,请重新发起',
  NOT_CANCELABLE: '这次认证已经结束,不能再取消',
  PHONE_CODE_INVALID: '手机号授权已失效,请重新授权',
  NUMBER_DIFFERS: '微信确认的手机号与填写的不同,请用填写的号码所在的微信确认',
  NOT_CONFIRMABLE: '这次认证不能用手机号确认,请按页面的提示继续',
  CONTRACT_NOT_VISIBLE: '没有找到这份合同,或您不是它的签署人',
  LICENCE_UNREADABLE: '营业执照文件无法使用,请重新上传 JPG、PNG 或 PDF',
  VENDOR_UNAVAILABLE: '认证机构暂时无法访问,请稍后再试',
  VENDOR_REFUSED: '认证机构没有接受这次操作,请核对后再试',
  VENDOR_NO_ANSWER: '没有收到认证机构的答复,请刷新后核对再试',
  FORBIDDEN: '您没有这项操作的权限,请联系所有者',
  LAST_OWNER: '至少要保留一位所有者',
  SETUP_CODE_WRONG: '开通码不正确或已被使用,请核对后再试',
  FILE_UNREADABLE: '没有取到上传的文件,请重新选择后再试',
  FILE_EMPTY: '这个文件是空的,请确认已保存后重新选择',
  FILE_OLD_EXCEL: '这是旧版 Excel(.xls)或 WPS(.et)文件,请打开后另存为 .xlsx 再导入',
  FILE_LOCKED: '这个文件有密码,请打开后取消密码,另存为 .xlsx 再导入',
  FILE_WEB_PAGE: '这个文件其实是网页(有的系统把网页导出成 .xls),请用 Excel 或 WPS 打开后另存为 .xlsx 再导入',
  FILE_XML: '这个文件其实是 XML(如“XML 表格 2003”),请用 Excel 或 WPS 打开后另存为 .xlsx 再导入',
  FILE_BINARY_WORKBOOK: '这是二进制工作簿(.xlsb),请用 Excel 打开后另存为 .xlsx 再导入',
  FILE_OPEN_DOCUMENT: '这是 OpenDocument 文件(.ods),请打开后另存为 .xlsx 再导入',
  FILE_NUMBERS: '这是 Numbers 文件,请在 Numbers 中导出为 Excel(.xlsx)再导入',
  FILE_OTHER_KIND: '这个文件不是表格,请选择 .xlsx 或 .csv 文件',
  FILE_TOO_LARGE: '文件超过 5 MB,请分成几个文件,或去掉图片后再导入',
  FILE_INFLATED: '文件展开后太大,无法读取,请只留下要导入的内容,另存为新的 .xlsx',
  SHEET_TOO_LARGE: '表格用到的格子太多(常因整列设了格式,或很远处有内容),请把要导入的内容复制到新表格再导入',
  FILE_UNUSUAL: '文件的内部结构不像表格软件保存的,请用 Excel 或 WPS 打开后另存为 .xlsx 再导入',
  FILE_BROKEN: '文件已损坏或不是表格,请用 Excel 或 WPS 打开后另存为 .xlsx 再导入',
  SHEET_EMPTY: '表格里没有企业,请按模板填写后再导入',
  SHEET_NO_HEADING: '没有找到表头,请保留模板的第一行(企业名称、统一社会信用代码等)',
  SHEET_ALL_HIDDEN: '要导入的行、列或工作表被隐藏或筛掉了,请取消隐藏和筛选,或选择一并导入隐藏的内容',
  SHEET_NOT_FOUND: '文件里没有这个名称的工作表,请重新选择',
  TOO_MANY_ROWS: '一个批次最多 1000 家企业,请分成多个批次',
  ROW_LOCKED: '这一行已经提交,不能再修改',
  NOTHING_TO_SUBMIT: '没有可以提交的行,请先改正标出的问题',
  ATTACHMENT_UNREADABLE: '文件无法使用,请上传 JPG、PNG(授权书还可用 PDF),且不超过大小限制',
  LOGO_UNREADABLE: '标志无法使用,请上传 JPG 或 PNG,不超过 200 KB,边长不超过 2000 像素',
  LINK_NOT_READY: '链接还没有准备好,请稍候刷新',
  INVITATION_TAKEN: '这份邀请已有人使用,请向邀请方索取新的邀请',
  INVITATION_OVER: '这份邀请已过期或被收回,请联系邀请方',
  INVITATION_ENDED: '这份邀请已经结束,不能再这样操作,请刷新',
  REDIRECT_REFUSED: '认证后要去的小程序或网站不在允许的名单里,请换一个,或请管理员把它加到 REDIRECT_TARGETS',
  HANDOVER_OVER: '这个二维码已失效,请在电脑上刷新后再扫',
  HANDOVER_FOREIGN: '请用在电脑上登录的同一个微信扫码',
  CODE_UNAVAILABLE: '二维码暂时无法生成,请稍后再试',
  WECHAT_UNAVAILABLE: '微信暂时没有答复,请稍后再试',
  RANGE_TOO_LARGE: '时间范围太大,请缩短后再试',
  URL_REFUSED: '接收地址须为公网的 https 地址,端口 443',
  TOO_MANY_ENDPOINTS: '接收地址最多 20 个,请先删除不用的',
  DATA_UNREADABLE: '保存的资料无法读取,请重新发起;仍有问题请联系管理员',
  BUSY: '刚才有其他操作,请刷新后再试',
  NOT_CONFIGURED: '服务尚未配置完成,请联系管理员',
  SETUP_MISSING: '服务还没有准备好,请管理员运行部署准备(npm run setup)',
  INTERNAL: '服务暂时不可用,请稍后再试',
} as const
export type ErrorCode = keyof typeof errorTexts

/** What to say when one field is at fault; other fields get the general sentence. */
const fieldTexts: Readonly<Record<string, string>> = {
  'person.contact.value': '请填写正确的手机号或邮箱',
  'person.name': '请填写真实姓名,最多 50 个字',
  'person.idNumber': '证件号码有误,请核对后再填',
  'person.bankNumber': '银行卡号有误,请核对后再填',
  'person.bankMobile': '请填写银行预留的 11 位手机号',
  'organization.name': '请填写营业执照上的企业全称',
  'organization.registerNumber': '统一社会信用代码有误,请核对后再填',
  'organization.legalPerson': '请填写法定代表人姓名',
  'organization.applicant.name': '请填写经办人姓名',
  'organization.applicant.contact.value': '请填写经办人的手机号或邮箱',
  'organization.licenceFileId': '营业执照文件无法使用,请重新上传 JPG、PNG 或 PDF',
  'person.mode': '该认证方式暂未开放,请选择其他方式',
}

/** What stands in the way of a verification that exists. Part of its view, not an error of the action. */
export const problemTexts = {
  VENDOR_NO_ANSWER: '没有收到认证机构的答复,请稍后继续认证',
  VENDOR_UNAVAILABLE: '认证机构暂时无法访问,请稍后继续认证',
  VENDOR_REFUSED: '认证机构没有接受这次申请,请核对信息后重新发起',
  VENDOR_MISCONFIGURED: '认证服务的配置有误,请联系客服处理',
} as const
export type ProblemCode = keyof typeof problemTexts

/** An expected refusal; anything else that is thrown becomes INTERNAL. `detail` is for operators and holds no personal data. */
export class ActionError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly field?: string,
    readonly detail?: string,
  ) {
    super((code === 'INVALID_INPUT' && field !== undefined && fieldTexts[field]) || errorTexts[code])
    this.name = 'ActionError'
  }
}

/** Too often for now. Its sentence says when it may be tried again. */
export class TooOften extends ActionError {
  constructor(
    code: 'TOO_MANY_ATTEMPTS' | 'TOO_MANY_CALLS' | 'TOO_MANY_TRIES',
    /** s */
    readonly retryAfter: number,
  ) {
    super(code)
    this.message = errorTexts[code].replace(/,请.*/, `,请在 ${waitText(retryAfter)}后再试`)
  }
}

/** 「45 秒」「3 分钟」, never too short. */
function waitText(seconds: number): string {
  if (seconds < 60) return `${seconds} 秒`
  if (seconds < 7200) return `${Math.ceil(seconds / 60)} 分钟`
  return `${Math.ceil(seconds / 3600)} 小时`
}
