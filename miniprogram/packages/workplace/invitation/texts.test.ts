import { campaignTexts } from '../campaigns/texts'
import { detailTexts } from './texts'

jest.mock('@tarojs/taro', () => ({}))

const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join()

test.each([detailTexts, campaignTexts])(
  'case %#: no text is empty, and each takes the same parameters in both languages',
  ({ zh, en }) => {
    const english = new Map(Object.entries(en))
    expect(Object.entries(zh).filter(([key, text]) => !text.trim() || !english.get(key)?.trim())).toEqual([])
    expect(Object.entries(zh).filter(([key, text]) => names(text) !== names(english.get(key) ?? ''))).toEqual(
      [],
    )
  },
)
