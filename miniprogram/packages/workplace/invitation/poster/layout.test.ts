import { type PosterContent, type PosterItem, posterLayout } from './layout'

const measure =
  ({ size }: { size: number }) =>
  (text: string) =>
    [...text].length * size
const content: PosterContent = {
  product: '实名通',
  controller: '杭州云上科技有限公司 邀请您',
  title: '员工入职实名认证',
  note: '',
  invitee: '受邀：测***',
  scan: '微信扫一扫，开始认证',
  validity: '2026-12-31 23:59 前有效',
}
const textsOf = (items: PosterItem[]) => items.flatMap(each => (each.kind === 'text' ? [each] : []))
const long: PosterContent = {
  ...content,
  controller: '长'.repeat(80),
  title: '很长的事由'.repeat(6),
  note: '说明'.repeat(100),
  invitee: '受邀：很长的企业名称'.repeat(8),
}

test('everything is said, in this order', () => {
  expect(textsOf(posterLayout(content, measure)).map(each => each.text)).toEqual([
    '实名通',
    '杭州云上科技有限公司 邀请您',
    '员工入职实名认证',
    '受邀：测***',
    '微信扫一扫，开始认证',
    '2026-12-31 23:59 前有效',
  ])
})

const box = (x: number, y: number, width: number, height: number, radius: number, color: string) => ({
  kind: 'box',
  x,
  y,
  width,
  height,
  radius,
  color,
})
const text = (said: string, x: number, y: number, size: number, bold: boolean, color: string) => ({
  kind: 'text',
  text: said,
  x,
  y,
  font: { size, bold },
  color,
  align: x === 375 ? 'center' : 'left',
})

test('the code stands in the middle, what is said in the middle of what is left above it', () => {
  const [brand, white, ink, pale] = ['#017a3b', '#ffffff', '#1a1a1a', '#5c5c5c'] as const
  const { product, controller, title, invitee, scan, validity } = content
  const poster = (body: object[]) => [
    box(0, 0, 750, 1200, 0, brand),
    box(40, 200, 670, 960, 28, white),
    { kind: 'mark', x: 60, y: 60, size: 84 },
    text(product, 166, 80, 38, true, white),
    text(controller, 166, 126, 28, false, white),
    ...body,
    box(141, 588, 468, 468, 24, '#e6f7ee'),
    box(153, 600, 444, 444, 16, white),
    { kind: 'code', x: 165, y: 612, size: 420 },
    text(scan, 375, 1080, 30, true, brand),
    text(validity, 375, 1122, 24, false, pale),
  ]
  expect(posterLayout(content, measure)).toEqual(
    poster([text(title, 375, 367, 46, true, ink), text(invitee, 375, 434, 30, false, brand)]),
  )
  expect(posterLayout({ ...content, note: '请带上身份证' }, measure)).toEqual(
    poster([
      text(title, 375, 341, 46, true, ink),
      text(invitee, 375, 408, 30, false, brand),
      text('请带上身份证', 375, 462, 27, false, pale),
    ]),
  )
})

test('the longest texts neither leave the picture nor run into each other or into the code', () => {
  const texts = textsOf(posterLayout(long, measure))
  for (const { text, x, align, font } of texts) {
    const width = [...text].length * font.size
    const left = align === 'center' ? x - width / 2 : x
    expect(left).toBeGreaterThanOrEqual(60)
    expect(left + width).toBeLessThanOrEqual(750 - 40)
  }
  const body = texts.filter(each => each.y > 200 && each.y < 612)
  expect(body).toHaveLength(6)
  body.reduce((above, below) => {
    expect(below.y - above.y).toBeGreaterThanOrEqual((above.font.size + below.font.size) / 2)
    return below
  })
  const last = body[body.length - 1]
  expect((last?.y ?? 0) + (last?.font.size ?? 0) / 2).toBeLessThan(588)
})

test('what is too long ends with an ellipsis', () => {
  const texts = textsOf(posterLayout(long, measure)).map(each => each.text)
  expect(texts.filter(text => text.endsWith('…'))).toHaveLength(4)
})

test('in the colour of whoever invites, where there is one', () => {
  const filled = (given: PosterContent) =>
    posterLayout(given, measure).flatMap(item => (item.kind === 'box' ? [item.color] : []))
  expect(filled({ ...content, color: '#1a5fb4' })[0]).toBe('#1a5fb4')
  expect(filled(content)[0]).toBe('#017a3b')
  const texts = posterLayout({ ...content, color: '#1a5fb4' }, measure)
  expect(JSON.stringify(texts)).not.toContain('#017a3b')
})

test('a logo takes the place of our sign, on white', () => {
  const items = posterLayout({ ...content, color: '#1a5fb4', logo: true }, measure)
  expect(items.some(({ kind }) => kind === 'mark')).toBe(false)
  const at = items.findIndex(({ kind }) => kind === 'logo')
  expect(items.slice(at - 1, at + 1)).toEqual([
    { kind: 'box', x: 52, y: 52, width: 96, height: 96, radius: 16, color: '#ffffff' },
    { kind: 'logo', x: 60, y: 60, size: 80 },
  ])
  expect(posterLayout(content, measure).some(({ kind }) => kind === 'mark')).toBe(true)
})
