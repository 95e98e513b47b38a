import type { BootOptions, Downloaded, OpenedDocument } from './runtime/types'
import { type OpenFixture, openFixture } from './testing/open-fixture'

let app: OpenFixture
afterEach(() => app.close())

const base64 = (text: string) => Buffer.from(text).toString('base64')
const bytes = (content: unknown) => Buffer.from(new Uint8Array(content as ArrayBuffer)).toString()

async function open(options: BootOptions = {}) {
  app = await openFixture({ privacyAgreed: true, ...options })
  app.wxSync('cloud.init', {})
}

const folder = () => String(Object(app.sim.wx.env).USER_DATA_PATH)
const manager = () => Object(app.wxSync('getFileSystemManager'))

/** Methods of the manager know callbacks only. */
function managed(name: string, options: object): Promise<Record<string, unknown>> {
  return new Promise(resolve => manager()[name]({ ...options, success: resolve, fail: resolve }))
}

/** 3 × 2 px, as far as anybody looks. */
const png = Uint8Array.from(
  Buffer.from('89504e470d0a1a0a0000000d494844520000000300000002080600000000000000', 'hex'),
)

describe('the FileSystemManager', () => {
  test('writes base64 and text below USER_DATA_PATH and reads them back', async () => {
    await open()
    const filePath = `${folder()}/a.txt`
    const written = await managed('writeFile', { filePath, data: base64('表格'), encoding: 'base64' })
    expect(written).toEqual({ errMsg: 'writeFile:ok' })
    expect(await managed('readFile', { filePath, encoding: 'utf8' })).toMatchObject({ data: '表格' })
    expect(await managed('readFile', { filePath, encoding: 'base64' })).toMatchObject({
      data: base64('表格'),
    })
    manager().writeFileSync(filePath, '文字')
    expect(bytes(manager().readFileSync(filePath))).toBe('文字')
  })

  test('keeps bytes as they are: ArrayBuffer and binary', async () => {
    await open()
    const filePath = `${folder()}/a.bin`
    const every = Uint8Array.from({ length: 256 }, (_, at) => at)
    expect(await managed('writeFile', { filePath, data: every.buffer })).toEqual({ errMsg: 'writeFile:ok' })
    const { data } = await managed('readFile', { filePath, encoding: 'binary' })
    await managed('writeFile', { filePath, data, encoding: 'binary' })
    expect(new Uint8Array(manager().readFileSync(filePath))).toEqual(every)
  })

  test('reads a part; beyond the end it fails', async () => {
    await open()
    const filePath = `${folder()}/a.txt`
    manager().writeFileSync(filePath, '0123456789')
    const part = await managed('readFile', { filePath, encoding: 'utf8', position: 2, length: 3 })
    expect(part).toMatchObject({ data: '234' })
    expect(await managed('readFile', { filePath, position: 8, length: 3 })).toMatchObject({ errno: 1300066 })
  })

  test('writes nowhere else, and makes no folders', async () => {
    await open()
    const outside = await managed('writeFile', { filePath: 'wxfile://tmp_1.txt', data: 'x' })
    expect(outside).toMatchObject({ errno: 1300013, errMsg: expect.stringMatching(/permission denied/) })
    const below = await managed('writeFile', { filePath: `${folder()}/folder/a.txt`, data: 'x' })
    expect(below).toMatchObject({ errno: 1300002 })
  })

  test('what was deleted is gone', async () => {
    await open()
    const filePath = `${folder()}/a.txt`
    manager().writeFileSync(filePath, 'x')
    expect(await managed('unlink', { filePath })).toEqual({ errMsg: 'unlink:ok' })
    expect(await managed('unlink', { filePath })).toMatchObject({ errno: 1300002 })
    expect(() => manager().accessSync(filePath)).toThrow('no such file or directory')
  })

  test('gives no promise, as on devices', async () => {
    await open()
    expect(manager().readFile({ filePath: 'wxfile://usr/none' })).toBeUndefined()
    await new Promise(resolve => setTimeout(resolve, 5))
    expect(app.errors()).toEqual([])
  })
})

