import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Texts } from '../miniprogram/i18n'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

/** Every room that defines texts, found by the call that makes them. */
const miniprogram = path.join(__dirname, '../miniprogram')
const rooms = readdirSync(miniprogram, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !/\.test\.ts$|define-texts\.ts$/.test(file))
  .filter(file => /= defineTexts\(/.test(readFileSync(path.join(miniprogram, file), 'utf8')))
  .sort()

const isTexts = (value: unknown): value is Texts<string> =>
  typeof value === 'function' && 'dictionary' in value
const textsIn = (room: string): Texts<string>[] =>
  Object.values(require(path.join(miniprogram, room)) as Record<string, unknown>).filter(isTexts)
const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join()

test('the rooms are found', () => {
  expect(rooms.length).toBeGreaterThan(25)
})

test.each(rooms)('%s: no text is empty, and each takes the same parameters in both languages', room => {
  const found = textsIn(room)
  expect(found).not.toEqual([])
  for (const { dictionary } of found) {
    const { zh, en } = dictionary
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    const keys = Object.keys(zh)
    expect(keys.filter(key => !zh[key]?.trim() || !en[key]?.trim())).toEqual([])
    expect(keys.filter(key => names(zh[key] ?? '') !== names(en[key] ?? ''))).toEqual([])
  }
})

test('only the text of a verified state says that it succeeded', () => {
  const claims = rooms.flatMap(room =>
    textsIn(room).flatMap(({ dictionary }) =>
      Object.entries(dictionary.zh).flatMap(([key, text]) =>
        /认证成功/.test(text) ? [`${room} ${key}`] : [],
      ),
    ),
  )
  // The second is told to operators, of invitations whose facts have come in.
  expect(claims).toEqual([
    'packages/workplace/invitation/texts.ts event.allVerified',
    'status/texts.ts verified',
  ])
})

test('a vendor is named by the server: no text says which it is', () => {
  const named = rooms.flatMap(room =>
    textsIn(room).flatMap(({ dictionary: { zh, en } }) =>
      Object.keys(zh).flatMap(key =>
        /契约锁|电子签(?!约)|e签宝|Qiyuesuo|e-Sign|eSign/.test(`${zh[key]} ${en[key]}`)
          ? [`${room} ${key}`]
          : [],
      ),
    ),
  )
  // These are about one vendor only: its invitations of earlier years, and a word of its flows.
  const its =
    /^packages\/workplace\/legacy\/texts\.ts |texts\.ts legacy\.note$|^outline\/texts\.ts maker\.esign$/
  expect(named.filter(each => !its.test(each))).toEqual([])
})
