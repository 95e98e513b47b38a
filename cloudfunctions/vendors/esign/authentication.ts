import type { Clock } from '../../platform/clock'
import { type Http, HttpFailure, type HttpResponse } from '../../platform/http'
import type { IssuedToken, SharedToken } from '../../platform/sharedToken'
import type { Failure, Outcome } from '../driver'
import { readAnswer } from './answer'
import { lost } from './errors'
import { contentType, signedHeaders } from './signature'

export interface AuthenticationOptions {
  authentication: 'signature' | 'token'
  environment: 'production' | 'test'
  appId: string
  appSecret: string
  http: Http
  clock: Clock
  tokens: SharedToken
}

export interface Call {
  method: 'GET' | 'POST'
  path: string
  body: string
}

export interface Authentication {
  /** Headers that say who calls, made anew for every try. null: somebody else gets the token and takes too long. */
  headersFor(call: Call): Promise<Outcome<Record<string, string>> | null>
  /** These headers were refused. Whether new ones may be better. */
  renew(headers: Record<string, string>): Promise<boolean>
}

/** The vendor recommends signatures; tokens are for those who have always had them. */
export function createAuthentication(options: AuthenticationOptions, base: string): Authentication {
  return options.authentication === 'token' ? byToken(options, base) : bySignature(options)
}

function bySignature({ appId, appSecret, clock }: AuthenticationOptions): Authentication {
  return {
    headersFor: async call => ({
      kind: 'ok',
      value: signedHeaders({ appId, appSecret, timestamp: clock(), ...call }),
    }),
    renew: async () => false,
  }
}

const tokenHeader = 'x-tsign-open-token'

/** A new token leaves the one before it five minutes, and kills older ones: all instances share one. */
function byToken(options: AuthenticationOptions, base: string): Authentication {
  const { appId, environment, tokens } = options
  const name = `esign_${environment}_${appId}`
  return {
    async headersFor() {
      let failure: Failure | null = null
      const token = await tokens.get(name, async () => {
        const outcome = await requestToken(options, base)
        if (outcome.kind === 'ok') return outcome.value
        failure = outcome
        return null
      })
      if (token === null) return failure
      const headers = { 'x-tsign-open-app-id': appId, [tokenHeader]: token, 'content-type': contentType }
      return { kind: 'ok', value: headers }
    },
    async renew(headers) {
      await tokens.invalidate(name, headers[tokenHeader] ?? '')
      return true
    },
  }
}

/** ms a token lives, where the answer does not say when it ends. */
const lifetime = 120 * 60_000

/** The secret is part of the address, so the address is in no detail. Source: 获取鉴权Token. */
async function requestToken(
  { appId, appSecret, http, clock }: AuthenticationOptions,
  base: string,
): Promise<Outcome<IssuedToken>> {
  const query = new URLSearchParams({ appId, secret: appSecret, grantType: 'client_credentials' })
  let response: HttpResponse
  try {
    response = await http({ method: 'GET', url: `${base}/v1/oauth2/access_token?${query}`, headers: {} })
  } catch (error) {
    if (error instanceof HttpFailure) return lost('read', error.reason.toUpperCase(), error.message)
    // The error of a malformed address quotes it.
    return { kind: 'misconfigured', code: 'BASE_URL', detail: 'the address of the vendor is not one' }
  }
  const outcome = readAnswer(response, 'read')
  // Whatever is refused here is not about the person who waits.
  if (outcome.kind === 'rejected') return { ...outcome, kind: 'misconfigured' }
  if (outcome.kind !== 'ok') return outcome
  const { token, expiresIn } = outcome.value
  if (typeof token !== 'string' || token === '') return lost('read', 'INCOMPLETE', 'success without a token')
  const now = clock()
  const end = Number(expiresIn)
  // A point in time, in spite of its name.
  const isPlausible = end > now && end <= now + 2 * lifetime
  return { kind: 'ok', value: { token, expiresAt: isPlausible ? end : now + lifetime } }
}
