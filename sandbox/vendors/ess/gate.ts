/** Who calls, when, and with which signature: everything before the action is looked at. */
import { timingSafeEqual } from 'node:crypto'
import type { Clock } from '../kit/clock'
import type { SandboxRequest } from '../kit/http'
import { ACTION_HEADER, ACTIONS, type Action, ApiFault, VERSION } from './protocol'
import { ALGORITHM, type Authorization, dateOf, parseAuthorization, signatureOf } from './tc3'

const SERVICE = 'ess'
const WINDOW_S = 5 * 60
const ALWAYS_SIGNED = ['content-type', 'host']

export interface Gate {
  /** The action of a correct call; throws an ApiFault otherwise. */
  check(request: SandboxRequest): Action
}

export function createGate(options: { secretId: string; secretKey: string; clock: Clock }): Gate {
  const { secretId, secretKey, clock } = options
  return {
    check({ headers, rawBody }) {
      const wanted = required(headers, ACTION_HEADER, 'Action')
      const version = required(headers, 'x-tc-version', 'Version')
      const timestamp = timestampOf(required(headers, 'x-tc-timestamp', 'Timestamp'))
      const authorization = authorizationOf(headers)
      if (authorization.secretId !== secretId) {
        throw new ApiFault(
          'AuthFailure.SecretIdNotFound',
          'The SecretId is not found, please ensure that your SecretId is correct.',
        )
      }
      checkTime(timestamp, clock.now(), authorization)
      checkScope(authorization, headers.host ?? '')
      const { service, signedHeaders, signature } = authorization
      const isRight = hostsOf(headers).some(host => {
        const signed = { ...headers, host }
        const parts = { secretKey, service, timestamp, signedHeaders, headers: signed, body: rawBody }
        return timingSafeEqual(Buffer.from(signatureOf(parts)), Buffer.from(signature))
      })
      if (!isRight) throw wrongSignature('')
      if (version !== VERSION) {
        throw new ApiFault('NoSuchVersion', `The version \`${version}\` is not supported.`)
      }
      return actionOf(wanted)
    },
  }
}

function required(headers: Record<string, string>, name: string, parameter: string): string {
  const value = headers[name]
  if (value) return value
  throw new ApiFault(
    'MissingParameter',
    `The request is missing a required parameter \`${parameter}\` (header ${name}).`,
  )
}

function timestampOf(text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text)
  throw new ApiFault('InvalidParameter', 'X-TC-Timestamp must be Unix time in seconds.')
}

function authorizationOf(headers: Record<string, string>): Authorization {
  const parsed = parseAuthorization(headers.authorization ?? '')
  if (parsed) return parsed
  throw new ApiFault(
    'AuthFailure.InvalidAuthorization',
    headers.authorization
      ? `The Authorization header is not of the form ${ALGORITHM} Credential=…, SignedHeaders=…, Signature=….`
      : 'The Authorization header is missing.',
  )
}

function checkTime(timestamp: number, nowMs: number, { date }: Authorization): void {
  const age = Math.floor(nowMs / 1000) - timestamp
  if (Math.abs(age) > WINDOW_S) {
    const side = age > 0 ? 'behind' : 'ahead of'
    throw new ApiFault(
      'AuthFailure.SignatureExpire',
      `The timestamp is ${Math.abs(age)} s ${side} the server; 300 s are allowed.`,
    )
  }
  if (date !== dateOf(timestamp)) {
    throw wrongSignature(`: the date of the credential scope is not the UTC date of the timestamp`)
  }
}

function checkScope({ service, signedHeaders }: Authorization, host: string): void {
  // The vendor's SDKs take the first label of whatever host they call.
  if (service !== SERVICE && service !== host.split('.')[0]) {
    throw wrongSignature(
      `: the service of the credential scope is neither "${SERVICE}" nor the host's first label`,
    )
  }
  const unsigned = ALWAYS_SIGNED.filter(name => !signedHeaders.includes(name))
  if (unsigned.length > 0) throw wrongSignature(`: ${unsigned.join(' and ')} must be signed`)
  if (signedHeaders.join() !== [...signedHeaders].sort().join()) {
    throw wrongSignature(': SignedHeaders must be in alphabetical order')
  }
}

/** With a port the vendor's SDKs sign the name alone; the vendor's own hosts have no port. */
function hostsOf({ host = '' }: Record<string, string>): string[] {
  return [host, host.replace(/:\d+$/, '')]
}

function wrongSignature(reason: string): ApiFault {
  const text = 'The provided credentials could not be validated. Please check your signature is correct.'
  return new ApiFault('AuthFailure.SignatureFailure', reason ? `${text} SANDBOX${reason}` : text)
}

function actionOf(wanted: string): Action {
  const action = ACTIONS.find(one => one === wanted)
  if (action) return action
  throw new ApiFault('InvalidAction', `The request action=\`${wanted}\` is invalid or not found.`)
}
