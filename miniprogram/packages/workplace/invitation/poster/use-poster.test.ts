import { mount } from '../../../../../test/support/hooks'
import { phone } from '../../../../../test/support/taro'
import type { PosterContent } from './layout'
import { canvasId, usePoster } from './use-poster'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../../test/support/hooks'))

const content: PosterContent = {
  product: '实名通',
  controller: '示例公司 邀请您',
  title: '入职认证',
  note: '',
  invitee: '测***',
  scan: '微信扫一扫',
  validity: '2026-12-31 前有效',
}

type Step = [string, ...unknown[]]

/** A canvas that writes down what is drawn on it, with the settings of that moment. */
function canvas(own: object = {}, picture = { width: 40, height: 20 }) {
  const steps: Step[] = []
  const style: Record<string, unknown> = {}
  const context = new Proxy(style, {
    get(_, name: string) {
      if (name === 'measureText') return (text: string) => ({ width: [...text].length * 10 })
      if (name in style) return style[name]
      return (...given: unknown[]) => {
        const { fillStyle, strokeStyle, font, textAlign, textBaseline } = style
        const pen = name === 'fillText' ? { fillStyle, font, textAlign, textBaseline } : {}
        const ink = name === 'fill' ? { fillStyle } : name === 'stroke' ? { ...style, strokeStyle } : {}
        steps.push([name, ...given, { ...pen, ...ink }])
      }
    },
  })
  const node = {
    getContext: () => context,
    createImage() {
      const image = { onload: () => {}, onerror: () => {}, src: '', ...picture }
      setTimeout(() => (image.src === 'broken' ? image.onerror() : image.onload()))
      return image
    },
    ...own,
  }
  const query = {
    select: (id: string) => phone.did.push(['select', id]) && query,
    fields: () => query,
    exec: (done: (found: unknown[]) => void) => done([{ node }]),
  }
  phone.can('createSelectorQuery', () => query)
  return { steps, node, named: (name: string) => steps.filter(([each]) => each === name) }
}

beforeEach(() => {
  phone.reset()
  phone.can('nextTick', (work: () => void) => work())
  phone.can('canvasToTempFilePath', async () => ({ tempFilePath: 'tmp/poster.png' }))
})

async function made(code: string | null = 'data:image/png;base64,', logo: string | null = null) {
  const page = mount(usePoster)
  expect(page()).toMatchObject({ wanted: false, busy: false, outcome: null })
  const making = page().make(
    async () => ({ content, logo }),
    async () => code,
  )
  expect(page()).toMatchObject({ wanted: true, busy: true })
  await making
  return page
}

