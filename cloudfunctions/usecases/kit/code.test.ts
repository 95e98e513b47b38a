import { createWorld } from '../../../test/support/world'
import { dataUrl, unavailable } from './code'

test.each([
  [{ errCode: 41030 }, '41030'],
  [Object.assign(new Error('no such page'), { errCode: 41030 }), '41030'],
  [new Error('no connection'), ''],
  ['no connection', ''],
  [null, ''],
  [undefined, ''],
])('of a code that WeChat did not make only its number is told: %p', (error, detail) => {
  const { deps, logged } = createWorld()
  expect(unavailable(deps, 'linkCode', error)).toMatchObject({ code: 'CODE_UNAVAILABLE', detail })
  expect(logged.join()).not.toContain('no connection')
})

test('a picture is shown from its own address', () => {
  expect(dataUrl({ type: 'png', bytes: Buffer.from('picture') })).toBe('data:image/png;base64,cGljdHVyZQ==')
})
