import { type OpenFixture, openFixture } from './testing/open-fixture'

let app: OpenFixture
afterEach(() => app.close())

async function openForm() {
  app = await openFixture()
  await app.wx('navigateTo', { url: '/pages/form/index' })
}

test('a form collects every control by name', async () => {
  await openForm()
  app.type('#name', '张三李四王五')
  app.type('#digits', '1a2b')
  app.type('#note', '备注')
  app.check('#switch')
  app.check('#agree')
  app.check('#company')
  app.pick('#bank', 1)
  app.pick('#day', '2024-05-06')
  await app.until(() => app.text('#day') === '2024-05-06')
  app.tap('#submit')
  expect(app.last('submit')).toEqual({
    name: '张三李四',
    digits: '12',
    note: '备注',
    switch: true,
    agree: ['yes'],
    kind: 'company',
    bank: 1,
    day: '2024-05-06',
    slider: 30,
  })
})

test('typing reports the value; only a changed property overwrites it', async () => {
  await openForm()
  app.type('#name', '张')
  expect(app.last('input')).toBe('张')
  const page = app.sim.topPage()
  Object(page).setData({ name: '' })
  expect(app.q('#name input')).toHaveProperty('value', '张')
  Object(page).setData({ name: '李' })
  expect(app.q('#name input')).toHaveProperty('value', '李')
})

test('a text area of automatic height begins with one line', async () => {
  await openForm()
  expect(app.q('#note textarea')).toHaveProperty('rows', 1)
})

test('reset empties the controls', async () => {
  await openForm()
  app.type('#name', '张')
  app.check('#switch')
  app.tap('#reset')
  app.tap('#submit')
  expect(app.last('submit')).toMatchObject({ name: '', switch: false })
})

test('a tap on the text of a label ticks its checkbox', async () => {
  await openForm()
  app.tap('#agreeLabel')
  expect(app.last('check')).toEqual(['yes'])
})

test('cancelling a picker changes nothing', async () => {
  await openForm()
  app.tap('#bank')
  app.tap('取消')
  expect(app.text('#bank')).toBe('工商银行')
})

test('a disabled button swallows the tap; the driver refuses it and what is hidden', async () => {
  app = await openFixture()
  app.forget()
  const off = app.q('#off')
  for (const type of ['mousedown', 'mouseup', 'click'])
    off?.dispatchEvent(new app.window.MouseEvent(type, { bubbles: true, clientX: 1, clientY: 1 }))
  await app.wx('getNetworkType')
  expect(app.names()).toEqual([])
  expect(() => app.tap('#off')).toThrow('"#off" is disabled')
  expect(() => app.tap('#hidden')).toThrow('"#hidden" is hidden')
  expect(() => app.tap('没有的')).toThrow('nothing matches')
})

test('components: properties, slot, events and scoped styles', async () => {
  app = await openFixture()
  expect(app.text('#card')).toBe('张三槽')
  app.tap('#box')
  expect(app.last('picked')).toEqual({ name: '张三' })
  const box = app.q('#box')
  expect(box && app.window.getComputedStyle(box).color).toBe('rgb(4, 5, 6)')
})

test('styles of a page leave with it', async () => {
  app = await openFixture()
  await app.wx('navigateTo', { url: '/pages/second/index' })
  const second = app.q('#second')
  expect(second && app.window.getComputedStyle(second).color).not.toBe('rgb(255, 0, 0)')
})

test('navigator goes where its url says', async () => {
  app = await openFixture()
  app.tap('#link')
  await app.until(() => app.last('second.onLoad'))
  expect(app.last('second.onLoad')).toEqual({ from: 'link' })
})

test('rich text drops scripts and handlers; images of the package are found', async () => {
  await openForm()
  expect(app.q('wx-rich-text')?.innerHTML).toBe('<p>富文本</p>')
  expect(app.q('#logo img')?.getAttribute('src')).toMatch(/^data:image\/png;base64,/)
})

test('share: the page makes the card, from a button and from the menu', async () => {
  app = await openFixture()
  app.tap('#share')
  expect(app.sim.lastShare()).toMatchObject({ title: '来自button', path: '/pages/second/index?home' })
  expect(app.sim.stats.warnings).toEqual([])
})

test('share: a card that leads to no page is warned about, and so is none of the page itself', async () => {
  app = await openFixture()
  Object.assign(app.sim.topPage(), {
    onShareAppMessage: () => ({ title: '批次', path: '/pages/gone/index' }),
  })
  app.tap('#share')
  expect(app.sim.lastShare()).toMatchObject({ title: '批次', path: '/pages/gone/index' })
  expect(app.sim.stats.warnings).toEqual(['onShareAppMessage: there is no page "/pages/gone/index"'])
  Object.assign(app.sim.topPage(), { onShareAppMessage: () => undefined })
  app.tap('#share')
  expect(app.sim.lastShare()).toMatchObject({ title: '首页', path: 'pages/home/index' })
  expect(app.sim.stats.warnings).toHaveLength(1)
})

test('scrolling reaches the app at a phone’s pace: the first at once, the last always', async () => {
  await openForm()
  for (const top of [10, 20, 30, 40]) app.scroll(top, '#scroller')
  expect(app.log().filter(([name]) => name === 'scroll')).toEqual([['scroll', 10]])
  await app.until(() => app.last('scroll') === 40)
  expect(app.names().filter(name => name === 'scroll')).toHaveLength(2)
})

test('onPageScroll keeps the same pace', async () => {
  app = await openFixture()
  await app.wx('navigateTo', { url: '/pages/second/index' })
  for (const top of [5, 15, 25]) app.scroll(top)
  await app.until(() => app.last('second.onPageScroll') === 25)
  expect(app.log().filter(([name]) => name === 'second.onPageScroll')).toEqual([
    ['second.onPageScroll', 5],
    ['second.onPageScroll', 25],
  ])
})

test('pageScrollTo moves the page; a selector that finds nothing moves nothing', async () => {
  app = await openFixture()
  await app.wx('pageScrollTo', { scrollTop: 120 })
  expect(app.sim.topElement().scrollTop).toBe(120)
  expect((await app.wx('pageScrollTo', { selector: '#none' })).errMsg).toBe('pageScrollTo:ok')
  expect(app.sim.topElement().scrollTop).toBe(120)
})

test('a selector query measures elements of the page on top', async () => {
  app = await openFixture()
  const query = Object(app.wxSync('createSelectorQuery'))
  const answer = await new Promise<unknown[]>(resolve => {
    query.select('#title').boundingClientRect()
    query.select('#none').boundingClientRect()
    query.exec(resolve)
  })
  expect(answer).toHaveLength(2)
  expect(answer[0]).toMatchObject({ id: 'title', width: expect.any(Number), top: expect.any(Number) })
  expect(answer[1]).toBeNull()
})

test('hover-class is worn while the finger is down', async () => {
  app = await openFixture()
  const button = app.q('#navigate')
  button?.dispatchEvent(new app.window.MouseEvent('mousedown', { bubbles: true }))
  expect(button?.classList.contains('button-hover')).toBe(true)
  app.window.dispatchEvent(new app.window.MouseEvent('mouseup'))
  await app.until(() => !button?.classList.contains('button-hover'))
})
