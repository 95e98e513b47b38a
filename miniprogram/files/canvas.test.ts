import { phone } from '../../test/support/taro'
import { canvasOf, contextOf, pictureOf } from './canvas'

jest.mock('@tarojs/taro', () => jest.requireActual('../../test/support/taro'))

const canvas = { getContext: jest.fn() }
beforeEach(() => {
  phone.reset()
  canvas.getContext.mockReset()
})

test('a canvas is found by its id, as the node that is drawn on; null while it is not there', async () => {
  const asked: unknown[] = []
  let found: object[] = [{ node: canvas }]
  const query = {
    select: (what: string) => asked.push(what) && query,
    fields: (what: object) => asked.push(what) && query,
    exec: (done: (found: object[]) => void) => done(found),
  }
  phone.can('createSelectorQuery', () => query)
  expect(await canvasOf('poster')).toBe(canvas)
  expect(asked).toEqual(['#poster', { node: true }])
  found = [Object(null)]
  expect(await canvasOf('poster')).toBeNull()
})

test('only what can write is drawn with', () => {
  const context = { fillText: () => {} }
  canvas.getContext.mockReturnValueOnce(context).mockReturnValue(null)
  expect(contextOf(Object(canvas))).toBe(context)
  expect(contextOf(Object(canvas))).toBeNull()
  expect(canvas.getContext.mock.calls).toEqual([['2d'], ['2d']])
})

test('what was drawn becomes a picture of the same size', async () => {
  phone.can('canvasToTempFilePath', async () => ({ tempFilePath: 'tmp/1.png' }))
  expect(await pictureOf(Object(canvas), { width: 300, height: 400 })).toBe('tmp/1.png')
  expect(phone.given('canvasToTempFilePath')).toEqual([
    { canvas, x: 0, y: 0, width: 300, height: 400, destWidth: 300, destHeight: 400, fileType: 'png' },
  ])
})
