import { type Measure, wrapped } from './wrap'

export const posterSize = { width: 750, height: 1200 }

export interface PosterContent {
  product: string
  /** Who invites. */
  controller: string
  /** Of whoever invites, dark enough for white letters; absent: ours. */
  color?: string
  /** Their logo stands where our sign does otherwise. */
  logo?: boolean
  title: string
  /** '' for nothing. */
  note: string
  /** Whom, or what to do. */
  invitee: string
  scan: string
  validity: string
}

export interface Font {
  size: number
  bold: boolean
}
/** `y` of a text: the middle of its line. */
export type PosterItem =
  | { kind: 'box'; x: number; y: number; width: number; height: number; radius: number; color: string }
  | { kind: 'text'; text: string; x: number; y: number; font: Font; color: string; align: 'left' | 'center' }
  | { kind: 'mark'; x: number; y: number; size: number }
  | { kind: 'logo'; x: number; y: number; size: number }
  | { kind: 'code'; x: number; y: number; size: number }

const colors = { brand: '#017a3b', soft: '#e6f7ee', white: '#ffffff', ink: '#1a1a1a', pale: '#5c5c5c' }
const centre = posterSize.width / 2
const textWidth = 590
const header = 200
const code = { size: 420, y: 612 }
/** The texts are centred between the head and the code. */
const room = { top: header + 24, bottom: code.y - 44 }

interface Part {
  text: string
  font: Font
  color: string
  lineHeight: number
  /** Lines. */
  most: number
  before: number
}

/** Where everything on the poster stands. */
export function posterLayout(content: PosterContent, measure: (font: Font) => Measure): PosterItem[] {
  const edge = (posterSize.width - code.size) / 2
  const brand = content.color ?? colors.brand
  return [
    box(0, 0, posterSize.width, posterSize.height, 0, brand),
    box(40, header, posterSize.width - 80, posterSize.height - header - 40, 28, colors.white),
    ...sign(content),
    ...headTexts(content, measure),
    ...bodyTexts(content, measure),
    box(edge - 24, code.y - 24, code.size + 48, code.size + 48, 24, colors.soft),
    box(edge - 12, code.y - 12, code.size + 24, code.size + 24, 16, colors.white),
    { kind: 'code', x: edge, y: code.y, size: code.size },
    line(content.scan, centre, 1080, { size: 30, bold: true }, brand, 'center'),
    line(content.validity, centre, 1122, { size: 24, bold: false }, colors.pale, 'center'),
  ]
}

/** On white, for nobody knows on what colour a logo can be seen. */
function sign({ logo }: PosterContent): PosterItem[] {
  if (!logo) return [{ kind: 'mark', x: 60, y: 60, size: 84 }]
  return [box(52, 52, 96, 96, 16, colors.white), { kind: 'logo', x: 60, y: 60, size: 80 }]
}

function headTexts({ product, controller }: PosterContent, measure: (font: Font) => Measure): PosterItem[] {
  const names = [
    { text: product, y: 80, font: { size: 38, bold: true } },
    { text: controller, y: 126, font: { size: 28, bold: false } },
  ]
  return names.flatMap(({ text, y, font }) =>
    wrapped(text, 530, 1, measure(font)).map(each => line(each, 166, y, font, colors.white, 'left')),
  )
}

function bodyTexts(content: PosterContent, measure: (font: Font) => Measure): PosterItem[] {
  const parts: Part[] = [
    part(content.title, { size: 46, bold: true }, colors.ink, 62, 2, 0),
    part(content.invitee, { size: 30, bold: false }, content.color ?? colors.brand, 44, 1, 14),
    part(content.note, { size: 27, bold: false }, colors.pale, 40, 3, 12),
  ]
  const blocks = parts
    .map(each => ({ ...each, lines: wrapped(each.text, textWidth, each.most, measure(each.font)) }))
    .filter(each => each.lines.length > 0)
  const height = blocks.reduce((sum, each) => sum + each.before + each.lines.length * each.lineHeight, 0)
  let y = (room.top + room.bottom - height) / 2
  const items: PosterItem[] = []
  for (const { lines, font, color, lineHeight, before } of blocks) {
    y += before
    for (const text of lines) {
      items.push(line(text, centre, y + lineHeight / 2, font, color, 'center'))
      y += lineHeight
    }
  }
  return items
}

function part(
  text: string,
  font: Font,
  color: string,
  lineHeight: number,
  most: number,
  before: number,
): Part {
  return { text, font, color, lineHeight, most, before }
}

function box(x: number, y: number, width: number, height: number, radius: number, color: string): PosterItem {
  return { kind: 'box', x, y, width, height, radius, color }
}

function line(
  text: string,
  x: number,
  y: number,
  font: Font,
  color: string,
  align: 'left' | 'center',
): PosterItem {
  return { kind: 'text', text, x, y, font, color, align }
}
