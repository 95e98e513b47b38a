import { ActionFailureError } from '../cloud/call'

const getAppBaseInfo = jest.fn(() => ({ language: 'zh_CN' }))
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => getAppBaseInfo() },
}))

/** A fresh copy of the module: it asks for the language once. */
function load(language: string | null): typeof import('./index') {
  getAppBaseInfo.mockImplementation(() => {
    if (language === null) throw new Error('not supported')
    return { language }
  })
  let loaded: typeof import('./index') | undefined
  jest.isolateModules(() => {
    loaded = require('./index')
  })
  if (!loaded) throw new Error('not loaded')
  return loaded
}

test.each([
  ['zh_CN', '实名通'],
  ['en', 'Real-name Hub'],
  ['en_GB', 'Real-name Hub'],
  ['ja', '实名通'],
  [null, '实名通'],
])('a phone in %s reads %s', (language, name) => {
  expect(load(language).commonText('app')).toBe(name)
})

test('parameters are put in; an unknown one stays visible', () => {
  const text = load('zh_CN').defineTexts({ zh: { ago: '{n} 分钟前' }, en: { ago: '{n} min ago' } })
  expect(text('ago', { n: 5 })).toBe('5 分钟前')
  expect(text('ago')).toBe('{n} 分钟前')
})

test('a word that only a newer server knows has no text, whatever objects are made of', () => {
  const text = load('zh_CN').defineTexts({ zh: { known: '知道' }, en: { known: 'known' } })
  expect([text.has('known'), text.has('newer'), text.has('toString')]).toEqual([true, false, false])
})

test('a failure speaks by its code, and by its message when the code is newer than we are', () => {
  const { failureText } = load('zh_CN')
  expect(failureText(new ActionFailureError('BUSY', 'ignored'))).toBe('刚才有其他操作，请刷新后再试')
  const newer = Object.assign(new ActionFailureError('BUSY', '请明天再来'), { code: 'TOMORROW' })
  expect(failureText(newer)).toBe('请明天再来')
})

test.each([
  [45, '操作太频繁，请在 45 秒后再试'],
  [90, '操作太频繁，请在 2 分钟后再试'],
  [80_000, '操作太频繁，请在 23 小时后再试'],
])('what was done too often says when it may be tried again: %d s', (seconds, sentence) => {
  const { failureText } = load('zh_CN')
  expect(failureText(new ActionFailureError('TOO_MANY_CALLS', '', undefined, seconds))).toBe(sentence)
})
