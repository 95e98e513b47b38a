import { remindedText, remindersToSend } from './remind'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const of = (outcome: 'told' | 'soon' | 'ask', part = {}) => ({
  id: 'i_1',
  outcome,
  name: '测***',
  title: '供应商入驻',
  link: 'https://example.com/i?i=1',
  expiresAt: new Date(2026, 10, 30, 18, 5).getTime(),
  ...part,
})

test('says how many were told, and leaves out what nobody was', () => {
  expect(remindedText([of('told'), of('ask'), of('told')])).toBe(
    '2 份已在微信里提醒（晚上十点以后的，早上八点发）；1 份的人没有同意接收消息，请复制催办的话自己发',
  )
  expect(remindedText([])).toBe('列出的都已经结束，没有要催的。')
})

test('a line for each whom no message reaches, with the way in and without a whole name', () => {
  const lines = remindersToSend([
    of('ask'),
    of('told'),
    of('soon'),
    of('ask', { name: '', link: null }),
  ]).split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(
    /^测\*\*\*：您好，“供应商入驻”还没有办完，请在 .+ 前用微信打开：https:\/\/example\.com\/i\?i=1$/,
  )
  expect(lines[1]).toMatch(/^您好，“供应商入驻”还没有办完，请在 .+ 前用微信扫原来的码接着办。$/)
  expect(remindersToSend([of('told')])).toBe('')
})
