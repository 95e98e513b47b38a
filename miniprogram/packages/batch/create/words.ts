import type { ActionFailureError } from '../../../cloud/call'
import { failureText } from '../../../i18n'
import { type AdministratorDraft, type AdministratorFault, faultOf } from '../shared/administrator'
import { type BatchDraft, type FormField, longest } from './draft'
import { createText } from './texts'
import type { Obstacle } from './use-create'

/** A list we refuse ourselves is too long; of another the server says what is wrong with it. */
export function sourceError(obstacle: Obstacle | null): string {
  if (obstacle?.kind !== 'field' || !obstacle.failure) return createText('source.tooLong')
  const { failure } = obstacle
  return failure.code === 'INVALID_INPUT' ? createText('source.error') : failureText(failure)
}

/** What the server refused without a word of ours is said in general. */
export function faultAt(
  field: FormField | null,
  administrator: AdministratorDraft,
): AdministratorFault | null {
  if (field !== 'name' && field !== 'mobile' && field !== 'idNumber') return null
  const fault = faultOf(administrator)
  return fault?.field === field ? fault : { field, suggestion: null }
}

export function sayFailure(failure: ActionFailureError, button: string): string {
  return failure.code === 'KEY_CONFLICT' ? createText('KEY_CONFLICT', { button }) : failureText(failure)
}

/** Of a file that was picked its own name, without what says its kind; otherwise the day. */
export function suggestedTitle({ source, file }: Pick<BatchDraft, 'source' | 'file'>, now: Date): string {
  const named = source === 'file' ? (file?.name.replace(/\.[a-z]{3,4}$/i, '').trim() ?? '') : ''
  if (named !== '') return [...named].slice(0, longest.title).join('')
  return createText('name.default', { month: now.getMonth() + 1, day: now.getDate() })
}
