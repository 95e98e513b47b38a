import { type OpenFixture, openFixture } from './testing/open-fixture'

let app: OpenFixture
beforeEach(async () => {
  app = await openFixture()
})
afterEach(() => app.close())

test('a modal covers the page and tells which button was tapped', async () => {
  const answer = app.wx('showModal', { title: '确认', content: '提交吗', confirmText: '提交' })
  expect(app.overlayText()).toBe('确认\n提交吗\n取消\n提交')
  const home = app.sim.topElement().querySelector('#navigate')
  expect(() => app.tap('下一页')).toThrow('nothing matches')
  if (!home) throw new Error('no button')
  expect(() => app.tap(home)).toThrow('not on top')
  app.tap('提交')
  expect(await answer).toMatchObject({ confirm: true, cancel: false })
  expect(app.overlayText()).toBe('')
})

test('an editable modal returns its text', async () => {
  const answer = app.wx('showModal', { title: '备注', editable: true })
  app.type('.sim-modal', '你好')
  app.tap('确定')
  expect(await answer).toMatchObject({ confirm: true, content: '你好' })
})

test('button texts longer than four characters make showModal fail', async () => {
  const failed = await app.wx('showModal', { title: 't', confirmText: '五个字太长' })
  expect(failed.errMsg).toMatch(/^showModal:fail confirmText length/)
})

test('an action sheet gives the index; cancelling fails; seven items are too many', async () => {
  const chosen = app.wx('showActionSheet', { itemList: ['甲', '乙'] })
  app.tap('乙')
  expect(await chosen).toMatchObject({ tapIndex: 1 })
  const cancelled = app.wx('showActionSheet', { itemList: ['甲'] })
  app.tap('取消')
  expect((await cancelled).errMsg).toBe('showActionSheet:fail cancel')
  expect((await app.wx('showActionSheet', { itemList: [...'一二三四五六七'] })).errMsg).toMatch(
    /large than 6/,
  )
})

test('a toast leaves by itself and lets taps through; a masked loading does not', async () => {
  const shown = app.wx('showToast', { title: '好了', duration: 20 })
  // In one go: no timer runs in between, however slow the machine.
  expect(app.overlayText()).toBe('好了')
  app.tap('#box')
  expect(await shown).toMatchObject({ errMsg: 'showToast:ok' })
  await app.until(() => app.overlayText() === '')
  await app.wx('showLoading', { title: '加载中', mask: true })
  expect(() => app.tap('#box')).toThrow('nothing matches')
  await app.wx('hideLoading')
  app.tap('#box')
})

test('the navigation bar shows the page’s title and what the page sets', async () => {
  const title = () => app.window.document.querySelector('.sim-title')?.textContent
  expect(title()).toBe('首页')
  await app.wx('setNavigationBarTitle', { title: '新标题' })
  expect(title()).toBe('新标题')
  await app.wx('navigateTo', { url: '/pages/second/index' })
  expect(title()).toBe('第二页')
  app.sim.back()
  expect(title()).toBe('新标题')
})

test('scanCode asks for the text of the code; cancelling fails', async () => {
  const scanned = app.wx('scanCode')
  app.type('.sim-modal', 's=abc')
  app.tap('识别')
  expect(await scanned).toMatchObject({ result: 's=abc', scanType: 'QR_CODE' })
  const cancelled = app.wx('scanCode')
  app.tap('取消')
  expect((await cancelled).errMsg).toBe('scanCode:fail cancel')
})

test('scanCode: the address of a page stands for its mini-program code, which has no text', async () => {
  const scanned = app.wx('scanCode')
  app.type('.sim-modal', 'pages/second/index?scene=b%3D1')
  app.tap('识别')
  expect(await scanned).toMatchObject({
    result: '',
    path: 'pages/second/index?scene=b%3D1',
    scanType: 'WX_CODE',
  })
})

test('scanCode: a code of the local cloud leads to its page, with the scene encoded', async () => {
  const scan = (text: string) => {
    const scanned = app.wx('scanCode')
    app.type('.sim-modal', text)
    app.tap('识别')
    return scanned
  }
  const address = (page: string) => `http://127.0.0.1:8686/scan?page=${encodeURIComponent(page)}&scene=b%3D1`
  expect(await scan(address('pages/second/index'))).toMatchObject({
    result: '',
    path: 'pages/second/index?scene=b%3D1',
    scanType: 'WX_CODE',
  })
  const elsewhere = address('pages/none/index')
  expect(await scan(elsewhere)).toMatchObject({ result: elsewhere, path: '', scanType: 'QR_CODE' })
})

test('scanCode: a test says what the camera saw', async () => {
  app.close()
  const seen = [{ result: '', path: 'pages/home/index?scene=x' }, 'https://example.com/?a=1', null]
  app = await openFixture({ scan: async () => seen.shift() ?? null })
  expect(await app.wx('scanCode')).toMatchObject({ path: 'pages/home/index?scene=x', scanType: 'WX_CODE' })
  expect(await app.wx('scanCode')).toMatchObject({
    result: 'https://example.com/?a=1',
    path: '',
    scanType: 'QR_CODE',
  })
  expect((await app.wx('scanCode')).errMsg).toBe('scanCode:fail cancel')
})

test('callbacks instead of a promise: success, then complete', async () => {
  const seen: string[] = []
  const result = app.wxSync('getNetworkType', {
    success: () => seen.push('success'),
    complete: () => seen.push('complete'),
  })
  expect(result).toBeUndefined()
  expect(seen).toEqual([])
  await app.until(() => seen.length === 2)
  expect(seen).toEqual(['success', 'complete'])
})
