import { ActionFailureError } from '../cloud/call'
import { en } from './en'
import { zh } from './zh'

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

const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

test('both languages have the same keys', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
})

test('no text is empty, and each takes the same parameters in both languages', () => {
  const keys = Object.keys(zh) as (keyof typeof zh)[]
  expect(keys.filter(key => !zh[key].trim() || !en[key].trim())).toEqual([])
  expect(keys.filter(key => names(zh[key]).join() !== names(en[key]).join())).toEqual([])
})

test('only the text of a verified state says that it succeeded', () => {
  const claims = Object.entries(zh).filter(([, text]) => /认证成功/.test(text))
  expect(claims.map(([key]) => key)).toEqual(['state.verified'])
})

test.each([
  ['zh_CN', '实名通'],
  ['en', 'Real-name Hub'],
  ['en_GB', 'Real-name Hub'],
  ['ja', '实名通'],
  [null, '实名通'],
])('a phone in %s reads %s', (language, name) => {
  expect(load(language).t('app.name')).toBe(name)
})

test('parameters are put in; an unknown one stays visible', () => {
  const { t } = load('zh_CN')
  expect(t('time.minutes', { n: 5 })).toBe('5 分钟前')
  expect(t('time.minutes')).toBe('{n} 分钟前')
})

test('a failure speaks by its code, and by its message when the code is newer than we are', () => {
  const { failureText } = load('zh_CN')
  expect(failureText(new ActionFailureError('BUSY', 'ignored'))).toBe('刚才有其他操作，请刷新后再试')
  const newer = Object.assign(new ActionFailureError('BUSY', '请明天再来'), { code: 'TOMORROW' })
  expect(failureText(newer)).toBe('请明天再来')
})
