/** Wires the panels and keeps them fresh while somebody looks. */
import type { VendorState } from '../shapes'
import { find } from './dom'
import { valuesOf } from './fill'
import { mountGuide } from './guide'
import { drawn, mountLanguage, t } from './i18n'
import { mountMessages } from './messages'
import { type Persona, personas } from './persona'
import { drawCompany, drawOperatorCode, drawPersona } from './persona-card'
import { mountPhone } from './phone'
import { mountScan } from './scan'
import { mountScripts } from './scripts'
import {
  readBusinessSystem,
  readCodes,
  readMessages,
  readOperatorCode,
  readSampleSheet,
  readTraffic,
  readVendors,
} from './server'
import { drawStats } from './stats'
import { mountTraffic } from './traffic'

const POLL_MS = 1000

mountLanguage()
const banner = find('connection', HTMLElement)
let persona: Persona = personas[0]
let operatorCode: string | null = null
let vendors: VendorState[] = []
let cursor = ''
let isPolling = false

const traffic = mountTraffic()
const phone = mountPhone({
  persona(next) {
    persona = next
    drawPersona(persona)
  },
  stats: drawStats,
})
const messages = mountMessages()
const scan = mountScan(launch => phone.scan(launch))
const guide = mountGuide({
  async fill(filling) {
    if (filling === 'sheet') return phone.giveFile('sample-sheet.csv', await readSampleSheet())
    return phone.fill(valuesOf(filling, persona, operatorCode)) > 0
  },
  deed(deed) {
    if (deed === 'firstUser') {
      phone.become(personas[0].openid)
      return true
    }
    const other = personas.find(({ openid }) => openid !== persona.openid) ?? personas[0]
    return scan.newest(launch => phone.scan(launch, other.openid))
  },
})
const scripts = mountScripts(forgotten => {
  if (forgotten) traffic.forgetVendor(forgotten)
  void refresh()
})
drawn(() => {
  banner.textContent = t('disconnected')
  drawPersona(persona)
  drawCompany()
  drawOperatorCode(operatorCode)
  phone.redraw()
  scripts.redraw()
  traffic.redraw()
})

readOperatorCode().then(
  code => {
    operatorCode = code
    drawOperatorCode(code)
  },
  // The poll says that the console is gone.
  () => undefined,
)

/** One at a time: the cursor must not be handed in twice. */
async function refresh(): Promise<void> {
  if (isPolling) return
  isPolling = true
  try {
    vendors = await readVendors()
    scripts.update(vendors)
    const answer = await readTraffic(cursor)
    cursor = answer.cursor
    traffic.add(answer.rows, vendors)
    guide.hear(answer.rows)
    scan.update(await readCodes())
    messages.update(await readMessages())
    showBusinessSystem(await readBusinessSystem())
    banner.hidden = true
  } catch {
    banner.hidden = false
  } finally {
    isPolling = false
  }
}

/** It starts after the console, and may not run at all. */
function showBusinessSystem(url: string | null): void {
  find('business-system-card', HTMLElement).hidden = url === null
  if (url !== null) find('business-system', HTMLAnchorElement).href = url
}

async function poll(): Promise<void> {
  if (document.visibilityState === 'visible') await refresh()
  setTimeout(() => void poll(), POLL_MS)
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void refresh()
})
void poll()
