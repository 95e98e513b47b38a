import { readFile, writeFile } from 'node:fs/promises'
import { finalRowStates, rowTransitions } from '../cloudfunctions/domain/batch/lifecycle'
import { finalInvitationStates, invitationTransitions } from '../cloudfunctions/domain/invitation/lifecycle'
import { isOpen, states, transitions } from '../cloudfunctions/domain/lifecycle'

const file = 'docs/architecture.md'

interface Arrow {
  from: string
  to: string
  cause: string
}

/** One table, and where its drawing stands: between `<!-- <name>: drawn by … -->` and `<!-- /<name> -->`. */
interface Drawing {
  name: string
  arrows: readonly Arrow[]
  ends: readonly string[]
}

const drawings: readonly Drawing[] = [
  {
    name: 'lifecycle',
    arrows: [
      { from: '[*]', to: 'created', cause: 'userSubmitted' },
      ...transitions.map(({ from, cause, to, needs }) => ({
        from,
        to,
        cause: needs ? `${cause} (${needs} only)` : cause,
      })),
    ],
    ends: states.filter(state => !isOpen(state)),
  },
  {
    name: 'row lifecycle',
    arrows: [
      { from: '[*]', to: 'draft', cause: 'imported' },
      ...rowTransitions.flatMap(({ from, cause, to }) => from.map(state => ({ from: state, to, cause }))),
    ],
    ends: finalRowStates,
  },
  {
    name: 'invitation lifecycle',
    arrows: [
      { from: '[*]', to: 'pending', cause: 'created' },
      ...invitationTransitions.flatMap(({ from, cause, to }) =>
        from.map(state => ({ from: state, to, cause })),
      ),
    ],
    ends: finalInvitationStates,
  },
]

/** A transition table as a Mermaid state diagram. */
function drawn({ arrows, ends }: Drawing): string {
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...arrows.map(({ from, to, cause }) => `  ${from} --> ${to}: ${cause}`),
    ...ends.map(state => `  ${state} --> [*]`),
    '```',
  ].join('\n')
}

/** The document with its drawings replaced by the current ones. */
export function withDrawings(document: string): string {
  return drawings.reduce(withDrawing, document)
}

function withDrawing(document: string, drawing: Drawing): string {
  const begin = `<!-- ${drawing.name}: drawn by \`npm run docs:lifecycle\`, do not edit -->`
  const end = `<!-- /${drawing.name} -->`
  const from = document.indexOf(begin)
  const to = document.indexOf(end)
  if (from < 0 || to < 0) throw new Error(`${file} has no place for a drawing: ${begin} … ${end}`)
  return `${document.slice(0, from + begin.length)}\n\n${drawn(drawing)}\n\n${document.slice(to)}`
}

if (require.main === module) {
  readFile(file, 'utf8').then(document => writeFile(file, withDrawings(document)))
}
