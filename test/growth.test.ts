import { createCipheriv } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { answer } from '../cloudfunctions/api/answer'
import { readEvent } from '../cloudfunctions/callback/event'
import { columnChecks } from '../cloudfunctions/domain/batch/checkColumn'
import { columnOf } from '../cloudfunctions/domain/batch/headings'
import { columns, type RowFields } from '../cloudfunctions/domain/batch/row'
import {
  readBusinessNumber,
  readCreditCode,
  readMobile,
  readOrganizationName,
  readPersonName,
  searchForm,
} from '../cloudfunctions/domain/identity'
import { parseJsonKeepingIds } from '../cloudfunctions/platform/json'
import { createLog } from '../cloudfunctions/platform/log'
import { linesOf } from '../cloudfunctions/platform/sheet/lines'
import { readAnswer } from '../cloudfunctions/vendors/esign/answer'
import { readNotice as readEsign, signNotice as signEsign } from '../cloudfunctions/vendors/esign/notice'
import { readNotice as readEss, signNotice as signEss } from '../cloudfunctions/vendors/ess/notice'
import { saysNoFlows, saysVerified } from '../cloudfunctions/vendors/ess/texts'
import { readEnvelope } from '../cloudfunctions/vendors/qiyuesuo/client'
import { signEnvelope } from '../cloudfunctions/vendors/qiyuesuo/envelope'
import { readNotice as readQiyuesuo } from '../cloudfunctions/vendors/qiyuesuo/notice'
import { entryOfQuery, entryOfScan } from '../miniprogram/entry/parse'

/**
 * Whoever reads text from outside pays for its length and for nothing else. Each reader gets the texts that have cost
 * more than that elsewhere, in three sizes; ten times the text may take sixty times as long before it counts: a
 * quadratic reader takes a hundred times.
 */
const sizes = [10_000, 100_000, 1_000_000] as const
const factor = 60
const noFields = Object.fromEntries(columns.map(column => [column, ''])) as RowFields
/** ms; below it the clock says more about the machine than about us. */
const noise = 10

const fill = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length))
const texts: Record<string, (length: number) => string> = {
  digits: fill('1'),
  quotes: fill('"'),
  'escaped quotes without an end': length => `"${fill('\\"')(length)}`,
  'lists in lists': fill('['),
  'lists in lists, closed': length => fill('[')(length / 2) + fill(']')(length / 2),
  'objects in objects': fill('{"a":'),
  'many names': length => `{${fill('"a":1,')(length)}"b":1}`,
  'numbers with points': fill('1.'),
  minus: fill('-'),
  letters: fill('a'),
  'words with points': fill('a.'),
  at: fill('a@'),
  blanks: length => `a${fill(' ')(length)}a`,
  'blank lines': length => `a${fill(' \n')(length)}a`,
  brackets: fill('（'),
  tags: fill('<c '),
  percent: fill('%25'),
  ampersands: fill('&a=b'),
  regions: fill('北京市'),
  'nothing there': fill('没有'),
  slashes: fill('/'),
}

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

const readers: Record<string, (text: string) => unknown> = {
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
  'what was scanned': text => [entryOfQuery({ q: text }), entryOfScan({ result: text })],
}

/** ms of the best of three: a machine may stand still now and then. */
function fastest(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3 && best > noise; round++) {
    const startedAt = performance.now()
    work()
    best = Math.min(best, performance.now() - startedAt)
  }
  return best
}

function thrown(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

test.each(Object.keys(readers))('%s costs its length', name => {
  const read = readers[name] as (text: string) => unknown
  for (const [what, text] of Object.entries(texts)) {
    let before = noise
    for (const size of sizes) {
      const input = text(size)
      const taken = fastest(() => read(input))
      if (taken > Math.max(before, noise) * factor)
        throw new Error(`${what}: ${size} took ${taken} ms after ${before}`)
      before = taken
    }
  }
})
