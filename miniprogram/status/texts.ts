import type { State } from '../cloud/types'
import { defineTexts } from '../i18n'

/** A word of the contract without its text fails the type-check here. */
type Required = Record<State, string>

/** What a state is called, wherever it is shown. */
const zh = {
  created: '正在提交申请',
  indeterminate: '正在确认申请结果',
  ready: '等待您完成认证',
  processing: '认证进行中',
  verified: '认证成功',
  rejected: '认证未通过',
  already: '此前已完成认证',
  expired: '认证已过期',
  canceled: '认证已取消',
  revoked: '认证已失效',
  reviewing: '人工审核中',
  blocked: '暂时无法继续',
  unanswered: '申请还没有完成',
  waiting: '正在核对结果',
  unconfirmed: '还差一步：确认手机号',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  created: 'Submitting',
  indeterminate: 'Confirming your request',
  ready: 'Your turn',
  processing: 'In progress',
  verified: 'Verified',
  rejected: 'Not passed',
  already: 'Verified before',
  expired: 'Expired',
  canceled: 'Cancelled',
  revoked: 'No longer valid',
  reviewing: 'Being reviewed',
  blocked: 'Cannot go on now',
  unanswered: 'Not submitted yet',
  waiting: 'Checking the result',
  unconfirmed: 'One more step: confirm your number',
}

export const statusText = defineTexts({ zh, en })
