import type { Handoff } from '../../contract/handoff'
import type { Clock } from '../../platform/clock'
import type { QrImage } from '../../platform/qr'
import type { Outcome, Started } from '../driver'
import { textOf } from '../label'
import type { Client, Data } from './client'

/** 上链公证签, the vendor's own mini-program. */
export const miniProgramId = 'wx1cf2708c2de46337'
/** The mini-program's name for the environment; must match the API host. */
const miniProgramEnv = { production: 'prod', test: 'sml' } as const

/** Of the short links of both products and of v3's long ones, ms. v2's long links do not end. */
const linkLifetime = 30 * 24 * 3_600_000

export interface ProductOptions {
  client: Client
  environment: 'production' | 'test'
  appId: string
  clock: Clock
  qrImage: QrImage
}

/** `type`: `REALNAME` for a flow of v2, `AUTH` for one of v3. */
export function miniProgram(
  { environment }: ProductOptions,
  { type, flowId, reference }: { type: 'REALNAME' | 'AUTH'; flowId: string; reference: string },
): Handoff {
  return {
    kind: 'miniProgram',
    appId: miniProgramId,
    path: '/pages/index/index',
    extraData: {
      requestObj: { flowId, type, env: miniProgramEnv[environment] },
      // Comes back as it is; may be forged on the way, so it proves nothing.
      callbackObj: { reference },
    },
    envVersion: 'release',
    embedded: false,
  }
}

/** The short link where there is one: it is copied and scanned. Only web-views need the long one. */
export async function webUrl(
  { clock, qrImage }: ProductOptions,
  { short, long, longEnds }: { short: unknown; long: unknown; longEnds: boolean },
): Promise<Handoff | null> {
  const url = textOf(short) || textOf(long)
  if (url === '') return null
  const ends = longEnds || textOf(short) !== ''
  const expiresAt = ends ? clock() + linkLifetime : null
  return { kind: 'webUrl', url, qrImage: await qrImage(url), singleUse: false, expiresAt }
}

/** The id of a flow is a text; one that came as a long number was kept whole. */
export function idOf(answer: Data, name: 'flowId' | 'authFlowId'): string {
  return textOf(answer[name])
}

export function handedOff(handoff: Handoff, refs: Record<string, string>): Outcome<Started> {
  return { kind: 'ok', value: { kind: 'handoff', handoff, refs } }
}
