import { createCipheriv } from 'node:crypto'
import { answer } from '../../cloudfunctions/api/answer'
import { readEvent } from '../../cloudfunctions/callback/event'
import { readProbe } from '../../cloudfunctions/callback/probe'
import { columnChecks } from '../../cloudfunctions/domain/batch/checkColumn'
import { columnOf } from '../../cloudfunctions/domain/batch/headings'
import { columns, type RowFields } from '../../cloudfunctions/domain/batch/row'
import {
  readBusinessNumber,
  readCreditCode,
  readMobile,
  readOrganizationName,
  readPersonName,
  searchForm,
} from '../../cloudfunctions/domain/identity'
import { retryAfterOf } from '../../cloudfunctions/domain/integration/delivery'
import { isAllowedRedirect } from '../../cloudfunctions/domain/invitation/redirect'
import { parseJsonKeepingIds } from '../../cloudfunctions/platform/json'
import { createLog } from '../../cloudfunctions/platform/log'
import { linesOf } from '../../cloudfunctions/platform/sheet/lines'
import { readFile, readText } from '../../cloudfunctions/platform/sheet/readFile'
import { readEvent as readServerEvent } from '../../cloudfunctions/server/event'
import { choresOf } from '../../cloudfunctions/sweep/message'
import { askedByDoctor } from '../../cloudfunctions/usecases/health/askedByDoctor'
import { readAnswer } from '../../cloudfunctions/vendors/esign/answer'
import { outlineOfAuthFlow, readAuthFlow } from '../../cloudfunctions/vendors/esign/auth-flow'
import { readNotice as readEsign, signNotice as signEsign } from '../../cloudfunctions/vendors/esign/notice'
import { readNotice as readEss, signNotice as signEss } from '../../cloudfunctions/vendors/ess/notice'
import { saysNoFlows, saysVerified } from '../../cloudfunctions/vendors/ess/texts'
import { isKnownUrl } from '../../cloudfunctions/vendors/jumps'
import { readEnvelope } from '../../cloudfunctions/vendors/qiyuesuo/client'
import { signEnvelope } from '../../cloudfunctions/vendors/qiyuesuo/envelope'
import { readNotice as readQiyuesuo } from '../../cloudfunctions/vendors/qiyuesuo/notice'
import { entryOfQuery, entryOfScan } from '../../miniprogram/entry/parse'
import { createServerWorld } from '../support/server-world'
import { createWorld } from '../support/world'

const noFields = Object.fromEntries(columns.map(column => [column, ''])) as RowFields
const callbackToken = 'test-callback-token'
const callbackKey = '0123456789abcdef0123456789abcdef'
const key = callbackKey.slice(0, 16)
const clock = () => 1_790_000_000_000

function encrypted(text: string): string {
  const bytes = Buffer.from(callbackKey)
  const cipher = createCipheriv('aes-256-cbc', bytes, bytes.subarray(0, 16))
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64')
}

function ess(text: string, token: string | null = callbackToken) {
  const body = Buffer.from(text)
  const headers: Record<string, string> = token ? { 'content-signature': signEss(body, token) } : {}
  return readEss({ body, headers, query: {} }, { callbackToken, callbackKey })
}

function esign(text: string) {
  const body = Buffer.from(text)
  const timestamp = String(clock())
  const signature = signEsign({ timestamp, query: {}, body }, 'secret')
  const headers = { 'x-tsign-open-signature': signature, 'x-tsign-open-timestamp': timestamp }
  return readEsign({ body, headers, query: {} }, { appSecret: 'secret', clock })
}

function qiyuesuo(text: string, type: string) {
  const notice = { body: Buffer.from(text), headers: { 'content-type': type }, query: {} }
  return readQiyuesuo(notice, { callbackKey: key, clock })
}

function qiyuesuoEnvelope(content: string) {
  const timestamp = String(clock())
  const query = { timestamp, signature: signEnvelope(timestamp, key), content }
  return readQiyuesuo({ body: Buffer.alloc(0), headers: {}, query }, { callbackKey: key, clock })
}

const call = (action: string, input: unknown) =>
  answer({
    event: { action, input },
    openid: 'alice',
    dependencies: () => {
      throw new Error('an input like this goes no further')
    },
    log: createLog(() => undefined),
  })

