import type Taro from '@tarojs/taro'
import { type Context, canvasOf, contextOf, pictureOf } from '../../../files/canvas'

/** What somebody keeps of a result: no name and no number, it is shown around. */
export interface Receipt {
  product: string
  title: string
  rows: readonly { name: string; text: string }[]
}

type ReceiptItem =
  | { kind: 'box'; y: number; height: number; color: string }
  | { kind: 'text'; text: string; x: number; y: number; size: number; color: string }

export const receiptCanvas = 'receipt-canvas'

const width = 750
const edge = 56
const head = 200
/** Paper, by day and by night: it is printed and sent on. */
const colors = { paper: '#ffffff', brand: '#017a3b', ink: '#1a1a1a', pale: '#5c5c5c' }
const lineHeight = 46
/** Full-width signs of a line. */
const most = 21

/** Where everything stands, and how high the picture is, px. */
export function receiptLayout({ product, title, rows }: Receipt): { items: ReceiptItem[]; height: number } {
  const items: ReceiptItem[] = []
  let y = head + 72
  for (const { name, text } of rows) {
    items.push({ kind: 'text', text: name, x: edge, y, size: 26, color: colors.pale })
    for (const line of linesOf(text)) {
      y += lineHeight
      items.push({ kind: 'text', text: line, x: edge, y, size: 30, color: colors.ink })
    }
    y += lineHeight + 24
  }
  return {
    height: y,
    items: [
      { kind: 'box', y: 0, height: y, color: colors.paper },
      { kind: 'box', y: 0, height: head, color: colors.brand },
      { kind: 'text', text: product, x: edge, y: 64, size: 28, color: colors.paper },
      { kind: 'text', text: title, x: edge, y: 136, size: 48, color: colors.paper },
      ...items,
    ],
  }
}

/** Latin signs are half as wide; words are not kept together, as on any receipt. */
function linesOf(text: string): string[] {
  const lines: string[] = []
  let line = ''
  let room = most
  for (const sign of text) {
    const needs = sign > '\u00ff' ? 1 : 0.55
    if (needs > room) {
      lines.push(line)
      line = ''
      room = most
    }
    line += sign
    room -= needs
  }
  return [...lines, line]
}

/** Draws it on the canvas of the page; the path of the picture, null where nothing can be drawn. */
export async function drawReceipt(receipt: Receipt): Promise<string | null> {
  const canvas: Taro.Canvas | null = await canvasOf(receiptCanvas)
  const context = canvas && contextOf(canvas)
  if (!canvas || !context) return null
  const { items, height } = receiptLayout(receipt)
  canvas.width = width
  canvas.height = height
  for (const item of items) draw(context, item)
  try {
    return await pictureOf(canvas, { width, height })
  } catch {
    return null
  }
}

function draw(context: Context, item: ReceiptItem): void {
  context.fillStyle = item.color
  if (item.kind === 'box') {
    context.fillRect(0, item.y, width, item.height)
    return
  }
  context.font = `${item.size}px sans-serif`
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.fillText(item.text, item.x, item.y)
}