test('the poster is drawn on its canvas and kept as a picture of the phone', async () => {
  const { node, named } = canvas()
  const page = await made()
  expect(page()).toMatchObject({ busy: false, outcome: { kind: 'drawn', path: 'tmp/poster.png' } })
  expect(phone.given('select')).toEqual([`#${canvasId}`])
  const { width, height } = node as unknown as { width: number; height: number }
  expect(width).toBeGreaterThan(0)
  const size = {
    canvas: node,
    x: 0,
    y: 0,
    width,
    height,
    destWidth: width,
    destHeight: height,
    fileType: 'png',
  }
  expect(phone.given('canvasToTempFilePath')).toEqual([size])
  const texts = named('fillText').map(([, text]) => text)
  expect(texts).toEqual(['实名通', '示例公司 邀请您', '入职认证', '测***', '微信扫一扫', '2026-12-31 前有效'])
  for (const [, , x, y, pen] of named('fillText')) {
    expect(pen).toEqual({
      fillStyle: expect.stringMatching(/^#/),
      font: expect.stringMatching(/^(bold )?\d+px sans-serif$/),
      textAlign: expect.stringMatching(/^(left|center)$/),
      textBaseline: 'middle',
    })
    expect([Number(x) > 0 && Number(x) < width, Number(y) > 0 && Number(y) < height]).toEqual([true, true])
  }
  expect(
    named('fillText')
      .map(([, , , , pen]) => Object(pen).font)
      .filter(font => /bold/.test(font)),
  ).not.toEqual([])
  expect(named('drawImage')).toEqual([['drawImage', expect.anything(), 165, 612, 420, 420, {}]])
  page().forget()
  expect(page().outcome).toBeNull()
})

test('boxes have round corners, and every path is drawn', async () => {
  const { steps, named } = canvas()
  await made()
  const corners = named('arcTo').map(([, ...given]) => given.slice(0, 5).map(Number))
  // The ground, the card, and two around the code.
  expect(corners).toHaveLength(4 * 4)
  for (let at = 0; at < corners.length; at += 4) {
    const [one, two, three, four] = corners.slice(at, at + 4)
    const [right = 0, top = 0, , bottom = 0, radius] = one ?? []
    const left = three?.[0] ?? 0
    expect([right > left, bottom > top]).toEqual([true, true])
    expect([two, three, four]).toEqual([
      [right, bottom, left, bottom, radius],
      [left, bottom, left, top, radius],
      [left, top, right, top, radius],
    ])
    const start =
      steps[
        steps.findIndex(
          ([name, ...given]) =>
            name === 'arcTo' && given[2] === right && given[3] === bottom && given[1] === top,
        ) - 1
      ]
    expect(start?.slice(0, 3)).toEqual(['moveTo', left + (radius ?? 0), top])
  }
  const paths = named('beginPath').length
  expect(named('fill').length + named('stroke').length).toBe(paths)
})

test('the mark is a white shield with a green tick, 84 px wide', async () => {
  const { steps } = canvas()
  await made()
  const at = (...parts: number[]) => parts.map(part => 60 + part * 84)
  const first = steps.findIndex(([name]) => name === 'quadraticCurveTo') - 4
  const shield = steps.slice(first, first + 8)
  expect(shield.map(([name, ...given]) => [name, ...given.slice(0, -1)])).toEqual([
    ['beginPath'],
    ['moveTo', ...at(0.5, 0)],
    ['lineTo', ...at(0.92, 0.15)],
    ['lineTo', ...at(0.92, 0.5)],
    ['quadraticCurveTo', ...at(0.9, 0.82, 0.5, 1)],
    ['quadraticCurveTo', ...at(0.1, 0.82, 0.08, 0.5)],
    ['lineTo', ...at(0.08, 0.15)],
    ['closePath'],
  ])
  const [fill, ...tick] = steps.slice(first + 8, first + 14)
  expect(fill).toEqual(['fill', { fillStyle: '#ffffff' }])
  expect(tick.map(([name, ...given]) => [name, ...given.slice(0, -1)])).toEqual([
    ['beginPath'],
    ['moveTo', ...at(0.3, 0.5)],
    ['lineTo', ...at(0.45, 0.65)],
    ['lineTo', ...at(0.71, 0.36)],
    ['stroke'],
  ])
  expect(tick[4]?.[1]).toMatchObject({
    strokeStyle: '#017a3b',
    lineWidth: 84 * 0.1,
    lineCap: 'round',
    lineJoin: 'round',
  })
})

test('without a canvas, or one that cannot draw, it is said so', async () => {
  canvas({ getContext: () => ({}) })
  expect((await made())().outcome).toEqual({ kind: 'noCanvas' })
  canvas({ getContext: () => null })
  expect((await made())().outcome).toEqual({ kind: 'noCanvas' })
  const query = {
    select: () => query,
    fields: () => query,
    exec: (done: (found: unknown[]) => void) => done([null]),
  }
  phone.can('createSelectorQuery', () => query)
  expect((await made())().outcome).toEqual({ kind: 'noCanvas' })
})

test('a code that is no picture, or a picture nobody keeps, is a failure for this time', async () => {
  canvas()
  expect((await made('broken'))().outcome).toEqual({ kind: 'failed' })
  canvas()
  phone.can('canvasToTempFilePath', () => Promise.reject(new Error('full')))
  expect((await made())().outcome).toEqual({ kind: 'failed' })
})

test('without a code nothing is drawn', async () => {
  const { steps } = canvas()
  const page = await made(null)
  expect([page().outcome, steps]).toEqual([null, []])
})

test('the logo of whoever invites is drawn in its shape; one that does not come leaves our sign', async () => {
  const drawn = canvas()
  await made('data:image/png;base64,', 'https://files.example/logo.png')
  const [logo] = drawn.named('drawImage')
  // 80 px wide and half as high, in the middle of its square.
  expect(logo?.slice(2, 6)).toEqual([60, 80, 80, 40])
  expect(drawn.named('drawImage')).toHaveLength(2)
  const high = canvas({}, { width: 20, height: 40 })
  await made('data:image/png;base64,', 'https://files.example/logo.png')
  expect(high.named('drawImage')[0]?.slice(2, 6)).toEqual([80, 60, 40, 80])
  const without = canvas()
  const page = await made('data:image/png;base64,', 'broken')
  expect(page()).toMatchObject({ outcome: { kind: 'drawn' } })
  expect(without.named('drawImage')).toHaveLength(1)
  expect(without.named('quadraticCurveTo').length).toBeGreaterThan(0)
})
