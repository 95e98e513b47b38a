import { shownText } from './shown'

test('an action is shown with its fields and codes, and nobody’s data', () => {
  const asked = {
    action: 'verification.start',
    input: {
      vendor: 'qiyuesuo',
      clientKey: 'key-of-somebody-1',
      person: {
        name: '测试员甲',
        idNumber: '110101199001010015',
        contact: { type: 'mobile', value: '10020033001' },
      },
    },
  }
  expect(shownText(JSON.stringify(asked))).toEqual({
    action: 'verification.start',
    input: {
      vendor: 'qiyuesuo',
      clientKey: 'ke*** (17)',
      person: { name: '测*** (4)', idNumber: '11*** (18)', contact: { type: 'mobile', value: '10*** (11)' } },
    },
  })
})

test('a refusal shows its code; what opens something is cut, whatever it looks like', () => {
  expect(shownText('{"ok":false,"error":{"code":"BUSY"}}')).toEqual({ ok: false, error: { code: 'BUSY' } })
  expect(shownText('{"token":"abcdefgh","image":"QUJD","url":"https://example.com/t"}')).toEqual({
    token: 'a*** (8)',
    image: 'Q*** (4)',
    url: 'ht*** (21)',
  })
})

test('a long list is shown by its beginning, and what is no JSON not at all', () => {
  expect(shownText('{"items":[1,2,3,4,5]}')).toEqual({ items: [1, 2, 3, '… 5'] })
  expect(shownText('{')).toBeUndefined()
})
