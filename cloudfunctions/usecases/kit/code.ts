import { ActionError } from '../../domain/errors'
import type { CodeImage } from '../../platform/codes'
import type { Deps } from './deps'

/** Where all codes lead to: a page that knows what to do with each. */
export const codePage = 'pages/scan/index'
/** What became of a code that WeChat did not make; its number goes into the log. */
export function unavailable({ log }: Deps, form: string, error: unknown): ActionError {
  log.warn('code.failed', {
    form,
    error: error instanceof Error ? error.name : 'unknown',
    code: codeOf(error),
  })
  return new ActionError('CODE_UNAVAILABLE', undefined, codeOf(error))
}

/** WeChat's own number, such as 41030 for a page that is not published. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'errCode' in error ? error.errCode : ''
  return String(code)
}

export function dataUrl({ type, bytes }: CodeImage): string {
  return `data:image/${type};base64,${bytes.toString('base64')}`
}
