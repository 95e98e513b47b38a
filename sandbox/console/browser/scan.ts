/** The codes the functions gave out, each a tap away from a phone that scans it. */
import { type Launch, launchOfText } from '../scan'
import type { GivenCode } from '../shapes'
import { button, el, find } from './dom'
import { drawn, t } from './i18n'
import type { Key } from './words'

const shown = 8
const sceneShown = 18

const kinds: Record<GivenCode['api'], Key> = {
  'wxacode.getUnlimited': 'codeKind',
  'urllink.generate': 'linkKind',
  'urlscheme.generate': 'schemeKind',
}

export function mountScan(scan: (launch: Launch) => void) {
  const text = find('scan-text', HTMLInputElement)
  const notice = find('scan-notice', HTMLElement)
  let codes: GivenCode[] = []
  let newest = ''

  const open = (content: string) => {
    const launch = launchOfText(content, codes, Date.now())
    notice.textContent = launch === 'ended' ? t('codeEnded') : ''
    if (launch !== 'ended') scan(launch)
  }
  const draw = () => {
    find('codes-empty', HTMLElement).hidden = codes.length > 0
    find('codes', HTMLElement).replaceChildren(...codes.slice(0, shown).map(code => row(code, open)))
  }

  find('scan-form', HTMLFormElement).addEventListener('submit', event => {
    event.preventDefault()
    if (text.value.trim() !== '') open(text.value)
  })
  drawn(draw)
  return {
    /** Drawn only when something is new, so that no button goes away under a finger. */
    update(next: GivenCode[]) {
      codes = next
      const stamp = codes.map(({ at, url }) => `${at} ${url}`).join('\n')
      if (stamp === newest) return
      newest = stamp
      draw()
    },
    /** Scans the code that was given out last; false: there is none that still leads anywhere. */
    newest(go: (launch: Launch) => void): boolean {
      const [code] = codes
      const launch = code ? launchOfText(code.url, codes, Date.now()) : 'ended'
      if (launch !== 'ended') go(launch)
      return launch !== 'ended'
    },
  }
}

function row({ api, page, scene, query = '', at, url }: GivenCode, open: (content: string) => void) {
  const content = scene ?? query
  const short = content.length > sceneShown ? `${content.slice(0, sceneShown)}…` : content
  return el(
    'li',
    {},
    el('span', { class: 'code-page' }, page || t('homePage')),
    el('span', { class: 'code-scene', title: content }, `${t(kinds[api])} ${short}`.trim()),
    el('time', {}, new Date(at).toLocaleTimeString('zh-CN')),
    button(t('scanOne'), { class: 'small', 'data-do': 'scan' }, () => open(url)),
  )
}
