import type { Mode } from '../cloud/types'
import { defineTexts } from '../i18n/define-texts'

/** A word of the contract without its text fails the type-check here. */
type Required = Record<Mode | `${Mode}.note`, string>

/** The ways to verify. */
const zh = {
  any: '由{vendor}推荐',
  'any.note': '进入页面后选择合适的方式',
  threeFactor: '手机号核验',
  'threeFactor.note': '核对姓名、证件号码与手机号是否为同一人',
  face: '刷脸认证',
  'face.note': '需要使用摄像头，由本人完成',
  bankCard: '银行卡核验',
  'bankCard.note': '需要本人的银行卡号和预留手机号',
  alipay: '支付宝认证',
  'alipay.note': '使用本人已实名的支付宝账号',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  any: 'Suggested by {vendor}',
  'any.note': 'Choose a way on its page',
  threeFactor: 'Mobile number',
  'threeFactor.note': 'Name, ID number and mobile number must belong together',
  face: 'Face',
  'face.note': 'Uses the camera; only you can do it',
  bankCard: 'Bank card',
  'bankCard.note': 'Needs your card number and the mobile number known to the bank',
  alipay: 'Alipay',
  'alipay.note': 'Uses your own verified Alipay account',
}

export const modeText = defineTexts({ zh, en })
