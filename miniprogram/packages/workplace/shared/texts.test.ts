import { homeTexts } from '../home/texts'
import { caseTexts } from '../verification/texts'
import { listTexts } from '../verifications/texts'
import { sharedTexts } from './texts'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join()

test.each([
  ['shared', sharedTexts],
  ['home', homeTexts],
  ['verifications', listTexts],
  ['verification', caseTexts],
])('%s: no text is empty, and each takes the same parameters in both languages', (_room, texts) => {
  const zh: Record<string, string> = texts.zh
  const en: Record<string, string> = texts.en
  const keys = Object.keys(zh)
  expect(keys.filter(key => !zh[key]?.trim() || !en[key]?.trim())).toEqual([])
  expect(keys.filter(key => names(zh[key] ?? '') !== names(en[key] ?? ''))).toEqual([])
})
