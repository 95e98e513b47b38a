/** A card a vendor: what can be ordered, what waits. */

import { isRecord } from '../../record'
import type { VendorState } from '../shapes'
import { button, el, find } from './dom'
import { t } from './i18n'
import { describeOrder, orderGroups } from './orders'
import { post } from './server'
import { switchRows } from './switches'

interface Card {
  root: HTMLElement
  update(vendor: VendorState): void
}

export interface Scripts {
  update(vendors: readonly VendorState[]): void
  /** In the words of the language that is now chosen. */
  redraw(): void
}

/** `onChange`: something was ordered or forgotten. */
export function mountScripts(onChange: (forgotten?: string) => void): Scripts {
  const holder = find('vendors', HTMLElement)
  const tabs = find('vendor-tabs', HTMLElement)
  const cards = new Map<string, Card>()
  let chosen = ''
  let latest: readonly VendorState[] = []

  const update = (vendors: readonly VendorState[]) => {
    latest = vendors
    for (const vendor of vendors) {
      const card = cards.get(vendor.id) ?? createCard(vendor, onChange)
      if (!cards.has(vendor.id)) holder.append(card.root)
      cards.set(vendor.id, card)
      card.update(vendor)
    }
    if (tabs.childElementCount === vendors.length) return
    const choose = (id: string) => {
      chosen = id
      for (const [each, { root }] of cards) root.hidden = each !== id
      for (const tab of tabs.querySelectorAll<HTMLElement>('[data-vendor-tab]'))
        tab.setAttribute('aria-pressed', String(tab.dataset.vendorTab === id))
    }
    tabs.replaceChildren(
      ...vendors.map(({ id, name }) => button(name, { 'data-vendor-tab': id }, () => choose(id))),
    )
    choose(vendors.some(({ id }) => id === chosen) ? chosen : (vendors[0]?.id ?? ''))
  }
  return {
    update,
    redraw() {
      cards.clear()
      holder.replaceChildren()
      tabs.replaceChildren()
      update(latest)
    },
  }
}

function createCard(vendor: VendorState, onChange: (forgotten?: string) => void): Card {
  const { id, name, url, orders } = vendor
  const state = el('span', { class: 'badge' })
  const notice = el('p', { class: 'notice bad', role: 'alert' })
  const auto = el('input', { type: 'checkbox' })
  const queue = el('ol', { class: 'queue', 'aria-label': `${name} ${t('queue')}` })
  const path = pathSelect(orders.paths)
  const controls = el('fieldset', {}, el('legend', { class: 'hidden' }, name))
  const switches = switchRows(vendor, result => {
    notice.textContent = result.ok ? '' : result.sentence
    onChange()
  })

  const send = async (order: Record<string, unknown>) => {
    const result = await post('/api/next', { vendor: id, ...order })
    notice.textContent = result.ok ? '' : result.sentence
    onChange()
  }
  const forget = async (question: string) => {
    if (!window.confirm(question)) return
    const result = await post('/api/reset', { vendor: id })
    notice.textContent = result.ok ? '' : result.sentence
    onChange(id)
  }
  const clear = async () => {
    const result = await post('/api/clear', { vendor: id })
    if (!result.ok && result.code === 'cannotClear') return forget(t('confirmClear'))
    notice.textContent = result.ok ? '' : result.sentence
    onChange()
  }
  const clearButton = button(t('clear'), { class: 'small', 'data-do': 'clear' }, () => void clear())

  const more = el('details', {}, el('summary', {}, t('moreOrders')))
  if (path.options.length > 1) more.append(el('label', { class: 'path' }, t('onlyPath'), ' ', path))
  for (const group of orderGroups(orders)) {
    const chips = group.buttons.map(({ label, order }) => {
      const [text, title] = typeof label === 'string' ? [t(label), {}] : [label.text, { title: label.title }]
      return button(text, { class: 'chip', ...title }, () => {
        const place = path.value === '' ? {} : { path: path.value }
        void send({ ...place, ...order, ...(auto.checked && 'outcome' in order ? { auto: true } : {}) })
      })
    })
    // What one wants to see stands open; the many codes of a provider are for those who look for one.
    const place = group.title === 'errorCodes' ? more : controls
    place.append(el('h4', {}, t(group.title)), el('div', { class: 'chips' }, ...chips))
    if (group.title === 'outcomes') controls.append(el('label', { class: 'auto' }, auto, t('auto')))
  }
  more.append(
    customOrder(send, sentence => {
      notice.textContent = sentence
    }),
  )
  controls.append(
    more,
    el('div', { class: 'queue-head' }, el('h4', {}, t('queue')), clearButton),
    queue,
    button(t('reset'), { class: 'small', 'data-do': 'reset' }, () => void forget(t('confirmReset'))),
  )
  const link = el('a', { href: url, target: '_blank', rel: 'noopener' }, t('ownPage'))
  const head = el('div', { class: 'card-head' }, el('h3', {}, name), state, link)

  return {
    root: el('article', { class: 'card', 'data-vendor': id }, head, notice, ...switches.rows, controls),
    update(now) {
      state.textContent = t(now.running ? 'running' : 'notRunning')
      state.classList.toggle('off', !now.running)
      link.hidden = !now.running
      controls.disabled = !now.running
      switches.update(now.chosen)
      clearButton.hidden = now.queue.length === 0
      const lines = now.queue.map(order => el('li', {}, describeOrder(order, t)))
      queue.replaceChildren(...(lines.length > 0 ? lines : [el('li', { class: 'none' }, t('queueEmpty'))]))
    },
  }
}

/** Which call or page the next order waits for. */
function pathSelect(paths: readonly string[]): HTMLSelectElement {
  const options = paths.map(path => el('option', { value: path }, path))
  return el('select', { 'data-do': 'path' }, el('option', { value: '' }, t('anyPath')), ...options)
}

function customOrder(
  send: (order: Record<string, unknown>) => Promise<void>,
  say: (sentence: string) => void,
): HTMLElement {
  const example = '{"outcome":"fail","callback":"missing"}'
  const input = el('textarea', { rows: '2', spellcheck: 'false', 'aria-label': t('customLabel') })
  input.value = example
  const submit = () => {
    const order = parsed(input.value)
    if (order) void send(order)
    else say(t('customInvalid'))
  }
  return el(
    'details',
    {},
    el('summary', {}, t('custom')),
    input,
    button(t('customAdd'), { class: 'small', 'data-do': 'custom' }, submit),
  )
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}
