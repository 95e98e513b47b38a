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
  /** What crosses to the view until the home page rests: bytes, and how often. */
  home: { bytes: 6 * 1024, calls: 2 },
  /** The same of every other page: lists are longer, and come after the page itself. */
  page: { bytes: 24 * 1024, calls: 4 },
  /** What one keystroke sends, bytes. */
  keystroke: 200,
} as const
