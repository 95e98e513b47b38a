/** What a screen may do to the person who looks at it. docs/design-language.md says why. */
export const limits = {
  /** Layout shift from one state to the next, as the browser scores it, without what follows a tap within 500 ms. */
  shift: 0.05,
  /** Findings of axe that are serious or critical, contrast apart. */
  axe: 0,
  /** Pairs of text and ground below WCAG AA. */
  contrast: 0,
  /** Things to tap that are lower or narrower than `target` px. */
  small: 0,
  target: 44,
  /** px by which the page is wider than the screen. */
  wider: 0,
  /** What crosses to the view until a page rests, bytes, and how often: its outline, then all of it. */
  first: 6 * 1024,
  calls: 2,
  /** What one keystroke sends, bytes. */
  keystroke: 200,
} as const

export interface Exception {
  first?: number
  calls?: number
  keystroke?: number
  why: string
}

/** The pages that cannot, and why; each is held to a figure of its own. */
export const exceptions: Readonly<Record<string, Exception>> = {
  'packages/verify/handover/index': { calls: 3, why: 'the clock of the code ticks once meanwhile' },
  'packages/workplace/home/index': { first: 17_000, why: 'a month of figures, a bar for each day' },
  'packages/workplace/invite/index': {
    first: 11_500,
    keystroke: 550,
    why: 'thirty lines of a form, and the first sign in a field brings its lock',
  },
  'packages/workplace/invitation/index': {
    first: 9_500,
    calls: 3,
    why: 'the picture of the code comes once it is made',
  },
  'packages/workplace/brand/index': {
    keystroke: 400,
    why: 'the first sign of a code of its own takes the choice off the colours, the last one colours the preview',
  },
  'packages/workplace/verifications/index': {
    first: 7_000,
    why: 'a search and five filters above the list',
  },
  'packages/workplace/verification/index': {
    first: 9_500,
    keystroke: 300,
    why: 'all that is known of a case, its note and its trail; the first sign of a note brings its button',
  },
  'packages/batch/create/index': {
    first: 9_500,
    why: 'four ways to hand over a list, and how its links are made',
  },
  'packages/batch/board/index': {
    first: 12_000,
    why: 'rows are its content: as many as fit into one answer',
  },
  'packages/batch/link/index': {
    calls: 4,
    why: 'the role decides what a card offers, and a link that is missing is made at once, and shown when it is there',
  },
  'packages/batch/row/index': { first: 6_600, why: 'every column of the spreadsheet' },
}
