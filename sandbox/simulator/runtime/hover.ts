/** How long a pressed look stays after the finger left, ms (`hover-stay-time` of button). */
const stay = 70

/** `hover-class`: the look of a view, button or navigator while a finger is on it. */
export function followFinger(root: HTMLElement): void {
  const press = (event: Event) => {
    const target = event.target instanceof Element ? event.target.closest('[hover-class]') : null
    const name = target?.getAttribute('hover-class')
    if (!target || !name || name === 'none' || target.hasAttribute('disabled')) return
    const classes = name.split(/\s+/).filter(Boolean)
    target.classList.add(...classes)
    const release = () => {
      for (const type of ends) window.removeEventListener(type, release)
      setTimeout(() => target.classList.remove(...classes), stay)
    }
    for (const type of ends) window.addEventListener(type, release)
  }
  for (const type of ['mousedown', 'touchstart']) root.addEventListener(type, press, { passive: true })
}

const ends = ['mouseup', 'touchend', 'touchcancel', 'blur']
