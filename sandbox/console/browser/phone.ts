/** The phone's frame and the bar above it. */

import { isRecord } from '../../record'
import { type Launch, phoneAddress } from '../scan'
import { el, find } from './dom'
import { fillFields, giveFile } from './fill'
import { drawn, t } from './i18n'
import { mountLooks } from './looks'
import { type Persona, personas } from './persona'
import { emptyStats, type PhoneStats, withMessage } from './phone-stats'
import { post } from './server'

const MEMORY = 'console.user'
/** The frame with its bezel, px; below this scale text is no longer easy to read. */
const BEZEL_HEIGHT = 836
const SMALLEST_SCALE = 0.8
const BELOW = 16

export function mountPhone(on: { persona(persona: Persona): void; stats(stats: PhoneStats): void }) {
  const frame = find('phone', HTMLIFrameElement)
  const user = find('user', HTMLSelectElement)
  const background = find('background', HTMLButtonElement)
  let stats = emptyStats()
  let isHidden = false

  const coldStart = (launch?: Launch) => {
    const persona = personas.find(one => one.openid === user.value) ?? personas[0]
    localStorage.setItem(MEMORY, persona.openid)
    isHidden = false
    stats = emptyStats()
    on.stats(stats)
    on.persona(persona)
    drawBackground()
    const { width = '', ...look } = looksOf()
    if (width) frame.closest<HTMLElement>('.bezel')?.style.setProperty('--width', width)
    else frame.closest<HTMLElement>('.bezel')?.style.removeProperty('--width')
    window.dispatchEvent(new Event('resize'))
    const set = Object.fromEntries(Object.entries(look).filter(([, value]) => value))
    const who = { openid: persona.openid, ...set }
    frame.src = launch ? phoneAddress(launch, who) : `/phone/?${new URLSearchParams(who)}`
  }
  const drawBackground = () => {
    background.textContent = t(isHidden ? 'toForeground' : 'toBackground')
    background.disabled = simOf(frame) === undefined
    frame.closest('.bezel')?.classList.toggle('away', isHidden)
  }

  const looksOf = mountLooks(() => coldStart())
  user.value = ''
  drawn(() => {
    const chosen = user.value || localStorage.getItem(MEMORY)
    user.replaceChildren(
      ...personas.map(({ openid, label }) => el('option', { value: openid }, `${t(label)} ${openid}`)),
    )
    user.value = personas.find(one => one.openid === chosen)?.openid ?? personas[0].openid
  })
  user.addEventListener('change', () => coldStart())
  find('restart', HTMLButtonElement).addEventListener('click', () => coldStart())
  background.addEventListener('click', () => {
    const sim = simOf(frame)
    if (!sim) return
    isHidden = !isHidden
    if (isHidden) sim.hide()
    else sim.show()
    drawBackground()
  })
  frame.addEventListener('load', drawBackground)
  window.addEventListener('message', event => {
    if (event.source !== frame.contentWindow || event.origin !== location.origin) return
    const next = withMessage(stats, event.data)
    if (next === stats) return
    stats = next
    on.stats(stats)
    if (background.disabled) drawBackground()
  })
  mountSweep()
  fitHeight(frame)
  drawn(drawBackground)
  coldStart()
  return {
    redraw: () => on.stats(stats),
    /** Another of the fictitious people takes the phone. */
    become(openid: string) {
      user.value = openid
      coldStart()
    },
    fill: (values: readonly [string, string][]) =>
      frame.contentDocument ? fillFields(frame.contentDocument, values) : 0,
    giveFile: (name: string, content: Blob) =>
      frame.contentDocument ? giveFile(frame.contentDocument, name, content) : false,
    scan(launch: Launch, openid = user.value) {
      user.value = openid
      coldStart(launch)
      // On a narrow page the phone is far above.
      frame.scrollIntoView?.({ block: 'nearest' })
    },
  }
}

interface Sim {
  hide(): void
  show(): void
}

/** The phone offers itself to pages of the same origin once it has started. */
function simOf(frame: HTMLIFrameElement): Sim | undefined {
  const sim: unknown = frame.contentWindow ? Reflect.get(frame.contentWindow, '__sim') : undefined
  return isSim(sim) ? sim : undefined
}

function isSim(value: unknown): value is Sim {
  return isRecord(value) && typeof value.hide === 'function' && typeof value.show === 'function'
}

function mountSweep(): void {
  const sweep = find('sweep', HTMLButtonElement)
  const notice = find('phone-notice', HTMLElement)
  const say = (sentence: string, isBad = false) => {
    notice.textContent = sentence
    notice.classList.toggle('bad', isBad)
  }
  sweep.addEventListener('click', async () => {
    sweep.disabled = true
    say(t('sweeping'))
    const result = await post('/api/sweep')
    sweep.disabled = false
    say(result.ok ? `${t('swept')} ${new Date().toLocaleTimeString('zh-CN')}` : result.sentence, !result.ok)
  })
}

/** On a desktop the whole phone is in view; the mini-program still sees 375 × 812. */
function fitHeight(frame: HTMLIFrameElement): void {
  const bezel = frame.closest<HTMLElement>('.bezel')
  if (!bezel) return
  const fit = () => {
    const room = window.innerHeight - (bezel.getBoundingClientRect().top + window.scrollY) - BELOW
    const scale = Math.min(1, Math.max(SMALLEST_SCALE, room / BEZEL_HEIGHT))
    bezel.style.setProperty('--scale', scale.toFixed(3))
  }
  window.addEventListener('resize', fit)
  drawn(fit)
}
