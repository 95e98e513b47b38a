import { createHash, randomUUID } from 'node:crypto'
import type { Clock } from '../../platform/clock'
import { type Http, HttpFailure, type HttpResponse } from '../../platform/http'
import { isRecord, parseRecord } from '../../platform/json'
import { type MultipartFile, multipart } from '../../platform/multipart'
import type { Caller } from '../call'
import { labelOf } from '../label'
import { heeding, type Outcome, throttled } from '../outcome'
import { failureOf } from './errors'
import { hosts } from './hosts'

export interface ClientOptions {
  environment: 'production' | 'test'
  /** Instead of the vendor's host: an egress proxy. */
  baseUrl: string | null
  appToken: string
  appSecret: string
  http: Http
  call: Caller
  clock: Clock
}

export interface Client {
  /** A call that changes something at the vendor: a lost answer is `indeterminate`. */
  post(path: string, body: Record<string, unknown>): Promise<Outcome<Record<string, unknown>>>
  /** The same as multipart/form-data, for calls that carry a file. */
  postForm(
    path: string,
    fields: Record<string, string | undefined>,
    file: MultipartFile,
  ): Promise<Outcome<Record<string, unknown>>>
  /** A call that only reads: a lost answer is `transient`. */
  get(path: string, query: Record<string, string>): Promise<Outcome<Record<string, unknown>>>
}

/** 契约锁's open API: four headers, JSON, one envelope. */
export function createClient(options: ClientOptions): Client {
  const base = options.baseUrl ?? hosts[options.environment]
  const change = (path: string, contentType: string, body: string | Buffer) =>
    options.call(() =>
      send('indeterminate', () =>
        options.http({
          method: 'POST',
          url: base + path,
          headers: { ...signedHeaders(options), 'content-type': contentType },
          body,
        }),
      ),
    )
  return {
    post: (path, body) => change(path, 'application/json;charset=UTF-8', JSON.stringify(body)),
    postForm(path, fields, file) {
      const { contentType, body } = multipart(fields, file)
      return change(path, contentType, body)
    },
    get: (path, query) =>
      options.call(() =>
        send('transient', () =>
          options.http({
            method: 'GET',
            url: `${base}${path}?${new URLSearchParams(query)}`,
            headers: signedHeaders(options),
          }),
        ),
      ),
  }
}

/** Lower-case MD5 over the plain concatenation; URL and body are not covered. Source: help.qiyuesuo.com, API协议. */
export function sign(appToken: string, appSecret: string, timestamp: string, nonce: string): string {
  return createHash('md5')
    .update(appToken + appSecret + timestamp + nonce)
    .digest('hex')
}

/** Made anew for every try: the nonce must not be seen twice within 10 minutes. */
function signedHeaders({ appToken, appSecret, clock }: ClientOptions): Record<string, string> {
  const timestamp = String(clock())
  const nonce = randomUUID()
  return {
    'x-qys-open-accesstoken': appToken,
    'x-qys-open-timestamp': timestamp,
    'x-qys-open-nonce': nonce,
    'x-qys-open-signature': sign(appToken, appSecret, timestamp, nonce),
  }
}

async function send(
  whenLost: 'indeterminate' | 'transient',
  request: () => Promise<HttpResponse>,
): Promise<Outcome<Record<string, unknown>>> {
  let response: HttpResponse
  try {
    response = await request()
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error
    const kind = error.sent ? whenLost : 'transient'
    return { kind, code: error.reason.toUpperCase(), detail: error.message }
  }
  return heeding(readEnvelope(response, whenLost), response)
}

/**
 * The body is read before the HTTP status: refusals carry the code in both. Success is `code` 0 or `responseCode`
 * "00000000", number or text.
 */
export function readEnvelope(
  response: HttpResponse,
  whenLost: 'indeterminate' | 'transient',
): Outcome<Record<string, unknown>> {
  const envelope = parseRecord(response.body)
  // Refused before anything happened, whatever the body says.
  if (response.status === 429) return throttled(response)
  if (!envelope || (envelope.code === undefined && envelope.responseCode === undefined)) {
    return {
      kind: whenLost,
      code: `HTTP_${response.status}`,
      detail: 'the answer is not the documented envelope',
    }
  }
  const code = labelOf(envelope.code)
  const responseCode = labelOf(envelope.responseCode)
  const succeeded = (code !== '' && Number(code) === 0) || responseCode === '00000000'
  if (!succeeded) return failureOf(code, responseCode, whenLost)
  return { kind: 'ok', value: isRecord(envelope.result) ? envelope.result : {} }
}
