/** Fictitious people, companies and codes, a tap away from the clipboard. */
import { company } from './company'
import { button, el, find } from './dom'
import { t } from './i18n'
import type { Persona } from './persona'
import type { Key } from './words'

export function drawPersona({ name, mobile, idNumber }: Persona): void {
  drawFacts('persona', [
    ['name', name],
    ['mobile', mobile],
    ['idNumber', idNumber],
  ])
}

export function drawCompany(): void {
  drawFacts('company', [
    ['companyName', company.name],
    ['creditCode', company.creditCode],
    ['legalName', company.legalName],
    ['address', company.address],
  ])
}

/** null: there is none to show. */
export function drawOperatorCode(code: string | null): void {
  drawFacts('operator', code === null ? [] : [['operatorCode', code]])
}

function drawFacts(id: string, facts: readonly [Key, string][]): void {
  find(id, HTMLElement).replaceChildren(
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
