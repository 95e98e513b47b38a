import { receiptLayout } from './receipt'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))

const receipt = {
  product: '实名通',
  title: '认证成功',
  rows: [
    { name: '编号', text: 'v_00000000000000000000000000000000' },
    { name: '依据', text: '这次认证之前您还没有实名，契约锁现在确认您已通过，另外还有一句很长的话。' },
  ],
}

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
