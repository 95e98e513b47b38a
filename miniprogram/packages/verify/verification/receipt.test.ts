import { phone } from '../../../../test/support/taro'
import { drawReceipt, receiptCanvas, receiptLayout } from './receipt'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))

const receipt = {
  product: '实名通',
  title: '认证成功',
  rows: [
    { name: '编号', text: 'v_00000000000000000000000000000000' },
    { name: '依据', text: '这次认证之前您还没有实名，契约锁现在确认您已通过，另外还有一句很长的话。' },
  ],
}

test('the heading stands on its colour, and every row below it on paper', () => {
  const rows = [
    { name: '编号', text: 'v_1' },
    { name: '时间', text: '今天' },
  ]
  const [paper, ink, pale] = ['#ffffff', '#1a1a1a', '#5c5c5c']
  expect(receiptLayout({ ...receipt, rows })).toEqual({
    height: 504,
    items: [
      { kind: 'box', y: 0, height: 504, color: paper },
      { kind: 'box', y: 0, height: 200, color: '#017a3b' },
      { kind: 'text', text: '实名通', x: 56, y: 64, size: 28, color: paper },
      { kind: 'text', text: '认证成功', x: 56, y: 136, size: 48, color: paper },
      { kind: 'text', text: '编号', x: 56, y: 272, size: 26, color: pale },
      { kind: 'text', text: 'v_1', x: 56, y: 318, size: 30, color: ink },
      { kind: 'text', text: '时间', x: 56, y: 388, size: 26, color: pale },
      { kind: 'text', text: '今天', x: 56, y: 434, size: 30, color: ink },
    ],
  })
})

test('every row stands below the one before, and all of it on the paper', () => {
  const { items, height } = receiptLayout(receipt)
  const texts = items.flatMap(item => (item.kind === 'text' ? [item] : []))
  const places = texts.map(({ y }) => y)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(Math.max(...places)).toBeLessThan(height)
})

test('a long sentence is broken into lines that fit, and nothing of it is lost', () => {
  const texts = receiptLayout(receipt).items.flatMap(item => (item.kind === 'text' ? [item.text] : []))
  const from = texts.indexOf('依据') + 1
  expect(texts.slice(from).join('')).toBe(receipt.rows[1]?.text)
  for (const text of texts.slice(from)) expect([...text].length).toBeLessThanOrEqual(21)
})

test('latin signs are half as wide', () => {
  const lines = (text: string) =>
    receiptLayout({ ...receipt, rows: [{ name: '编号', text }] }).items.flatMap(item =>
      item.kind === 'text' && item.size === 30 ? [item.text] : [],
    )
  expect(lines('甲'.repeat(21))).toHaveLength(1)
  expect(lines('甲'.repeat(22)).map(each => each.length)).toEqual([21, 1])
  expect(lines('\u00ff'.repeat(39)).map(each => each.length)).toEqual([38, 1])
  expect(lines('')).toEqual([''])
})

describe('drawn', () => {
  /** A canvas that writes down what is drawn, with the settings of that moment. */
  function canvas(node: object | null) {
    phone.reset()
    const drawn: unknown[][] = []
    const pen: Record<string, unknown> = {
      fillRect: (...given: unknown[]) => drawn.push([pen.fillStyle, ...given]),
      fillText: (...given: unknown[]) =>
        drawn.push([pen.fillStyle, pen.font, pen.textAlign, pen.textBaseline, ...given]),
    }
    const found = node && Object.assign(node, { getContext: () => ('without' in node ? {} : pen) })
    const query = {
      select: (id: string) => phone.did.push(['select', id]) && query,
      fields: () => query,
      exec: (done: (all: unknown[]) => void) => done([found && { node: found }]),
    }
    phone.can('createSelectorQuery', () => query)
    phone.can('canvasToTempFilePath', async () => ({ tempFilePath: 'tmp/receipt.png' }))
    return drawn
  }

  test('as it is laid out, and kept as a picture of the phone', async () => {
    const { items, height } = receiptLayout(receipt)
    const node = { width: 0, height: 0 }
    const drawn = canvas(node)
    expect(await drawReceipt(receipt)).toBe('tmp/receipt.png')
    expect(node).toMatchObject({ width: 750, height })
    expect(drawn).toEqual(
      items.map(item =>
        item.kind === 'box'
          ? [item.color, 0, item.y, 750, item.height]
          : [item.color, `${item.size}px sans-serif`, 'left', 'middle', item.text, item.x, item.y],
      ),
    )
    expect(phone.given('select')).toEqual([`#${receiptCanvas}`])
    expect(phone.given('canvasToTempFilePath')).toMatchObject([{ width: 750, destHeight: height }])
  })

  test('or not, where nothing can be drawn or kept', async () => {
    canvas(null)
    expect(await drawReceipt(receipt)).toBeNull()
    canvas({ without: 'context' })
    expect(await drawReceipt(receipt)).toBeNull()
    canvas({})
    phone.can('canvasToTempFilePath', () => Promise.reject(new Error('full')))
    expect(await drawReceipt(receipt)).toBeNull()
  })
})