describe('openDocument', () => {
  const opened: OpenedDocument[] = []
  beforeEach(async () => {
    opened.length = 0
    await open({ onOpenDocument: document => opened.push(document) })
    manager().writeFileSync(`${folder()}/批次.xlsx`, base64('PK'), 'base64')
    app.forget()
  })
  const show = (more: object = {}) =>
    app.wx('openDocument', { filePath: `${folder()}/批次.xlsx`, fileType: 'xlsx', ...more })

  test('shows name and size, hides the app meanwhile, and tells the test', async () => {
    expect((await show()).errMsg).toBe('openDocument:ok')
    expect(app.overlayText()).toContain('批次.xlsx')
    expect(app.overlayText()).toContain('2 B')
    expect(app.overlayText()).not.toContain('保存')
    expect(opened).toMatchObject([{ name: '批次.xlsx', fileType: 'xlsx', showMenu: false }])
    expect(Buffer.from(opened[0]?.content ?? []).toString()).toBe('PK')
    app.tap('[aria-label="返回"]')
    expect(app.overlayText()).toBe('')
    expect(app.names()).toEqual(['home.onHide', 'App.onHide', 'App.onShow', 'home.onShow', 'card.show'])
  })

  test('with the menu it can be saved', async () => {
    await show({ showMenu: true })
    const links: string[] = []
    app.window.HTMLAnchorElement.prototype.click = function () {
      links.push(`${this.download} ${this.href}`)
    }
    app.tap('保存')
    expect(links).toEqual([
      `批次.xlsx data:application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;base64,${base64('PK')}`,
    ])
  })

  test.each([
    ['a file that is not there', { filePath: 'wxfile://usr/none.xlsx' }, "file doesn't exist"],
    ['an address of the network', { filePath: 'https://example.com/a.pdf' }, "file doesn't exist"],
    ['a type WeChat cannot show', { fileType: 'csv' }, 'filetype not supported'],
  ])('%s fails', async (_name, options, reason) => {
    expect((await show(options)).errMsg).toBe(`openDocument:fail ${reason}`)
    expect(opened).toEqual([])
  })
})

