import type Taro from '@tarojs/taro'
import { type Context, canvasOf, contextOf, pictureOf } from '../../../../files/canvas'
import { type Font, type PosterContent, type PosterItem, posterLayout, posterSize } from './layout'

type Of<K extends PosterItem['kind']> = Extract<PosterItem, { kind: K }>

/** `noCanvas`: nothing can be drawn here · `failed`: it can, but not this time. */
export type PosterOutcome = { kind: 'drawn'; path: string } | { kind: 'noCanvas' } | { kind: 'failed' }

/** Draws the poster on `<canvas type="2d" id>` and saves it as a picture of the phone. Never throws. */
export async function drawPoster(
  id: string,
  content: PosterContent,
  code: string,
  logo: string | null,
): Promise<PosterOutcome> {
  const canvas = await canvasOf(id)
  const context = canvas && contextOf(canvas)
  if (!canvas || !context) return { kind: 'noCanvas' }
  try {
    const { width, height } = posterSize
    canvas.width = width
    canvas.height = height
    const pictures = {
      code: await imageOf(canvas, code),
      // A poster without the logo is still one.
      logo: logo === null ? null : await imageOf(canvas, logo).catch(() => null),
    }
    const branded = { ...content, logo: pictures.logo !== null }
    for (const item of posterLayout(branded, font => measureIn(context, font))) draw(context, item, pictures)
    return { kind: 'drawn', path: await pictureOf(canvas, { width, height }) }
  } catch {
    return { kind: 'failed' }
  }
}

function imageOf(canvas: Taro.Canvas, src: string): Promise<Taro.Image> {
  return new Promise((resolve, reject) => {
    const image = canvas.createImage()
    image.onload = () => resolve(image)
    image.onerror = reject
    image.src = src
  })
}

const cssFont = ({ size, bold }: Font) => `${bold ? 'bold ' : ''}${size}px sans-serif`

function measureIn(context: Context, font: Font) {
  return (text: string) => {
    context.font = cssFont(font)
    return context.measureText(text).width
  }
}

interface Pictures {
  code: Taro.Image
  logo: Taro.Image | null
}

function draw(context: Context, item: PosterItem, { code, logo }: Pictures): void {
  if (item.kind === 'box') drawBox(context, item)
  else if (item.kind === 'text') drawText(context, item)
  else if (item.kind === 'mark') drawMark(context, item)
  else if (item.kind === 'code') context.drawImage(code, item.x, item.y, item.size, item.size)
  else if (logo) drawLogo(context, item, logo)
}

/** As large as fits, in its shape. */
function drawLogo(context: Context, { x, y, size }: Of<'logo'>, logo: Taro.Image): void {
  const scale = size / Math.max(logo.width, logo.height)
  const [width, height] = [logo.width * scale, logo.height * scale]
  context.drawImage(logo, x + (size - width) / 2, y + (size - height) / 2, width, height)
}

/** Older phones know no `roundRect`. */
function drawBox(context: Context, { x, y, width, height, radius, color }: Of<'box'>): void {
  context.fillStyle = color
  context.beginPath()
  context.moveTo(x + radius, y)
  context.arcTo(x + width, y, x + width, y + height, radius)
  context.arcTo(x + width, y + height, x, y + height, radius)
  context.arcTo(x, y + height, x, y, radius)
  context.arcTo(x, y, x + width, y, radius)
  context.closePath()
  context.fill()
}

function drawText(context: Context, { text, x, y, font, color, align }: Of<'text'>): void {
  context.font = cssFont(font)
  context.fillStyle = color
  context.textAlign = align
  context.textBaseline = 'middle'
  context.fillText(text, x, y)
}

/** A shield with a tick in it. */
function drawMark(context: Context, { x, y, size }: Of<'mark'>): void {
  const at = (across: number, down: number): [number, number] => [x + across * size, y + down * size]
  context.fillStyle = '#ffffff'
  context.beginPath()
  context.moveTo(...at(0.5, 0))
  context.lineTo(...at(0.92, 0.15))
  context.lineTo(...at(0.92, 0.5))
  context.quadraticCurveTo(...at(0.9, 0.82), ...at(0.5, 1))
  context.quadraticCurveTo(...at(0.1, 0.82), ...at(0.08, 0.5))
  context.lineTo(...at(0.08, 0.15))
  context.closePath()
  context.fill()
  context.strokeStyle = '#017a3b'
  context.lineWidth = size * 0.1
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.beginPath()
  context.moveTo(...at(0.3, 0.5))
  context.lineTo(...at(0.45, 0.65))
  context.lineTo(...at(0.71, 0.36))
  context.stroke()
}
