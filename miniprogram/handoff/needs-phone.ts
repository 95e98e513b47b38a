import type { Handoff } from '../cloud/types'

/** Plugins and the vendors' mini-programs use the camera and run on phones; codes and links can be shown anywhere. */
export function needsPhone({ kind }: Handoff): boolean {
  return kind === 'plugin' || kind === 'miniProgram'
}
