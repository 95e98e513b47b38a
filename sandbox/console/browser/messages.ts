/** The subscription messages people were sent: what they say and where they lead. */
import type { SentMessage } from '../shapes'
import { el, find } from './dom'
import { drawn } from './i18n'

const shown = 6

export function mountMessages() {
  let messages: SentMessage[] = []
  const draw = () => {
    find('messages-empty', HTMLElement).hidden = messages.length > 0
    find('messages', HTMLElement).replaceChildren(...messages.slice(0, shown).map(row))
  }
  drawn(draw)
  return {
    update(next: SentMessage[]) {
      const isSame = next.length === messages.length && next[0]?.at === messages[0]?.at
      messages = next
      if (!isSame) draw()
    },
  }
}

function row({ title, data, page, at }: SentMessage) {
  return el(
    'li',
    { title: page },
    el('span', { class: 'code-page' }, title),
    el('span', { class: 'code-scene' }, Object.values(data).join(' · ')),
    el('time', {}, new Date(at).toLocaleTimeString('zh-CN')),
  )
}
