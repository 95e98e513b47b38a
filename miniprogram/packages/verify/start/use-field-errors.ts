import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { t } from '../../../i18n'
import type { Start } from './use-start'

interface FieldErrors {
  /** The error to show at a field, by the field's id. */
  errorAt: (field: string) => string | null
  /** Before a field changes: the old complaint goes. */
  clear: () => void
}

/** Shows the server's complaint at its field and scrolls there. */
export function useFieldErrors({ obstacle, dismiss }: Start): FieldErrors {
  const wrong = obstacle?.kind === 'field' ? obstacle.error : null
  useEffect(() => {
    if (wrong) Taro.pageScrollTo({ selector: `#field-${wrong.field}`, offsetTop: -24 }).catch(() => undefined)
  }, [wrong])
  return {
    errorAt: field => (wrong?.field === field ? t(wrong.text) : null),
    clear: () => {
      if (wrong) dismiss()
    },
  }
}