const server = createServerWorld()
const doctor = createWorld().deps

/** Whoever takes a text from outside apart; those that wait for something answer later. */
export const readers = {
  'JSON of a vendor': text => thrown(() => parseJsonKeepingIds(text)),
  'an unsigned notice of 电子签': text => ess(text, null),
  'a signed notice of 电子签': text => ess(text),
  'an encrypted notice of 电子签': text => ess(JSON.stringify({ encrypt: encrypted(text) })),
  'a signed notice of e签宝': esign,
  'a form of 契约锁': text => qiyuesuo(text, 'application/x-www-form-urlencoded'),
  'JSON of 契约锁': text => qiyuesuo(text, 'application/json'),
  'an envelope of 契约锁': qiyuesuoEnvelope,
  'an answer of 契约锁': body => readEnvelope({ status: 200, body }, 'transient'),
  'an answer of e签宝': body => readAnswer({ status: 200, body }, 'read'),
  'a sentence of 电子签': text => [saysNoFlows(text), saysVerified(text)],
  'a field with a long name': text => call('config.get', { [text]: 1 }),
  'a long text in a field': text => call('verification.get', { id: text }),
  'a list of many': text =>
    call('verification.start', { person: Array.from({ length: text.length / 10 }, () => ({})) }),
  'a line of the log': text => createLog(() => undefined).info('test', { text }),
  'an address of a notice': path => readEvent({ httpMethod: 'POST', path, headers: {}, body: '' }),
  'headers of a notice': text =>
    readEvent({ httpMethod: 'POST', path: '/ess', headers: { a: text }, body: '' }),
  'a cell of a spreadsheet': text => linesOf([[text]]),
  'a heading': columnOf,
  'the name of a person': readPersonName,
  'the name of an organization': readOrganizationName,
  'a number': text => readCreditCode(text).ok || readMobile(text),
  'a business number': text => [readBusinessNumber(text), searchForm(text)],
  'an address in a row': text => columnChecks.address(text, noFields, 0),
  'an event of the server API': text => [
    readServerEvent({ path: `/v1/${text}`, httpMethod: 'GET', headers: {}, body: '' }),
    readServerEvent({ path: '/v1/x', httpMethod: 'POST', headers: { a: text }, body: text }),
    readServerEvent({ path: '/v1/x', httpMethod: 'POST', headers: {}, body: text, isBase64Encoded: true }),
  ],
  'a key of the server API': async text => (await server).call('GET', '/invitations', { key: text }),
  'a body of the server API': async text =>
    (await server).call('POST', '/invitations', { body: text, idempotencyKey: 'growth-1' }),
  'a query of the server API': async text =>
    (await server).call('GET', '/events', { query: { cursor: text, createdFrom: text } }),
  'a knock at our health': text => [
    readProbe({ httpMethod: 'GET', path: `/callback/health/${text}`, headers: {} }),
    readProbe({ httpMethod: 'GET', path: `/${text}/health/0123456789abcdef`, headers: { a: text } }),
  ],
  'a question of the doctor': text =>
    askedByDoctor(() => doctor, 'server', { health: { at: doctor.clock(), nonce: text, proof: text } }, null),
  'a message of the timer': text => choresOf(text, 0),
  'a way to a vendor': text => isKnownUrl(text, { hosts: ['example.com'] }),
  'a way on from an invitation': text => isAllowedRedirect({ kind: 'webUrl', url: text }, ['example.com']),
  'an answer of a receiver': text => retryAfterOf(text, 0),
  'an answer of e签宝 about a flow': text => {
    const read = readAuthFlow({ realNameStatus: text, authInfo: { willingnessAuthModes: text } })
    return read.kind === 'ok' && outlineOfAuthFlow(read.value)
  },
  'a spreadsheet': bytes => thrown(() => readFile(Buffer.from(bytes))),
  'a pasted table': text => thrown(() => readText(text)),
  'what was scanned': text => [entryOfQuery({ q: text }), entryOfScan({ result: text })],
} satisfies Record<string, (text: string) => unknown>

export type ReaderName = keyof typeof readers

function thrown(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
