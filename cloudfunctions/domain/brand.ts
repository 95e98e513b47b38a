/** How the inviting firm shows itself on invitations; there is one. */
export interface Brand {
  _id: typeof brandId
  version: number
  /** What it calls itself; the name in law stays that of the settings. */
  name: string
  /** `#rrggbb`, dark enough for white letters. */
  color: string
  /** A file of cloud storage; null: none. */
  logo: string | null
  /** Key of the operator who set it last. */
  operator: string
  at: number
}
export const brandId = 'brand'
/** Bytes of a logo at most: it is loaded with every invitation that is opened. */
export const largestLogo = 200 * 1024
/** px of its longer side at most: a picture of few bytes may be a very large one once it is unpacked. */
export const longestLogoSide = 2000

/** WCAG 2, AA: letters of usual size. */
const least = 4.5

/** Of white letters on a colour, 1 to 21. */
export function contrastWithWhite(color: string): number {
  const [red, green, blue] = channelsOf(color).map(linear)
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
  return 1.05 / (luminance + 0.05)
}

/** The same hue, as much darker as white letters need; itself where they can be read already. */
export function readable(color: string): string {
  let shown = color.toLowerCase()
  for (let part = 0.98; contrastWithWhite(shown) < least; part -= 0.02) {
    const channels = channelsOf(color).map(each => Math.floor(each * part))
    shown = `#${channels.map(each => each.toString(16).padStart(2, '0')).join('')}`
  }
  return shown
}

const channelsOf = (color: string): number[] =>
  [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16))

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
