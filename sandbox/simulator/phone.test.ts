import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { browserEnvironment, launchBrowser, unpackBrowser } from './chromium'
import { createPhone } from './phone'
import { nativeFixture } from './testing/open-fixture'

let browser: Browser
let page: Page
let base: string
let foreign: string
const pictures: Record<string, { status: number; body: Buffer | string }> = {
  '/qr.png': { status: 200, body: readFileSync(path.join(nativeFixture, 'assets/dot.png')) },
  '/gone.png': { status: 410, body: 'gone' },
}
const invoked: { name: string; openid: string; body: string }[] = []
const servers: Server[] = []

function listen(server: Server): Promise<string> {
  servers.push(server)
  return new Promise(resolve =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve(`http://127.0.0.1:${port}`)
    }),
  )
}

beforeAll(async () => {
  const cloudUrl = await listen(
    createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      invoked.push({ name: request.url ?? '', openid: String(request.headers['x-wx-openid']), body })
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}')
    }),
  )
  foreign = await listen(
    createServer((request, response) => {
      const picture = pictures[request.url ?? '']
      const html = request.url?.startsWith('/sign/') ? pluginHtml : programHtml
      if (picture) response.writeHead(picture.status).end(picture.body)
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
    }),
  )
  const phone = createPhone({
    weappDir: nativeFixture,
    cloudUrl,
    plugins: { 'sign-plugin': `${foreign}/sign` },
    miniPrograms: { wxOther: `${foreign}/other` },
    miniProgramNames: { wxOther: '别的小程序' },
    downloadDomains: [foreign],
    fileUrl: fileID => (fileID === 'cloud://e/qr' ? `${foreign}/qr.png` : null),
    removeFiles: async (openid, fileIDs) =>
      fileIDs.map(fileID => ({ fileID, status: 0, errMsg: `ok for ${openid}` })),
  })
  base = await listen(
    createServer(async (request, response) => {
      if (await phone(request, response)) return
      response.writeHead(404).end()
    }),
  )
  browser = await launchBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  for (const server of servers) server.close()
})

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 375, height: 812 } })
})
afterEach(() => page.close())

const pluginHtml = `<meta charset=utf-8><p id=q></p><button onclick="send({type:'emit',event:'authSuccessCb',args:[]})">成功</button>
<script>q.textContent=location.pathname+location.search
const send=m=>parent.postMessage({wxPlugin:1,...m},'*')
addEventListener('message',e=>{if(e.data.event==='jumpTo')send({type:'jump',url:e.data.args[0]})})
send({type:'ready'})</script>`
const programHtml = `<meta charset=utf-8><p id=q></p><button onclick="send({type:'exit',extraData:{n:1}})">返回</button>
<script>const send=m=>parent.postMessage({wxMiniProgram:1,...m},'*')
addEventListener('message',e=>{q.textContent=JSON.stringify(e.data)})
send({type:'ready'})</script>`

test('at 375 × 812 the app fills the phone, with status bar, title and Chinese text', async () => {
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  await page.goto(`${base}/phone/`)
  await page.getByText('你好true').waitFor()
  expect(await page.locator('.sim-title').textContent()).toBe('首页')
  expect(await page.locator('.sim-phone').boundingBox()).toEqual({ x: 0, y: 0, width: 375, height: 812 })
  expect(await page.locator('.sim-page').boundingBox()).toEqual({ x: 0, y: 88, width: 375, height: 724 })
  // 20rpx are 10 px here.
  expect(await page.locator('#title').evaluate(element => getComputedStyle(element).padding)).toBe('10px')
  const picture = await page.locator('#title').screenshot()
  const blank = await page.locator('#title').evaluate(element => {
    element.textContent = ''
    return element.clientHeight
  })
  expect(blank).toBeLessThan(60)
  expect(picture.equals(await page.locator('#title').screenshot())).toBe(false)
  expect(errors).toEqual([])
})

test('URL parameters choose user, page, query and scene; cloud calls carry the user', async () => {
  await page.goto(
    `${base}/phone/?openid=oTwo&path=pages/second/index%3Fa%3D1&query=scene%3Ds%253D1&scene=1047`,
  )
  await page.getByText('第二页').first().waitFor()
  const launch = await page.evaluate('__sim.wx.getLaunchOptionsSync()')
  expect(launch).toMatchObject({ path: 'pages/second/index', query: { a: '1', scene: 's%3D1' }, scene: 1047 })
  await page.evaluate('__sim.wx.cloud.init()')
  const answer = await page.evaluate("__sim.wx.cloud.callFunction({name:'api',data:{a:'中'}})")
  expect(answer).toMatchObject({ result: { ok: true } })
  expect(invoked.at(-1)).toEqual({ name: '/invoke/api', openid: 'oTwo', body: '{"a":"中"}' })
})

