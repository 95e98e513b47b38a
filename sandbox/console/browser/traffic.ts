/** The table of who said what to whom. */
import type { Party, TrafficRow, VendorLink } from '../shapes'
import { el, find } from './dom'
import { t } from './i18n'
import { ofParty, partiesOf, withRows } from './traffic-rows'
import type { Key } from './words'

const PARTY_KEYS: Record<string, Key> = {
  phone: 'phoneParty',
  functions: 'functionsParty',
  http: 'httpParty',
  timer: 'timerParty',
  platform: 'platformParty',
}
const ALWAYS = ['phone', 'api', 'callback', 'sweep', 'timer']
const DETAIL_KEYS = ['note', 'query', 'headers', 'body', 'answer'] as const satisfies Key[]

export function mountTraffic() {
  const list = find('traffic', HTMLElement)
  const empty = find('traffic-empty', HTMLElement)
  const party = find('party', HTMLSelectElement)
  let rows: TrafficRow[] = []
  let names = new Map<string, string>()
  let items = new Map<string, { drawnAs: string; item: HTMLElement }>()

  const nameOf = (id: Party) => {
    const key = PARTY_KEYS[id]
    return key ? t(key) : (names.get(id) ?? id)
  }

  const draw = () => {
    drawParties()
    const shown = ofParty(rows, party.value)
    const kept = new Map<string, { drawnAs: string; item: HTMLElement }>()
    for (const row of shown) {
      const drawnAs = `${nameOf(row.from)} → ${nameOf(row.to)}`
      const known = items.get(row.key)
      kept.set(row.key, known?.drawnAs === drawnAs ? known : { drawnAs, item: createItem(row, drawnAs) })
    }
    items = kept
    arrange(
      list,
      [...kept.values()].map(({ item }) => item),
    )
    empty.hidden = shown.length > 0
  }

  const drawParties = () => {
    const ids = ['', ...partiesOf(rows, [...ALWAYS, ...names.keys()])]
    const drawnAs = ids.map(id => (id === '' ? t('everyone') : nameOf(id)))
    if ([...party.options].map(option => option.label).join() === drawnAs.join()) return
    const chosen = party.value
    party.replaceChildren(
      ...ids.map((id, index) =>
        el('option', { value: id, label: drawnAs[index] ?? id }, drawnAs[index] ?? id),
      ),
    )
    party.value = ids.includes(chosen) ? chosen : ''
  }

  const forget = (isForgotten: (row: TrafficRow) => boolean) => {
    rows = rows.filter(row => !isForgotten(row))
    draw()
  }

  party.addEventListener('change', draw)
  find('clear-traffic', HTMLButtonElement).addEventListener('click', () => forget(() => true))
  return {
    add(more: readonly TrafficRow[], vendors: readonly VendorLink[]) {
      names = new Map(vendors.map(({ id, name }) => [id, name]))
      if (more.length > 0 || party.options.length === 0) {
        rows = withRows(rows, more)
        draw()
      }
    },
    forgetVendor: (vendor: string) => forget(row => row.from === vendor || row.to === vendor),
    redraw() {
      items = new Map()
      draw()
    },
  }
}

/** Moves only what is out of place, so that an open row keeps its focus and its scroll. */
function arrange(list: HTMLElement, wanted: readonly HTMLElement[]): void {
  const keep = new Set(wanted)
  for (const child of [...list.children]) {
    if (child instanceof HTMLElement && !keep.has(child)) child.remove()
  }
  for (const [index, item] of wanted.entries()) {
    if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null)
  }
}

function createItem(row: TrafficRow, route: string): HTMLElement {
  const detail = el('div', { class: 'detail' })
  detail.hidden = true
  const head = el(
    'button',
    { type: 'button', class: row.failed ? 'row bad' : 'row', 'aria-expanded': 'false' },
    el('time', { datetime: new Date(row.at).toISOString() }, timeText(row.at)),
    el('span', { class: 'route' }, route),
    el('span', { class: 'what' }, row.what),
    el('span', { class: 'status' }, statusText(row)),
    el('span', { class: 'ms' }, String(Math.round(row.ms))),
  )
  head.addEventListener('click', () => {
    detail.hidden = !detail.hidden
    head.setAttribute('aria-expanded', String(!detail.hidden))
    if (!detail.hidden && detail.childElementCount === 0) detail.append(...detailOf(row.detail))
  })
  return el('li', { 'data-key': row.key }, head, detail)
}

function detailOf(detail: Record<string, unknown>): HTMLElement[] {
  const known = DETAIL_KEYS.filter(key => !isBlank(detail[key]))
  if (known.length === 0) return [el('pre', {}, JSON.stringify(detail, null, 2))]
  return known.flatMap(key => [el('h4', {}, t(key)), el('pre', {}, textOf(detail[key]))])
}

function isBlank(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  )
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}

function statusText({ status, code }: TrafficRow): string {
  const text = status === null ? t('noAnswer') : status === 'ok' ? t('ok') : String(status)
  return code === undefined || code === text ? text : `${text} / ${code}`
}

function timeText(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`
}
