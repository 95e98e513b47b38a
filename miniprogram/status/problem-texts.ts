import type { ProblemCode } from '../cloud/types'
import { defineTexts } from '../i18n/define-texts'

/** A word of the contract without its text fails the type-check here. */
type Required = Record<`problem.${ProblemCode}`, string>

/** What is wrong at the vendor. */
const zh = {
  'problem.VENDOR_NO_ANSWER': '没有收到{vendor}的答复，请稍后继续认证',
  'problem.VENDOR_UNAVAILABLE': '{vendor}暂时无法访问，请稍后继续认证',
  'problem.VENDOR_REFUSED': '{vendor}没有接受这次申请，请核对信息后重新发起',
  'problem.VENDOR_MISCONFIGURED': '认证服务的配置有误，请联系客服处理',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  'problem.VENDOR_NO_ANSWER': '{vendor} has not answered; please continue a little later',
  'problem.VENDOR_UNAVAILABLE': '{vendor} cannot be reached; please continue a little later',
  'problem.VENDOR_REFUSED': '{vendor} did not accept the request; check your details and start again',
  'problem.VENDOR_MISCONFIGURED': 'The service is not configured correctly; please contact support',
}

export const problemText = defineTexts({ zh, en })
