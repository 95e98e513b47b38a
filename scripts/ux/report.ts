import { exceptions, limits } from './limits'
import type { Measured } from './measure'

export interface Screen extends Measured {
  walk: string
  name: string
  look: string
}

/** One row a limit: what is compared, how it is written, and what is said when it is too much. */
interface Column {
  title: string
  limit(screen: Screen): number
  of(screen: Screen): number | null
  why(screen: Screen): string[]
  shown?(value: number): string
}

const columns: readonly Column[] = [
  {
    title: 'shift',
    limit: () => limits.shift,
    of: ({ shift }) => shift,
    why: ({ moved }) => [`moved: ${moved.join(', ')}`],
    shown: value => value.toFixed(3),
  },
  { title: 'axe', limit: () => limits.axe, of: ({ axe }) => axe.length, why: ({ axe }) => axe },
  {
    title: 'contrast',
    limit: () => limits.contrast,
    of: ({ contrast }) => contrast.length,
    why: ({ contrast }) => contrast,
  },
  {
    title: `<${limits.target}px`,
    limit: () => limits.small,
    of: ({ small }) => small.length,
    why: ({ small }) => small.map(({ name, width, height }) => `${name} is ${width} × ${height}`),
  },
  {
    title: 'wider',
    limit: () => limits.wider,
    of: ({ wider }) => wider,
    why: () => ['wider than the screen'],
  },
  {
    title: 'first B',
    limit: ({ route }) => exceptions[route]?.first ?? limits.first,
    of: ({ first }) => first?.bytes ?? null,
    why: () => ['the first screen sends too much'],
  },
  {
    title: 'calls',
    limit: ({ route }) => exceptions[route]?.calls ?? limits.calls,
    of: ({ first }) => first?.calls ?? null,
    why: () => ['the first screen is sent in too many parts'],
  },
  {
    title: 'key B',
    limit: ({ route }) => exceptions[route]?.keystroke ?? limits.keystroke,
    of: ({ keystroke }) => keystroke?.bytes ?? null,
    why: ({ keystroke }) => [`a keystroke in ${keystroke?.field}`],
  },
]

/** What is too much on a screen, one sentence each. */
export function faults(screen: Screen): string[] {
  return columns.flatMap(({ title, limit, of, why, shown = String }) => {
    const value = of(screen)
    const most = limit(screen)
    if (value === null || value <= most) return []
    return [`${title} ${shown(value)} > ${most}: ${why(screen).join('; ')}`]
  })
}

const width = { name: 44, value: 9 }

export const heading = `${'page and state'.padEnd(width.name)}${columns.map(({ title }) => title.padStart(width.value)).join('')}`

/** A screen as a line of the table; what is too much carries a mark. */
export function line(screen: Screen): string {
  const cells = columns.map(({ limit, of, shown = String }) => {
    const value = of(screen)
    if (value === null) return '–'
    return `${shown(value)}${value > limit(screen) ? '!' : ''}`
  })
  const name = `${screen.look} ${screen.walk} ${screen.name}`
  return `${name.padEnd(width.name)}${cells.map(each => each.padStart(width.value)).join('')}`
}
