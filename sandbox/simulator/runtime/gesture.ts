/**
 * WeChat lets a page leave for another mini-program only because of a tap. The tap is over when the task that
 * delivered it ends: microtasks still count, anything that waited for the network or a native answer does not.
 */
export interface Gesture {
  begin(): void
  active(): boolean
}

export function createGesture(): Gesture {
  let current = 0
  let live = false
  return {
    begin() {
      live = true
      current += 1
      const mine = current
      setTimeout(() => {
        if (mine === current) live = false
      }, 0)
    },
    active: () => live,
  }
}
