import { h } from '../dom'
import type { Builtin } from '../engine'

interface FieldData {
  name: string
  value: unknown
  type: string
  password: boolean
  placeholder: string
  placeholderStyle: string
  placeholderClass: string
  disabled: boolean
  maxlength: number
  focus: boolean
  autoFocus: boolean
  autoHeight: boolean
  confirmType: string
  confirmHold: boolean
  cursorSpacing: number
  adjustPosition: boolean
}

const defaults: FieldData = {
  name: '',
  value: '',
  type: 'text',
  password: false,
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: '',
  disabled: false,
  maxlength: 140,
  focus: false,
  autoFocus: false,
  autoHeight: false,
  confirmType: 'done',
  confirmHold: false,
  cursorSpacing: 0,
  adjustPosition: true,
}

const inputModes: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' }
/** What the phone's keyboard of each type can produce. */
const refused: Record<string, RegExp> = { number: /\D/g, digit: /[^\d.]/g, idcard: /[^\dXx]/g }

type Field = HTMLInputElement | HTMLTextAreaElement

export const input = textField('input')
export const textarea = textField('textarea')

function textField(tag: 'input' | 'textarea'): Builtin<FieldData> {
  return {
    defaults,
    attached(host) {
      const field = h(tag, 'sim-field')
      field.autocomplete = 'off'
      host.element.append(field)
      field.addEventListener('input', () => {
        const kept = field.value.replace(refused[host.data.type] ?? /(?!)/g, '')
        if (kept !== field.value) field.value = kept
        grow(field, host.data)
        host.emit('input', {
          value: field.value,
          cursor: field.selectionStart ?? field.value.length,
          keyCode: 0,
        })
      })
      field.addEventListener('focus', () => host.emit('focus', { value: field.value, height: 0 }))
      field.addEventListener('blur', () =>
        host.emit('blur', { value: field.value, cursor: field.selectionStart ?? 0 }),
      )
      field.addEventListener('keydown', event => {
        if (event instanceof KeyboardEvent && event.key === 'Enter' && tag === 'input')
          host.emit('confirm', { value: field.value })
      })
      if (host.data.autoFocus) setTimeout(() => field.focus(), 0)
    },
    update({ element, data }) {
      const field = fieldOf(element)
      if (!field) return
      const value = data.value === null || data.value === undefined ? '' : String(data.value)
      if (field.value !== value && element.dataset.value !== value) field.value = value
      // Only a changed property may overwrite what the user typed, as on devices.
      element.dataset.value = value
      field.placeholder = data.placeholder
      field.disabled = data.disabled
      element.toggleAttribute('disabled', data.disabled)
      if (data.maxlength >= 0) field.maxLength = data.maxlength
      else field.removeAttribute('maxlength')
      if (field instanceof HTMLInputElement) {
        field.type = data.password || data.type === 'safe-password' ? 'password' : 'text'
        field.inputMode = inputModes[data.type] ?? 'text'
      }
      element.toggleAttribute('auto-height', data.autoHeight)
      const color = /(?:^|;)\s*color:\s*([^;]+)/.exec(data.placeholderStyle)?.[1]
      if (color) element.style.setProperty('--placeholder', color)
      grow(field, data)
      if (data.focus && document.activeElement !== field) setTimeout(() => field.focus(), 0)
    },
    formValue: ({ element }) => fieldOf(element)?.value ?? '',
    reset(host) {
      const field = fieldOf(host.element)
      if (field) field.value = ''
      delete host.element.dataset.value
    },
  }
}

function fieldOf(element: HTMLElement): Field | null {
  return element.querySelector<Field>('.sim-field')
}

function grow(field: Field, data: FieldData): void {
  if (!(field instanceof HTMLTextAreaElement) || !data.autoHeight) return
  field.rows = 1
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight}px`
}
