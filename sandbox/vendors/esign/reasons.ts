/** Why a try did not pass, to choose from; the real texts are not documented. */
export const REASONS = {
  nameMismatch: '姓名与证件号码不匹配',
  cardMismatch: '银行卡信息比对不一致',
  mobileMismatch: '手机号与登记人不一致',
  faceMismatch: '人脸比对未通过',
  documentExpired: '证件已过期',
  organizationMismatch: '企业信息比对不一致',
  legalRepRefused: '法定代表人拒绝',
} as const

export type Reason = keyof typeof REASONS
export const REASON_NAMES = Object.keys(REASONS) as Reason[]
