import type { StepKey, StepStatus } from '../../cloud/types'
import { defineTexts } from '../../i18n'

/** A word of the contract without its text fails the type-check here. */
type Required = Record<`step.${StepKey}` | `status.${StepStatus}`, string>

/** The steps of a verification, and how far each is. */
const zh = {
  'status.done': '已完成',
  'status.current': '进行中',
  'status.todo': '未开始',
  'status.failed': '未成功',
  'step.submit': '提交信息',
  'step.handoff': '前往机构页面',
  'step.check': '机构核验',
  'step.result': '得到结果',
} satisfies Required & Record<string, string>

const en: Record<keyof typeof zh, string> = {
  'status.done': 'Done',
  'status.current': 'Now',
  'status.todo': 'To do',
  'status.failed': 'Failed',
  'step.submit': 'Submit details',
  'step.handoff': 'Go to the vendor',
  'step.check': 'Vendor checks',
  'step.result': 'Result',
}

export const stepperText = defineTexts({ zh, en })
