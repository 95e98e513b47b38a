import { readFile, writeFile } from 'node:fs/promises'
import { isOpen, states, transitions } from '../cloudfunctions/domain/lifecycle'

const file = 'docs/architecture.md'
const begin = '<!-- lifecycle: drawn by `npm run docs:lifecycle`, do not edit -->'
const end = '<!-- /lifecycle -->'

/** The transition table as a Mermaid state diagram. */
export function drawLifecycle(): string {
  const arrows = transitions.map(
    ({ from, cause, to, needs }) => `  ${from} --> ${to}: ${cause}${needs ? ` (${needs} only)` : ''}`,
  )
  const ends = states.filter(state => !isOpen(state)).map(state => `  ${state} --> [*]`)
  return [
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> created: userSubmitted',
    ...arrows,
    ...ends,
    '```',
  ].join('\n')
}

/** The document with its drawing replaced by the current one. */
export function withDrawing(document: string): string {
  const from = document.indexOf(begin)
  const to = document.indexOf(end)
  if (from < 0 || to < 0) throw new Error(`${file} has no place for the drawing: ${begin} … ${end}`)
  return `${document.slice(0, from + begin.length)}\n\n${drawLifecycle()}\n\n${document.slice(to)}`
}

if (require.main === module) {
  readFile(file, 'utf8').then(document => writeFile(file, withDrawing(document)))
}
