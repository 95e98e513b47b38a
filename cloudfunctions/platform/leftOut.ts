import { createLog } from './log'

const log = createLog()

/** Thrown where a call reaches a part of a library that the bundles leave out: scripts/functions/leftOut.ts names each. */
export class PartLeftOut extends Error {
  readonly code = 'SDK_PART_LEFT_OUT'

  constructor(part: string) {
    super(
      `SDK_PART_LEFT_OUT: ${part} is not in this bundle; take it off the list in scripts/functions/leftOut.ts`,
    )
    this.name = 'PartLeftOut'
  }
}

/**
 * Stands for a module that is left out: may be imported and taken apart, and throws as soon as it is called. Also says
 * so in the log, where the library would swallow the error.
 * @param quiet names of its functions that are called when the library starts; what they return throws
 */
export function leftOut(part: string, quiet: readonly string[] = []): unknown {
  // Not an arrow: it must bear `new`.
  function reached(): never {
    const error = new PartLeftOut(part)
    log.error('sdk.leftOut', { code: error.code, part })
    throw error
  }
  const anything: object = new Proxy(reached, {
    get(target, key) {
      // Looked at when a library is loaded or waited for, not when it is used.
      if (key === '__esModule') return true
      if (key === 'prototype') return target.prototype
      if (key === 'then' || typeof key === 'symbol') return undefined
      return quiet.includes(key) ? () => anything : anything
    },
    apply: reached,
    construct: reached,
  })
  return anything
}
