import { builtinOf, describeElement } from '../adapter'
import type { Builtin } from '../engine'
import type { Json } from '../types'

export const form: Builtin<{ reportSubmit: boolean }> = { defaults: { reportSubmit: false } }

/** The form around an element. */
export function formOf(element: Element): { submit(by: Element): void; reset(): void } | null {
  const found = element.closest('wx-form')
  const known = found && builtinOf(found)
  if (!found || !known) return null
  return {
    submit: by => known.host.emit('submit', { value: collect(found), target: describeElement(by) }),
    reset() {
      for (const each of controls(found)) each.builtin.reset?.(each.host)
      known.host.emit('reset')
    },
  }
}

function controls(root: Element) {
  return [...root.querySelectorAll('*')].flatMap(element => builtinOf(element) ?? [])
}

function collect(root: Element): Json {
  const value: Json = {}
  for (const { host, builtin } of controls(root)) {
    const name = host.data.name
    if (builtin.formValue && typeof name === 'string' && name) value[name] = builtin.formValue(host)
  }
  return value
}

/** A tap on a label reaches the control inside it, or the one named by `for`. */
export const label: Builtin<{ for: string }> = {
  defaults: { for: '' },
  attached(host) {
    const { element } = host
    element.addEventListener('click', event => {
      if (event.target instanceof Element && event.target.closest('input,textarea,wx-button,wx-switch'))
        return
      const scope = host.data.for ? document.getElementById(host.data.for) : element
      const control = scope?.querySelector('input,textarea')
      if (control instanceof HTMLInputElement && /checkbox|radio/.test(control.type)) control.click()
      else if (control instanceof HTMLElement) control.focus()
    })
  },
}
