import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseAuthorization, signatureOf } from '../vendors/ess/tc3'
import { type Actions, act, Refusal, respond } from './actions'
import { actionsOf } from './environment-actions'
import { functionActions } from './function-actions'
import { answerGateway, type Upstream } from './gateway'
import { gatewayActions } from './gateway-actions'
import { lookActions } from './look-actions'
import { ruleActions } from './rule-actions'
import { createState, type FreeState } from './state'
import { answerWeChat, type WeChatAccount } from './wechat'

/**
 * Tencent Cloud's `tcb` and `scf` APIs, WeChat's server API and HTTP access to the functions, strict and with one
 * memory: what is done through one is seen through the others.
 */
export interface TencentCloud {
  /** POST / is Tencent's, /cgi-bin and /tcb are WeChat's, everything else is the gateway's. */
  url: string
  /** Everything that is there; a test may look and change. */
  state: FreeState
  /** The mini-program's; may be changed too. */
  wechat: WeChatAccount
  /** The actions that were called, in order; WeChat's by their path. */
  calls: string[]
  /** The same APIs without the way there: no signature, no network. Throws when the process is to die. */
  answer(service: string, action: string, parameters: unknown): Record<string, unknown>
  /** The process that calls dies before the n-th writing call from now on, counted from 1. */
  dieBefore(writing: number): void
  close(): Promise<void>
}

export interface TencentOptions {
  envId: string
  secretId: string
  secretKey: string
  /** Default: WeChat refuses every AppSecret. */
  wechat?: WeChatAccount
  /** Default: any that is free. */
  port?: number
  /** What the functions answer to HTTP requests and calls. Default: an empty answer. */
  upstream?: Upstream
}

const clockToleranceSeconds = 300
const reads = /^(Describe|List|Get|RunCommands|Invoke|\/cgi-bin\/|\/tcb\/get)/
const noAccount: WeChatAccount = { appId: '', secret: '', allowedIps: [], mayConfigure: false }

interface Service {
  version: string
  actions: Actions
}

export async function startTencentCloud(options: TencentOptions): Promise<TencentCloud> {
  const state = createState(options.envId)
  const { wechat = noAccount, upstream = () => ({}) } = options
  const services: Record<string, Service> = {
    tcb: {
      version: '2018-06-08',
      actions: {
        ...actionsOf(state),
        ...gatewayActions(state),
        ...ruleActions(state),
        ...lookActions(state),
      },
    },
    scf: { version: '2018-04-16', actions: functionActions(state, upstream) },
  }
  const calls: string[] = []
  let writesLeft = Number.POSITIVE_INFINITY
  /** Whether it may still be done. */
  const noted = (action: string): boolean => {
    if (!reads.test(action) && --writesLeft < 0) return false
    calls.push(action)
    return true
  }
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const body = Buffer.concat(chunks)
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://cloud')
    const isWeChat = /^\/(cgi-bin|tcb)\//.test(pathname)
    const isGateway = !isWeChat && pathname !== '/'
    if (isGateway) {
      const answer = await answerGateway(state, upstream, request, pathname, body)
      response.writeHead(answer.status, answer.headers)
      return void response.end(answer.body)
    }
    const action = isWeChat ? pathname : String(request.headers['x-tc-action'])
    if (!noted(action)) return void response.destroy()
    const answer = isWeChat
      ? answerWeChat(state, wechat, pathname, searchParams, body)
      : {
          Response: { ...answerTo(request, body, action, services, options), RequestId: `r-${calls.length}` },
        }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    state,
    wechat,
    calls,
    answer: (service, action, parameters) => {
      if (!noted(action)) throw new Error('killed')
      return respond(() => act(services[service]?.actions ?? {}, action, parameters))
    },
    dieBefore: writing => {
      writesLeft = writing - 1
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function answerTo(
  { headers }: http.IncomingMessage,
  body: Buffer,
  action: string,
  services: Record<string, Service>,
  options: TencentOptions,
): Record<string, unknown> {
  return respond(() => {
    const name = checkSignature(headers, body, options)
    const service = Object.hasOwn(services, name) ? services[name] : undefined
    if (!service || isOfAnotherHost(headers.host, name))
      throw new Refusal('AuthFailure.SignatureFailure', 'signed for another service')
    if (headers['x-tc-version'] !== service.version) throw new Refusal('NoSuchVersion', 'no such version')
    return act(service.actions, action, JSON.parse(body.toString('utf8')))
  })
}

const isOfAnotherHost = (host = '', service: string): boolean =>
  host.endsWith('.tencentcloudapi.com') && host !== `${service}.tencentcloudapi.com`

/** Returns the service it was signed for. */
function checkSignature(headers: http.IncomingHttpHeaders, body: Buffer, options: TencentOptions): string {
  const signed = parseAuthorization(headers.authorization ?? '')
  if (!signed) throw new Refusal('AuthFailure.SignatureFailure', 'no signature')
  if (signed.secretId !== options.secretId) throw new Refusal('AuthFailure.SecretIdNotFound', 'unknown id')
  const timestamp = Number(headers['x-tc-timestamp'])
  if (!(Math.abs(Date.now() / 1000 - timestamp) <= clockToleranceSeconds)) {
    throw new Refusal('AuthFailure.SignatureExpire', 'expired')
  }
  const signature = signatureOf({
    secretKey: options.secretKey,
    service: signed.service,
    timestamp,
    signedHeaders: signed.signedHeaders,
    headers: { 'content-type': String(headers['content-type']), host: String(headers.host) },
    body,
  })
  if (signature !== signed.signature) throw new Refusal('AuthFailure.SignatureFailure', 'wrong signature')
  return signed.service
}
