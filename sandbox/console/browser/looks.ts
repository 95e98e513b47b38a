/** How the simulated phone is set; each choice starts the mini-program anew. */
import { el, find } from './dom'
import { drawn, t } from './i18n'
import type { Key } from './words'

const MEMORY = 'console.looks'

interface Look {
  /** The parameter of the phone's address; empty values are left out. */
  name: 'language' | 'theme' | 'text' | 'network' | 'width'
  label: Key
  choices: readonly { value: string; label: Key | { text: string } }[]
}

const looks: readonly Look[] = [
  {
    name: 'language',
    label: 'lookLanguage',
    choices: [
      { value: '', label: { text: '中文' } },
      { value: 'en', label: { text: 'English' } },
    ],
  },
  {
    name: 'theme',
    label: 'lookTheme',
    choices: [
      { value: '', label: 'likeConsole' },
      { value: 'light', label: 'light' },
      { value: 'dark', label: 'dark' },
    ],
  },
  {
    name: 'text',
    label: 'lookText',
    choices: ['', '1.25', '1.5'].map(value => ({ value, label: { text: `${value || '1'}×` } })),
  },
  {
    name: 'width',
    label: 'lookWidth',
    choices: ['', '320', '430', '768'].map(value => ({ value, label: { text: `${value || '375'} px` } })),
  },
  {
    name: 'network',
    label: 'lookNetwork',
    choices: [
      { value: '', label: 'networkGood' },
      { value: 'weak', label: 'networkWeak' },
    ],
  },
]

export type Looks = Partial<Record<Look['name'], string>>

export function mountLooks(changed: () => void): () => Looks {
  const holder = find('looks', HTMLElement)
  const chosen = remembered()
  drawn(() => {
    holder.replaceChildren(
      ...looks.map(({ name, label, choices }) => {
        const select = el(
          'select',
          { 'data-look': name },
          ...choices.map(choice =>
            el(
              'option',
              { value: choice.value },
              typeof choice.label === 'string' ? t(choice.label) : choice.label.text,
            ),
          ),
        )
        select.value = chosen[name] ?? ''
        select.addEventListener('change', () => {
          chosen[name] = select.value
          localStorage.setItem(MEMORY, JSON.stringify(chosen))
          changed()
        })
        return el('label', {}, el('span', {}, t(label)), select)
      }),
    )
  })
  return () => chosen
}

/** Only what can be chosen: the store of the browser is nobody's contract. */
function remembered(): Looks {
  const kept: Looks = {}
  try {
    const stored = Object(JSON.parse(localStorage.getItem(MEMORY) ?? '{}'))
    for (const { name, choices } of looks) {
      const value = stored[name]
      if (choices.some(choice => choice.value === value)) kept[name] = value
    }
  } catch {
    // As if nothing were kept.
  }
  return kept
}
