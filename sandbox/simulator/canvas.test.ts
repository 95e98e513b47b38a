import type { BootOptions } from './runtime/types'
import { type OpenFixture, openFixture } from './testing/open-fixture'

let app: OpenFixture
afterEach(() => app.close())

/** 3 × 2 px, as far as anybody looks. */
const png = Uint8Array.from(
  Buffer.from('89504e470d0a1a0a0000000d494844520000000300000002080600000000000000', 'hex'),
)

async function open(options: BootOptions = {}) {
  app = await openFixture({ privacyAgreed: true, launch: { path: 'pages/canvas/index' }, ...options })
}

/** What a query finds; `ask` is a method of the node reference. */
function found(
  selector: string,
  ask: 'fields' | 'node',
  fields?: object,
): Promise<Record<string, unknown>[]> {
  const reference = Object(app.wxSync('createSelectorQuery')).select(selector)
  return new Promise(resolve => {
    const query = ask === 'fields' ? reference.fields(fields) : reference.node()
    query.exec(resolve)
  })
}

describe('a selector query', () => {
  beforeEach(() => open())

  test('gives the Canvas of a 2d canvas with fields and with node', async () => {
    const [both] = await found('#poster', 'fields', { node: true, size: true })
    expect(both).toEqual({ node: expect.anything(), width: expect.any(Number), height: expect.any(Number) })
    const [alone] = await found('#poster', 'node')
    expect(alone).toEqual({ node: both?.node })
    expect(alone?.node).toMatchObject({ width: 300, height: 150 })
  })

  test('calls the function of node() with it too', async () => {
    const query = Object(app.wxSync('createSelectorQuery'))
    const heard = await new Promise<object>(resolve => query.select('#poster').node(resolve).exec())
    expect(heard).toMatchObject({ node: { width: 300 } })
  })

  test('gives no node of an old canvas, of another element and when it was not asked', async () => {
    expect(await found('#old', 'node')).toEqual([{ node: null }])
    expect(await found('#draw', 'node')).toEqual([{ node: null }])
    expect(await found('#none', 'node')).toEqual([null])
    expect(await found('#poster', 'fields', { id: true })).toEqual([{ id: 'poster' }])
  })

  test('knows the context 2d only', async () => {
    const [{ node } = {}] = await found('#poster', 'node')
    expect(Object(node).getContext('webgl')).toBeNull()
    expect(Object(node).getContext('2d').measureText('四个汉字').width).toBeGreaterThan(0)
  })
})

describe('where nothing is drawn', () => {
  test('the app can draw its poster and hears that it could not be saved', async () => {
    await open()
    app.tap('#draw')
    await app.until(() => app.last('not saved'))
    expect(app.last('not saved')).toBe('canvasToTempFilePath:fail nothing is drawn here')
    expect(app.errors()).toEqual([])
  })

  test('a test may stand in with a picture, which then is a file of the phone', async () => {
    const asked: unknown[] = []
    await open({
      canvasPicture: cut => {
        asked.push([cut.destWidth, cut.destHeight, cut.fileType])
        return png
      },
    })
    app.tap('#draw')
    const filePath = await app.until(() => app.last('saved'))
    expect(asked).toEqual([[200, 120, 'png']])
    const { errMsg } = await app.wx('saveImageToPhotosAlbum', { filePath })
    expect(errMsg).toBe('saveImageToPhotosAlbum:ok')
    expect(app.sim.album()).toHaveLength(1)
  })

  test('a picture that is not there is an error of the image', async () => {
    await open()
    const [{ node } = {}] = await found('#poster', 'node')
    const image = Object(node).createImage()
    const outcome = (src: string) =>
      new Promise(resolve => {
        image.onload = () => resolve('load')
        image.onerror = () => resolve('error')
        image.src = src
      })
    expect(await outcome('/assets/dot.png')).toBe('load')
    expect(await outcome('/assets/none.png')).toBe('error')
    expect(await outcome('https://example.com/a.png')).toBe('error')
  })
})

describe('canvasToTempFilePath', () => {
  const sizes: unknown[] = []
  beforeEach(async () => {
    sizes.length = 0
    await open({
      canvasPicture: ({ destWidth, destHeight, fileType }) => {
        sizes.push([destWidth, destHeight, fileType])
        return png
      },
    })
  })

  test('has as many pixels as the screen when nobody says how many', async () => {
    const [{ node } = {}] = await found('#poster', 'node')
    await app.wx('canvasToTempFilePath', { canvas: node })
    await app.wx('canvasToTempFilePath', { canvas: node, x: 100, width: 50, fileType: 'jpg' })
    expect(sizes).toEqual([
      [600, 300, 'png'],
      [100, 300, 'jpg'],
    ])
  })

  test('fails without the Canvas of a query and for an area of nothing', async () => {
    expect((await app.wx('canvasToTempFilePath', { canvas: {} })).errMsg).toBe(
      'canvasToTempFilePath:fail canvas is empty',
    )
    const [{ node } = {}] = await found('#poster', 'node')
    expect((await app.wx('canvasToTempFilePath', { canvas: node, width: 0 })).errMsg).toBe(
      'canvasToTempFilePath:fail create bitmap failed',
    )
  })
})

describe('showShareImageMenu', () => {
  beforeEach(() => open())
  const show = (path = '/assets/dot.png') => app.wx('showShareImageMenu', { path })

  test('sends the picture to a friend', async () => {
    const answer = show()
    app.tap('发送给朋友')
    expect((await answer).errMsg).toBe('showShareImageMenu:ok')
    expect(app.sim.lastShare()).toEqual({ imagePath: '/assets/dot.png' })
    expect(app.overlayText()).toContain('已发送')
  })

  test('saves it', async () => {
    const answer = show()
    app.tap('保存图片')
    expect((await answer).errMsg).toBe('showShareImageMenu:ok')
    expect(app.sim.album()).toHaveLength(1)
  })

  test('cancelled, it fails', async () => {
    const answer = show()
    app.tap('取消')
    expect((await answer).errMsg).toBe('showShareImageMenu:fail cancel')
  })

  test('takes files of the phone only', async () => {
    expect((await show('https://example.com/a.png')).errMsg).toBe('showShareImageMenu:fail file not found')
  })
})
