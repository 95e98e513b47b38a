import type { CodeSize, Codes, LinkTarget } from './codes'
import type { Config } from './config'
import { kindOfFile } from './fileKind'
import type { Patience } from './patience'
import { cloudCalls } from './sdk'

/** Px; 280 is the smallest WeChat makes. */
const codeWidths: Readonly<Record<CodeSize, number>> = { usual: 430, small: 280 }

export function createCodes(version: Config['codeVersion'], patiently: Patience): Codes {
  return {
    async miniProgramCode({ page, scene, size = 'usual' }) {
      const { buffer } = await patiently(() =>
        cloudCalls().openapi.wxacode.getUnlimited({
          scene,
          page,
          // Only published pages can be checked.
          checkPath: version === 'release',
          envVersion: version,
          width: codeWidths[size],
        }),
      )
      const kind = Buffer.isBuffer(buffer) ? kindOfFile(buffer) : null
      if (!Buffer.isBuffer(buffer) || kind === null || kind === 'pdf') throw new Error('no image')
      return { type: kind === 'png' ? 'png' : 'jpeg', bytes: buffer }
    },

    async urlLink(target) {
      const options = { ...pageOf(target), ...expiryOf(target) }
      const { urlLink } = await patiently(() => cloudCalls().openapi.urllink.generate(options))
      return addressOf(urlLink)
    },

    async urlScheme(target) {
      const options = { jumpWxa: pageOf(target), ...expiryOf(target) }
      const { openlink } = await patiently(() => cloudCalls().openapi.urlscheme.generate(options))
      return addressOf(openlink)
    },
  }

  function pageOf({ page, query }: LinkTarget) {
    return { path: page, query, envVersion: version }
  }
}

function expiryOf({ expiresAt }: LinkTarget) {
  return { isExpire: true, expireType: 0, expireTime: Math.floor(expiresAt / 1000) } as const
}

function addressOf(answered: unknown): string {
  if (typeof answered !== 'string' || answered === '') throw new Error('no address')
  return answered
}
