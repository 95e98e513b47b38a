import type { Running } from '../context'
import { h } from '../dom'
import type { Builtin, Host } from '../engine'

interface PickerData {
  name: string
  mode: string
  disabled: boolean
  headerText: string
  range: unknown
  rangeKey: string
  value: unknown
  start: string
  end: string
  fields: string
}

const titles: Record<string, string> = { date: '选择日期', time: '选择时间' }

export function picker({ phone }: Running): Builtin<PickerData> {
  async function open(host: Host<PickerData>): Promise<void> {
    const { data } = host
    if (data.disabled) return
    const { element, read } = content(data)
    const title = data.headerText || titles[data.mode] || '请选择'
    const value = await phone.overlays.bottomSheet(title, element, read)
    host.emit(value === null ? 'cancel' : 'change', value === null ? {} : { value })
  }
  return {
    defaults: {
      name: '',
      mode: 'selector',
      disabled: false,
      headerText: '',
      range: [],
      rangeKey: '',
      value: null,
      start: '',
      end: '',
      fields: 'day',
    },
    attached(host) {
      host.element.addEventListener('click', () => void open(host))
    },
    update: ({ element, data }) => void element.toggleAttribute('disabled', data.disabled),
    formValue: ({ data }) => data.value,
  }
}

interface Content {
  element: HTMLElement
  read(): unknown
}

function content(data: PickerData): Content {
  if (data.mode === 'date' || data.mode === 'time') return moment(data)
  if (data.mode === 'multiSelector') {
    const columns = lists(data.range)
    const values = Array.isArray(data.value) ? data.value : []
    const selects = columns.map((column, at) => select(column, data.rangeKey, Number(values[at] ?? 0)))
    return {
      element: h('div', 'sim-wheels', ...selects),
      read: () => selects.map(each => Number(each.value)),
    }
  }
  if (data.mode === 'region') {
    const input = h('input', 'sim-panel-input')
    input.placeholder = '省 市 区，用空格分开'
    input.value = Array.isArray(data.value) ? data.value.join(' ') : ''
    return { element: input, read: () => input.value.trim().split(/\s+/) }
  }
  const wheel = select(Array.isArray(data.range) ? data.range : [], data.rangeKey, Number(data.value ?? 0))
  return { element: h('div', 'sim-wheels', wheel), read: () => Number(wheel.value) }
}

const inputTypes: Record<string, string> = { day: 'date', month: 'month', year: 'number' }

function moment(data: PickerData): Content {
  const input = h('input', 'sim-panel-input')
  input.type = data.mode === 'time' ? 'time' : (inputTypes[data.fields] ?? 'date')
  input.min = data.start
  input.max = data.end
  input.value = String(data.value ?? '')
  return { element: input, read: () => input.value }
}

function select(items: unknown[], key: string, chosen: number): HTMLSelectElement {
  const element = h('select', 'sim-wheel')
  element.size = 5
  for (const [index, item] of items.entries()) {
    const option = h('option', '', nameOf(item, key))
    option.value = String(index)
    option.selected = index === chosen
    element.append(option)
  }
  return element
}

function lists(range: unknown): unknown[][] {
  return Array.isArray(range) ? range.map(each => (Array.isArray(each) ? each : [])) : []
}

function nameOf(item: unknown, key: string): string {
  if (key && typeof item === 'object' && item !== null) return String(Object(item)[key])
  return String(item)
}
