/** Which language the page speaks, and who must be told when that changes. */
import { en, isKey, type Key, zh } from './words'

const languages = { zh, en }
export type Language = keyof typeof languages

const MEMORY = 'console.language'
const listeners = new Set<() => void>()
let language: Language = 'zh'

export function t(key: Key): string {
  return languages[language][key]
}

/** Runs `draw` now and after every change of language. */
export function drawn(draw: () => void): void {
  listeners.add(draw)
  draw()
}

export function mountLanguage(): void {
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-language]')]
  const choose = (next: Language) => {
    language = next
    localStorage.setItem(MEMORY, next)
    document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
    document.title = t('title')
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset.language === next))
    translate()
    for (const draw of listeners) draw()
  }
  for (const button of buttons) {
    button.addEventListener('click', () => choose(button.dataset.language === 'en' ? 'en' : 'zh'))
  }
  choose(localStorage.getItem(MEMORY) === 'en' ? 'en' : 'zh')
}

function translate(): void {
  for (const node of document.querySelectorAll<HTMLElement>('[data-t],[data-t-label],[data-t-title]')) {
    const { t: text, tLabel, tTitle } = node.dataset
    if (isKey(text)) node.textContent = t(text)
    if (isKey(tLabel)) node.setAttribute('aria-label', t(tLabel))
    if (isKey(tTitle)) node.title = t(tTitle)
  }
}
