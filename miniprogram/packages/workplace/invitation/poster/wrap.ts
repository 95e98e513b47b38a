/** Width of a text in the font it is drawn in. */
export type Measure = (text: string) => number

const ellipsis = '…'
/** Words and numbers stay whole; every other character may end a line. */
const pieces = /[A-Za-z0-9@._:/+-]+|\s|[\s\S]/gu
/** Never first in a line. */
const clinging = /^[，。、；：？！）】》”’…,.;:?!)\]}]/u

/** At most so many lines, none wider than `width`; what does not fit is cut with an ellipsis. */
export function wrapped(text: string, width: number, most: number, measure: Measure): string[] {
  const lines = text.split(/\r?\n/).flatMap(paragraph => linesOf(paragraph.trim(), width, measure))
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  kept[most - 1] = cut(`${kept[most - 1] ?? ''}${ellipsis}`, width, measure)
  return kept
}

function linesOf(paragraph: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(paragraph, width, measure)) {
    const fits = measure(line + piece) <= width
    if (fits || line === '') {
      line = (line + piece).trimStart()
      continue
    }
    const whole = line.trimEnd()
    const [ended, carried] = clinging.test(piece) ? withoutLast(whole) : [whole, '']
    lines.push(ended.trimEnd())
    line = carried + piece.trim()
  }
  return line === '' ? lines : [...lines, line]
}

/** A word too wide for any line comes apart. */
function piecesOf(paragraph: string, width: number, measure: Measure): string[] {
  return (paragraph.match(pieces) ?? []).flatMap(piece => (measure(piece) > width ? [...piece] : [piece]))
}

/** The last character comes along to the next line, unless that would leave nothing. */
function withoutLast(line: string): [string, string] {
  const signs = [...line]
  return signs.length < 2 ? [line, ''] : [signs.slice(0, -1).join(''), signs[signs.length - 1] ?? '']
}

function cut(text: string, width: number, measure: Measure): string {
  const signs = [...text.slice(0, -ellipsis.length)]
  while (signs.length > 0 && measure(signs.join('') + ellipsis) > width) signs.pop()
  return signs.join('').trimEnd() + ellipsis
}
