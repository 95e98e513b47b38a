/** Types into the form that the phone shows, as a finger would. */
import type { Persona } from './persona'
import type { Filling } from './ways'

/** Whose fields they are: the ids of the mini-program's inputs. */
export function valuesOf(
  filling: Filling,
  persona: Persona,
  operatorCode: string | null,
): [string, string][] {
  const { name, idNumber, mobile } = persona
  if (filling === 'person')
    return [
      ['name', name],
      ['id-number', idNumber],
      ['mobile', mobile],
    ]
  if (filling === 'operatorCode') return operatorCode === null ? [] : [['claim-code', operatorCode]]
  if (filling === 'invitation') return [['title', '供应商入驻']]
  return []
}

/** Fills what of these is on the page on top; how many were there. */
export function fillFields(page: Document, values: readonly [string, string][]): number {
  const shown = [...page.querySelectorAll<HTMLElement>('.sim-page:not([hidden])')].at(-1)
  let filled = 0
  for (const [id, value] of values) {
    const field = shown?.querySelector<HTMLInputElement>(`[id="${id}"] .sim-field`)
    if (!field || field.disabled) continue
    field.focus()
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.blur()
    filled += 1
  }
  return filled
}

/** Puts a file into the dialog in which the phone asks for one; false: none is open. */
export function giveFile(page: Document, name: string, content: Blob): boolean {
  const input = page.querySelector<HTMLInputElement>('input.sim-file')
  if (!input) return false
  const list = new DataTransfer()
  list.items.add(new File([content], name, { type: content.type }))
  input.files = list.files
  return true
}
