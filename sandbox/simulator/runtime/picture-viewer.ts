import { h, onClick } from './dom'
import type { Overlays } from './overlays'

/** Pictures on black, side by side; a tap closes them. */
export function showPictures(overlays: Overlays, urls: string[], start: number, onClose: () => void): void {
  const pictures = urls.map(url => {
    const image = h('img', 'sim-preview')
    image.src = url
    return h('div', 'sim-picture', image)
  })
  const count = h('div', 'sim-picture-count', `${start + 1} / ${urls.length}`)
  const strip = h('div', 'sim-pictures', ...pictures)
  strip.addEventListener('scroll', () => {
    const at = Math.round(strip.scrollLeft / (strip.clientWidth || 1))
    count.textContent = `${at + 1} / ${urls.length}`
  })
  const viewer = h('div', 'sim-mask sim-dark', urls.length > 1 ? count : null, strip)
  viewer.setAttribute('role', 'dialog')
  const close = overlays.show(
    onClick(viewer, () => {
      close()
      onClose()
    }),
  )
  strip.scrollLeft = start * strip.clientWidth
}
