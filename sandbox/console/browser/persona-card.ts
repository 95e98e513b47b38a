/** The fictitious person of the chosen user, a tap away from the clipboard. */
import { button, el, find } from './dom'
import { t } from './i18n'
import type { Persona } from './persona'
import type { Key } from './words'

export function drawPersona({ name, mobile, idNumber }: Persona): void {
  const facts: [Key, string][] = [
    ['name', name],
    ['mobile', mobile],
    ['idNumber', idNumber],
  ]
  find('persona', HTMLElement).replaceChildren(
    ...facts.flatMap(([key, value]) => [
      el('dt', {}, t(key)),
      el(
        'dd',
        {},
        button(value, { class: 'copy', 'data-copy': key }, () => void copy(value)),
      ),
    ]),
  )
}

async function copy(value: string): Promise<void> {
  const notice = find('copied', HTMLElement)
  try {
    await navigator.clipboard.writeText(value)
    notice.textContent = `${t('copied')} ${value}`
  } catch {
    notice.textContent = t('copyFailed')
  }
}