test('on a PC the app fills the window, without a status bar, and rpx grow with it', async () => {
  await page.setViewportSize({ width: 1000, height: 700 })
  await page.goto(`${base}/phone/?platform=windows`)
  await page.getByText('你好true').waitFor()
  expect(await page.locator('.sim-phone').boundingBox()).toEqual({ x: 0, y: 0, width: 1000, height: 700 })
  expect(await page.locator('.sim-page').boundingBox()).toEqual({ x: 0, y: 44, width: 1000, height: 656 })
  const padding = await page.locator('#title').evaluate(element => getComputedStyle(element).paddingLeft)
  expect(Number.parseFloat(padding)).toBeCloseTo((20 * 1000) / 750, 1)
  expect(await page.evaluate('__sim.wx.getWindowInfo()')).toMatchObject({
    windowWidth: 1000,
    windowHeight: 656,
  })
  expect(await page.evaluate('__sim.stats.warnings')).toEqual([
    'without "resizable" in app.json WeChat keeps the window at 414 px',
  ])
})

test('a plugin page in an iframe: event, jumpTo, back to the opener', async () => {
  await page.goto(`${base}/phone/`)
  await page.getByText('你好true').waitFor()
  await page.evaluate(`__sim.wx.navigateTo({url:'plugin://sign-plugin/personal-auth?ticket=t', events:{authSuccessCb(){ __channel.emit('jumpTo') }}})
    .then(opened => { window.__channel = opened.eventChannel })`)
  const frame = page.frameLocator('.sim-plugin iframe')
  await frame.getByText('/sign/personal-auth?ticket=t').waitFor()
  await frame.getByText('成功').click()
  await page.locator('.sim-plugin').waitFor({ state: 'detached' })
  expect(await page.locator('#title').isVisible()).toBe(true)
})

test('a message from another window does not count', async () => {
  await page.goto(`${base}/phone/`)
  await page.getByText('你好true').waitFor()
  await page.evaluate("__sim.wx.navigateTo({url:'plugin://sign-plugin/doc'})")
  await page.frameLocator('.sim-plugin iframe').getByText('/sign/doc').waitFor()
  await page.evaluate("window.postMessage({wxPlugin:1,type:'back'},'*')")
  await page.waitForTimeout(50)
  expect(await page.locator('.sim-plugin').count()).toBe(1)
})

test('another mini-program in an iframe: real tap, confirmation, extraData both ways', async () => {
  await page.goto(`${base}/phone/`)
  await page.locator('#jump').click()
  await page.getByText('即将打开“别的小程序”小程序').waitFor()
  await page.getByText('允许').click()
  const frame = page.frameLocator('.sim-program iframe')
  await frame.getByText('"extraData":{"flow":"f1"}').waitFor()
  await frame.getByText('返回').click()
  await page.locator('.sim-program').waitFor({ state: 'detached' })
  expect(await page.evaluate('__sim.wx.getEnterOptionsSync()')).toMatchObject({
    scene: 1038,
    referrerInfo: { appId: 'wxOther', extraData: { n: 1 } },
  })
})

test('the path reaches the other mini-program unchanged, and so does everything else', async () => {
  const jump = {
    appId: 'wxOther',
    path: '/pages/guide?from=SFY&to=CONTRACT_DETAIL&id=yDw1&name=测试甲有限公司&next=%2Fa%3Fb%3D1%26c=%25#end',
    extraData: { 说明: 'a&b=c', list: [1, null] },
    envVersion: 'trial',
  }
  await page.goto(`${base}/phone/`)
  await page.getByText('你好true').waitFor()
  await page.evaluate(
    `document.querySelector('#title').addEventListener('click', () => __sim.wx.navigateToMiniProgram(${JSON.stringify(jump)}))`,
  )
  await page.locator('#title').click()
  await page.getByText('允许').click()
  const frame = page.frameLocator('.sim-program iframe')
  await frame.locator('#q').filter({ hasText: 'enter' }).waitFor()
  expect(JSON.parse((await frame.locator('#q').textContent()) ?? '')).toEqual({
    wxMiniProgram: 1,
    type: 'enter',
    ...jump,
    embedded: false,
  })
  expect(await page.locator('.sim-program iframe').getAttribute('src')).toBe(`${foreign}/other`)
})

test('downloads pass the phone’s server: from the list only, whatever the site says of origins', async () => {
  await page.goto(`${base}/phone/`)
  await page.getByText('你好true').waitFor()
  const get = (url: string) =>
    page.evaluate(`__sim.wx.downloadFile({ url: ${JSON.stringify(url)} }).catch(failed => failed)`)
  const file = Object(await get(`${foreign}/qr.png`))
  expect(file).toMatchObject({ statusCode: 200, tempFilePath: expect.stringMatching(/\.png$/) })
  const info = await page.evaluate(`__sim.wx.getImageInfo({ src: '${file.tempFilePath}' })`)
  expect(info).toMatchObject({ width: 1, height: 1, type: 'png' })
  expect(await get(`${foreign}/gone.png`)).toMatchObject({ statusCode: 410 })
  expect(await get(`${base}/phone/`)).toEqual({ errMsg: 'downloadFile:fail url not in domain list' })
  const direct = await fetch(`${base}/phone/download`, { method: 'POST', body: `${base}/phone/` })
  expect(direct.status).toBe(403)
})

