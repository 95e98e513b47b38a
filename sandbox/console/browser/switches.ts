/** The settings of the functions that a vendor's card offers to change. */
import type { VendorState } from '../shapes'
import { button, el } from './dom'
import { t } from './i18n'
import { type Outcome, post } from './server'

export interface SwitchRows {
  rows: HTMLElement[]
  /** Shows what each stands at. */
  update(chosen: Readonly<Record<string, string>>): void
}

export function switchRows(
  { id, switches = [] }: VendorState,
  onTurned: (result: Outcome) => void,
): SwitchRows {
  const chips: { variable: string; value: string; chip: HTMLButtonElement }[] = []
  const rows = switches.map(({ variable, choices }) => {
    const own = choices.map(value => {
      const chip = button(value, { class: 'chip', 'aria-pressed': 'false' }, () => {
        void post('/api/switch', { vendor: id, variable, value }).then(onTurned)
      })
      chips.push({ variable, value, chip })
      return chip
    })
    const title = el('h4', { title: t('settingHint') }, t('setting'), ' ', el('code', {}, variable))
    return el(
      'div',
      { class: 'switch', role: 'group', 'aria-label': variable },
      title,
      el('div', { class: 'chips' }, ...own),
    )
  })
  return {
    rows,
    update(chosen) {
      for (const { variable, value, chip } of chips)
        chip.setAttribute('aria-pressed', String(chosen[variable] === value))
    },
  }
}
