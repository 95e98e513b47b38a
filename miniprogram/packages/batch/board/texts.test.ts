import { boardTexts } from './texts'

jest.mock('@tarojs/taro', () => ({}))

const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join()

test('no text is empty, and each takes the same parameters in both languages', () => {
  const { zh, en } = boardTexts
  const keys = Object.keys(zh) as (keyof typeof zh)[]
  expect(keys.filter(key => !zh[key].trim() || !en[key].trim())).toEqual([])
  expect(keys.filter(key => names(zh[key]) !== names(en[key]))).toEqual([])
})
