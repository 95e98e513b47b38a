/** jsdom has canvas elements and draws on none. */
export function draws(canvas: HTMLCanvasElement): boolean {
  return typeof CanvasRenderingContext2D !== 'undefined' && canvas.getContext('2d') !== null
}

const sign = 0.5

/** Takes every drawing and shows nothing, so that an app can be run to the point where it saves its picture. */
export function blindContext(): unknown {
  const state: Record<string | symbol, unknown> = { font: '10px sans-serif' }
  const measureText = (text: unknown) => {
    const size = Number.parseFloat(/([\d.]+)px/.exec(String(state.font))?.[1] ?? '10')
    return { width: [...String(text)].length * size * sign }
  }
  return new Proxy(state, {
    get(target, name) {
      if (name === 'measureText') return measureText
      if (name in target) return target[name]
      // A context is no promise.
      return name === 'then' ? undefined : () => blindPart
    },
    set(target, name, value) {
      target[name] = value
      return true
    },
  })
}

/** What createLinearGradient and createPattern give. */
const blindPart = { addColorStop() {}, setTransform() {} }