test('a canvas is drawn, with a picture on it, and becomes a file of the phone', async () => {
  await page.goto(`${base}/phone/?path=pages/canvas/index`)
  await page.locator('#draw').click()
  await page.locator('#drawn img').waitFor()
  const seen = await page.locator('#drawn img').evaluate(async picture => {
    if (!(picture instanceof HTMLImageElement)) throw new Error('no picture')
    await picture.decode()
    const canvas = document.createElement('canvas')
    const [width, height] = [picture.naturalWidth, picture.naturalHeight]
    Object.assign(canvas, { width, height })
    const context = canvas.getContext('2d')
    context?.drawImage(picture, 0, 0)
    const colour = (x: number) => [...(context?.getImageData(x, 60, 1, 1).data ?? [])]
    return { width, height, left: colour(10), right: colour(150) }
  })
  expect(seen).toEqual({ width: 200, height: 120, left: [0, 0, 255, 255], right: [255, 0, 0, 255] })
  const size = await page.locator('#poster canvas').boundingBox()
  expect(size).toMatchObject({ width: 100, height: 60 })
})

test('a file of the cloud has an address and can be downloaded', async () => {
  await page.goto(`${base}/phone/`)
  await page.getByText('你好true').waitFor()
  await page.evaluate('__sim.wx.cloud.init()')
  const found = await page.evaluate(
    "__sim.wx.cloud.getTempFileURL({ fileList: ['cloud://e/qr', 'cloud://e/none'] })",
  )
  expect(found).toMatchObject({
    fileList: [{ tempFileURL: `${foreign}/qr.png`, status: 0 }, { status: -1 }],
  })
  const file = await page.evaluate("__sim.wx.cloud.downloadFile({ fileID: 'cloud://e/qr' })")
  expect(file).toMatchObject({ statusCode: 200, tempFilePath: expect.stringMatching(/^wxfile:/) })
})

test('wx.cloud.deleteFile carries the user', async () => {
  await page.goto(`${base}/phone/?openid=oTwo`)
  await page.getByText('你好true').waitFor()
  await page.evaluate('__sim.wx.cloud.init()')
  expect(await page.evaluate("__sim.wx.cloud.deleteFile({ fileList: ['cloud://e/a'] })")).toMatchObject({
    fileList: [{ fileID: 'cloud://e/a', status: 0, errMsg: 'ok for oTwo' }],
  })
})

test('a document that was opened with its menu is saved as a download of the browser', async () => {
  await page.goto(`${base}/phone/`)
  await page.getByText('你好true').waitFor()
  await page.evaluate(`{
    const filePath = __sim.wx.env.USER_DATA_PATH + '/批次-1.xlsx'
    __sim.wx.getFileSystemManager().writeFileSync(filePath, btoa('PK-content'), 'base64')
    __sim.wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
  }`)
  const waiting = page.waitForEvent('download')
  await page.getByText('保存', { exact: true }).click()
  const saved = await waiting
  expect(saved.suggestedFilename()).toBe('批次-1.xlsx')
  expect(readFileSync(await saved.path(), 'utf8')).toBe('PK-content')
  await page.locator('.sim-cover [aria-label="返回"]').click()
  expect(await page.locator('.sim-cover').count()).toBe(0)
})

test('an embedding page hears what happens', async () => {
  await page.goto(`${base}/none`)
  await page.setContent(`<iframe src="${base}/phone/" width=375 height=812></iframe>`)
  await page.evaluate(
    "window.__heard=[];addEventListener('message',e=>{if(e.data.phone===1)__heard.push(e.data.type)})",
  )
  await page.frameLocator('iframe').locator('#navigate').click()
  await page.frameLocator('iframe').getByText('第二页').first().waitFor()
  await page.waitForTimeout(20)
  expect(await page.evaluate('[...new Set(__heard)]')).toEqual(expect.arrayContaining(['api', 'route']))
})

test('requests outside the base path are left alone; unknown ones below it are 404', async () => {
  expect((await fetch(`${base}/elsewhere`)).status).toBe(404)
  expect((await fetch(`${base}/phone/none`)).status).toBe(404)
  expect((await fetch(`${base}/phone`, { redirect: 'manual' })).headers.get('location')).toBe('/phone/')
})

test('the browser brings its own libraries and fonts', async () => {
  const folder = await unpackBrowser()
  const env = browserEnvironment(folder)
  expect(env.LD_LIBRARY_PATH?.split(':')[0]).toBe(path.join(folder, 'al2023', 'lib'))
  expect(env.FONTCONFIG_PATH).toBe(path.join(folder, 'fonts'))
})
