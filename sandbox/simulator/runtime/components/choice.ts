import { builtinOf } from '../adapter'
import { h } from '../dom'
import type { Builtin, Host } from '../engine'

interface ChoiceData {
  name: string
  value: unknown
  checked: boolean
  disabled: boolean
  color: string
}

const choiceDefaults: ChoiceData = { name: '', value: '', checked: false, disabled: false, color: '' }

export const checkbox = choice('checkbox')
export const radio = choice('radio')
export const checkboxGroup = group('checkbox')
export const radioGroup = group('radio')

function choice(kind: 'checkbox' | 'radio'): Builtin<ChoiceData> {
  return {
    defaults: choiceDefaults,
    attached(host) {
      const input = h('input', `sim-${kind}`)
      input.type = kind
      host.element.prepend(input)
      // A tap on the text beside the box counts too.
      host.element.addEventListener('click', event => {
        if (event.target !== input && !host.element.closest('wx-label')) input.click()
      })
      input.addEventListener('change', () => announce(host, kind))
    },
    update({ element, data }) {
      const input = boxOf(element)
      if (!input) return
      const checked = String(data.checked)
      if (element.dataset.checked !== checked) input.checked = data.checked
      element.dataset.checked = checked
      input.disabled = data.disabled
      element.toggleAttribute('disabled', data.disabled)
      if (data.color) element.style.setProperty('--choice', data.color)
    },
    reset(host) {
      const input = boxOf(host.element)
      if (input) input.checked = false
      delete host.element.dataset.checked
    },
  }
}

function group(kind: 'checkbox' | 'radio'): Builtin<{ name: string }> {
  return { defaults: { name: '' }, formValue: host => chosen(host.element, kind) }
}

function announce(host: Host<ChoiceData>, kind: 'checkbox' | 'radio'): void {
  host.element.dataset.checked = String(boxOf(host.element)?.checked ?? false)
  const around = host.element.closest(`wx-${kind}-group`)
  const known = around && builtinOf(around)
  if (!around || !known) return
  if (kind === 'radio') {
    for (const other of around.querySelectorAll<HTMLElement>('wx-radio')) {
      const input = boxOf(other)
      if (other !== host.element && input) {
        input.checked = false
        other.dataset.checked = 'false'
      }
    }
  }
  known.host.emit('change', { value: chosen(around, kind) })
}

function chosen(around: Element, kind: 'checkbox' | 'radio'): unknown {
  const values = [...around.querySelectorAll(`wx-${kind}`)]
    .filter(element => boxOf(element)?.checked)
    .map(element => builtinOf(element)?.host.data.value)
  return kind === 'radio' ? (values[0] ?? '') : values
}

function boxOf(element: Element): HTMLInputElement | null {
  return element.querySelector<HTMLInputElement>(':scope > input')
}

interface SwitchData {
  name: string
  checked: boolean
  disabled: boolean
  type: string
  color: string
}

export const switchControl: Builtin<SwitchData> = {
  defaults: { name: '', checked: false, disabled: false, type: 'switch', color: '' },
  attached(host) {
    const input = h('input', 'sim-switch')
    input.type = 'checkbox'
    input.setAttribute('role', 'switch')
    host.element.append(input)
    input.addEventListener('change', () => {
      host.element.dataset.checked = String(input.checked)
      host.emit('change', { value: input.checked })
    })
  },
  update({ element, data }) {
    const input = boxOf(element)
    if (!input) return
    const checked = String(data.checked)
    if (element.dataset.checked !== checked) input.checked = data.checked
    element.dataset.checked = checked
    input.disabled = data.disabled
    if (data.color) element.style.setProperty('--choice', data.color)
  },
  formValue: ({ element }) => boxOf(element)?.checked ?? false,
  reset(host) {
    const input = boxOf(host.element)
    if (input) input.checked = false
    delete host.element.dataset.checked
  },
}

interface SliderData {
  name: string
  min: number
  max: number
  step: number
  value: number
  disabled: boolean
  showValue: boolean
}

export const slider: Builtin<SliderData> = {
  defaults: { name: '', min: 0, max: 100, step: 1, value: 0, disabled: false, showValue: false },
  attached(host) {
    const input = h('input', 'sim-slider')
    input.type = 'range'
    host.element.append(input)
    input.addEventListener('input', () => host.emit('changing', { value: Number(input.value) }))
    input.addEventListener('change', () => host.emit('change', { value: Number(input.value) }))
  },
  update({ element, data }) {
    const input = boxOf(element)
    if (!input) return
    input.min = String(data.min)
    input.max = String(data.max)
    input.step = String(data.step)
    input.value = String(data.value)
    input.disabled = data.disabled
  },
  formValue: ({ element }) => Number(boxOf(element)?.value ?? 0),
}
