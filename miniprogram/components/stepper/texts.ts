import type { StepKey, StepStatus } from '../../cloud/types'
import { defineTexts } from '../../i18n'

/** A word of the contract without its text fails the type-check here. */
type Required = Record<`step.${StepKey}` | `status.${StepStatus}`, string>

/** The steps of a verification, and how far each is. */
const zh = {
  'status.done': '已完成',
  'status.current': '进行中',
  'status.todo': '未开始',
  'status.failed': '没有完成',
  'step.submit': '提交信息',
  'step.handoff': '前往认证机构',
  'step.check': '认证机构核验',
  'step.result': '结果',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  'status.done': 'Done',
  'status.current': 'Now',
  'status.todo': 'To do',
  'status.failed': 'Not finished',
  'step.submit': 'Submit details',
  'step.handoff': 'Go to the provider',
  'step.check': 'Provider checks',
  'step.result': 'Result',
}

export const stepperText = defineTexts({ zh, en })
