import { isRecord } from '../record'
import { isEnvVersion, type Link, readLink } from './openapi-links'
import { type Api, type Arguments, jsonAnswer, type OpenApiAnswer, refusal } from './openapi-wire'
import { qrImage } from './qr-image'
import type { GivenCode } from './types'

export type { GivenCode } from './types'

export interface CodeOptions {
  /** Where codes and links point; asked at each call. */
  codeUrl: () => string
  pages?: readonly string[]
  now: () => number
}

const longestScene = 32
const sceneCharacters = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]*$/
const narrowest = 280
const widest = 1280
const defaultWidth = 430
const codesKept = 50

/** Mini-program codes, URL links and URL schemes, and which of them were given out. */
export function createCodeApis(options: CodeOptions) {
  const given: GivenCode[] = []

  /** The address a developer can open, which is also what is inside the code. */
  const give = (code: Omit<GivenCode, 'url' | 'at'>, parameters: Record<string, string>): string => {
    const url = new URL(options.codeUrl())
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
    given.unshift({ ...code, url: url.href, at: options.now() })
    given.splice(codesKept)
    return url.href
  }
  const giveLink = (api: GivenCode['api'], link: Link, functionName: string, more = {}) => {
    const { page, query, expiresAt, envVersion } = link
    const expires = String(Math.floor(expiresAt / 1000))
    return give(
      { api, page, query, envVersion, expiresAt, function: functionName },
      { page, query, expires, ...more },
    )
  }

  const apis: Record<string, Api> = {
    'wxacode.getUnlimited': (args, functionName) => {
      const wrong = sceneProblem(args) ?? pageProblem(args, options)
      if (wrong) return wrong
      const { scene, page = '', env_version: envVersion = 'release', width } = args
      if (!isEnvVersion(envVersion)) return refusal(40097, 'invalid args')
      const [shown, target] = [String(scene), String(page)]
      const url = give(
        { api: 'wxacode.getUnlimited', page: target, scene: shown, envVersion, function: functionName },
        { page: target, scene: shown },
      )
      const pixels = Math.min(Math.max(Number(width) || defaultWidth, narrowest), widest)
      // The real one is a round mini-program code in JPEG; a phone's camera and a test can read this one.
      return { body: qrImage(url, pixels), contentType: 'image/png' }
    },
    'urllink.generate': (args, functionName) => {
      const link = readLink(args, args, options)
      if ('errcode' in link) return refusal(link.errcode, link.errmsg)
      const url_link = giveLink('urllink.generate', link, functionName)
      return jsonAnswer({ errcode: 0, errmsg: 'ok', url_link })
    },
    'urlscheme.generate': (args, functionName) => {
      const target = args.jump_wxa ?? {}
      const link = readLink(isRecord(target) ? target : { path: target }, args, options)
      if ('errcode' in link) return refusal(link.errcode, link.errmsg)
      // A scheme opens with a scene value of its own.
      const openlink = giveLink('urlscheme.generate', link, functionName, { scheme: '1' })
      return jsonAnswer({ errcode: 0, errmsg: 'ok', openlink })
    },
  }
  return { apis, given: () => [...given] }
}

function sceneProblem({ scene }: Arguments): OpenApiAnswer | undefined {
  if (typeof scene !== 'string' || scene === '' || scene.length > longestScene) {
    return refusal(40169, 'invalid length for scene, or the data is not json string')
  }
  return sceneCharacters.test(scene) ? undefined : refusal(40129, 'invalid scene')
}

function pageProblem(args: Arguments, { pages }: CodeOptions): OpenApiAnswer | undefined {
  const { page = '' } = args
  if (typeof page !== 'string' || page.startsWith('/') || /[?#\s]/.test(page))
    return refusal(41030, 'invalid page')
  const mustExist = args.check_path !== false && page !== ''
  return mustExist && pages && !pages.includes(page) ? refusal(41030, 'invalid page') : undefined
}
