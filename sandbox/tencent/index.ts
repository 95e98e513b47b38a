import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseAuthorization, signatureOf } from '../vendors/ess/tc3'
import { type Actions, act, actionsOf, Refusal, respond } from './actions'
import { createState, type FreeState } from './state'

/** Tencent Cloud's `tcb` API, strict and with a memory: what set-up does is what is there afterwards. */
export interface TencentCloud {
  url: string
  /** Everything that is there; a test may look and change. */
  state: FreeState
  /** The actions that were called, in order. */
  calls: string[]
  /** The process that calls dies before the n-th writing call from now on, counted from 1. */
  dieBefore(writing: number): void
  close(): Promise<void>
}

export interface TencentOptions {
  envId: string
  secretId: string
  secretKey: string
}

const version = '2018-06-08'
const clockToleranceSeconds = 300
const reads = /^(Describe|List)/

export async function startTencentCloud(options: TencentOptions): Promise<TencentCloud> {
  const state = createState(options.envId)
  const actions = actionsOf(state)
  const calls: string[] = []
  let writesLeft = Number.POSITIVE_INFINITY
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const action = String(request.headers['x-tc-action'])
    if (!reads.test(action) && --writesLeft < 0) return void response.destroy()
    calls.push(action)
    const answer = answerTo(request, Buffer.concat(chunks), action, actions, options)
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ Response: { ...answer, RequestId: `request-${calls.length}` } }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    state,
    calls,
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
  actions: Actions,
  options: TencentOptions,
): Record<string, unknown> {
  return respond(() => {
    checkSignature(headers, body, options)
    if (headers['x-tc-version'] !== version) throw new Refusal('NoSuchVersion', 'no such version')
    return act(actions, action, JSON.parse(body.toString('utf8')))
  })
}

function checkSignature(headers: http.IncomingHttpHeaders, body: Buffer, options: TencentOptions): void {
  const signed = parseAuthorization(headers.authorization ?? '')
  if (!signed) throw new Refusal('AuthFailure.SignatureFailure', 'no signature')
  if (signed.secretId !== options.secretId) throw new Refusal('AuthFailure.SecretIdNotFound', 'unknown id')
  const timestamp = Number(headers['x-tc-timestamp'])
  if (!(Math.abs(Date.now() / 1000 - timestamp) <= clockToleranceSeconds)) {
    throw new Refusal('AuthFailure.SignatureExpire', 'expired')
  }
  const signature = signatureOf({
    secretKey: options.secretKey,
    service: 'tcb',
    timestamp,
    signedHeaders: signed.signedHeaders,
    headers: { 'content-type': String(headers['content-type']), host: String(headers.host) },
    body,
  })
  if (signature !== signed.signature) throw new Refusal('AuthFailure.SignatureFailure', 'wrong signature')
}
