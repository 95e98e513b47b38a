import type { MiniProgramHandoff } from '../../contract/handoff'
import type { Failure } from '../driver'
import onPhone from './onPhone.json'

/** The vendor's mini-program; must match the API host. */
export const appIds = onPhone.embedded

export interface LinkOptions {
  environment: 'production' | 'test'
  halfScreen: boolean
}

/** The path is passed on letter for letter: leading slash, raw Chinese and all. */
export function miniProgram(path: string, { environment, halfScreen }: LinkOptions): MiniProgramHandoff {
  // `release` for the vendor's integration environment too, which is a mini-program of its own.
  return {
    kind: 'miniProgram',
    appId: appIds[environment],
    path,
    envVersion: 'release',
    embedded: halfScreen,
  }
}

/** A link whose `&` was escaped on its way to us leads nowhere. */
export function spoiled(...links: string[]): Failure | null {
  if (!links.some(link => /\\u|&amp;/i.test(link))) return null
  return { kind: 'indeterminate', code: 'ESCAPED', detail: 'a link came with its characters escaped' }
}