describe('pictures of the network', () => {
  const url = 'http://127.0.0.1:8688/qr/1?size=2'
  const asked: string[] = []
  const vendor = (answer: Downloaded): BootOptions => ({
    downloadDomains: ['http://127.0.0.1:8688'],
    download: async address => {
      asked.push(address)
      return answer
    },
  })
  beforeEach(() => {
    asked.length = 0
  })

  test('downloaded, measured and saved to the album', async () => {
    const saved: Uint8Array[] = []
    const onSaveImage = (content: Uint8Array) => void saved.push(content)
    await open({ ...vendor({ statusCode: 200, content: png }), onSaveImage })
    const { tempFilePath, statusCode } = await app.wx('downloadFile', { url })
    expect([statusCode, tempFilePath]).toEqual([200, expect.stringMatching(/^wxfile:\/\/tmp_\d+\.png$/)])
    const info = await app.wx('getImageInfo', { src: tempFilePath })
    expect(info).toMatchObject({ width: 3, height: 2, type: 'png', path: tempFilePath })
    const { errMsg } = await app.wx('saveImageToPhotosAlbum', { filePath: tempFilePath })
    expect(errMsg).toBe('saveImageToPhotosAlbum:ok')
    expect(saved.map(each => Buffer.from(each).toString('hex'))).toEqual([Buffer.from(png).toString('hex')])
    expect(app.sim.album()).toHaveLength(1)
    expect(asked).toEqual([url])
  })

  test('measured straight from the network', async () => {
    await open(vendor({ statusCode: 200, content: png }))
    expect(await app.wx('getImageInfo', { src: url })).toMatchObject({ width: 3, height: 2 })
  })

  test.each([
    ['another port', 'http://127.0.0.1:8689/qr'],
    ['another protocol', 'https://127.0.0.1:8688/qr'],
    ['a longer name', 'http://127.0.0.1.example.com:8688/qr'],
    ['a name before the @', 'http://127.0.0.1:8688@example.com/qr'],
  ])('an address that is not in the list is refused: %s', async (_name, address) => {
    await open(vendor({ statusCode: 200, content: png }))
    const failed = { errMsg: 'downloadFile:fail url not in domain list' }
    expect(await app.wx('downloadFile', { url: address })).toEqual(failed)
    expect((await app.wx('getImageInfo', { src: address })).errMsg).toMatch(/url not in domain list/)
    expect(asked).toEqual([])
  })

  test('without a list nothing is downloaded', async () => {
    await open({ download: async () => ({ statusCode: 200, content: png }) })
    expect((await app.wx('downloadFile', { url })).errMsg).toBe('downloadFile:fail url not in domain list')
  })

  test('an answer of the server that says no is a success with its status, as in WeChat', async () => {
    await open(vendor({ statusCode: 404, content: Uint8Array.of(1) }))
    expect(await app.wx('downloadFile', { url })).toMatchObject({ statusCode: 404 })
    expect((await app.wx('getImageInfo', { src: url })).errMsg).toMatch(/statusCode 404/)
  })

  test('a path of the app’s own is where the file then lies', async () => {
    await open(vendor({ statusCode: 200, content: png }))
    const filePath = `${folder()}/qr.png`
    expect(await app.wx('downloadFile', { url, filePath })).toMatchObject({ filePath, statusCode: 200 })
    expect((await app.wx('downloadFile', { url, filePath: '/qr.png' })).errMsg).toMatch(/permission denied/)
    expect(await app.wx('getImageInfo', { src: filePath })).toMatchObject({ width: 3 })
  })

  test('the album takes pictures of the phone only', async () => {
    await open()
    manager().writeFileSync(`${folder()}/a.png`, 'no picture')
    const save = async (filePath: string) => (await app.wx('saveImageToPhotosAlbum', { filePath })).errMsg
    expect(await save(`${folder()}/a.png`)).toBe('saveImageToPhotosAlbum:fail invalid file type')
    expect(await save(url)).toBe('saveImageToPhotosAlbum:fail file not found')
    expect(await save('/assets/dot.png')).toBe('saveImageToPhotosAlbum:ok')
  })

  test('the viewer shows pictures of the network and of the phone, and the app comes back after it', async () => {
    await open()
    manager().writeFileSync(`${folder()}/a.png`, Buffer.from(png).toString('base64'), 'base64')
    app.forget()
    await app.wx('previewImage', { urls: [url, `${folder()}/a.png`], current: url })
    expect(app.qa('img').map(each => each.getAttribute('src')?.slice(0, 21))).toEqual([
      'http://127.0.0.1:8688',
      'data:image/png;base64',
    ])
    app.tap('.sim-picture')
    expect(app.overlayText()).toBe('')
    expect(app.names()).toContain('App.onShow')
    expect((await app.wx('previewImage', { urls: [] })).errMsg).toMatch(/^previewImage:fail parameter error/)
  })

  test('JPEG and GIF are measured too; what is no picture fails', async () => {
    await open()
    const jpeg = 'ffd8ffe000104a46494600010100000100010000ffc00011080002000303012200021101031101'
    manager().writeFileSync(`${folder()}/a.jpg`, Buffer.from(jpeg, 'hex').toString('base64'), 'base64')
    const gif = Buffer.from('474946383961030002000000', 'hex').toString('base64')
    manager().writeFileSync(`${folder()}/a.gif`, gif, 'base64')
    manager().writeFileSync(`${folder()}/a.txt`, 'text')
    const size = { width: 3, height: 2 }
    expect(await app.wx('getImageInfo', { src: `${folder()}/a.jpg` })).toMatchObject({
      ...size,
      type: 'jpeg',
    })
    expect(await app.wx('getImageInfo', { src: `${folder()}/a.gif` })).toMatchObject({ ...size, type: 'gif' })
    expect((await app.wx('getImageInfo', { src: `${folder()}/a.txt` })).errMsg).toMatch(/not supported/)
  })
})

describe('files of the cloud', () => {
  test('are deleted by their ids; each has its own answer', async () => {
    await open({
      removeFiles: async ids =>
        ids.map(fileID =>
          fileID.endsWith('a')
            ? { fileID, status: 0, errMsg: 'ok' }
            : { fileID, status: -503003, errMsg: 'storage file not exists' },
        ),
    })
    const { errMsg, fileList } = await app.wx('cloud.deleteFile', {
      fileList: ['cloud://e/a', 'cloud://e/b'],
    })
    expect(errMsg).toBe('cloud.deleteFile:ok')
    expect(fileList).toMatchObject([
      { fileID: 'cloud://e/a', status: 0 },
      { fileID: 'cloud://e/b', status: -503003 },
    ])
  })

  test('an empty list, or more than 50, fails', async () => {
    await open({ removeFiles: async () => [] })
    for (const fileList of [[], Array.from({ length: 51 }, (_, at) => `cloud://e/${at}`)])
      expect((await app.wx('cloud.deleteFile', { fileList })).errMsg).toMatch(/^cloud\.deleteFile:fail/)
  })
})
