import { createHmac } from 'node:crypto'
import type { Fact } from '../../domain/decide'
import type { Clock } from '../../platform/clock'
import { sameText } from '../../platform/crypto'
import { type Http, HttpFailure, type HttpResponse } from '../../platform/http'
import { isRecord } from '../../platform/json'
import type { QrImage } from '../../platform/qr'
import type { Caller } from '../call'
import type { Driver, NoticeReading, Outcome, Question, RawNotice, Started, StartRequest } from '../driver'
import { defineVendor } from '../vendor'
import { settings } from './settings'

export interface NimbusOptions {
  baseUrl: string
  key: string
  http: Http
  call: Caller
  clock: Clock
  qrImage: QrImage
}

/** 云核: a link for a browser. docs/vendors/nimbus.md */
export function createNimbus(options: NimbusOptions): Driver {
  return {
    id: settings.id,
    note: settings.note,
    capabilities: {
      subjects: ['person', 'organization'],
      handoffs: ['webUrl'],
      personModes: ['any'],
      idTypes: ['residentId'],
      requires: { person: [], organization: [] },
      batch: false,
      queryBy: ['attempt', 'account'],
      accountBy: { person: ['contact'], organization: [] },
      observes: [],
      licence: null,
      contracts: false,
      outline: false,
      accounts: false,
    },
    start,
    query,
    signsNotices: true,
    readNotice: notice => readNotice(notice, options.key),
    noticeAnswer: { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' },
  }

  async function start(request: StartRequest): Promise<Outcome<Started>> {
    const { noticeUrl, reference } = request
    const typed =
      request.subject === 'person'
        ? { ...request.person, contact: undefined, who: request.person.contact.value }
        : { legalPerson: request.organization.legalPerson, who: request.organization.name }
    const answer = await ask('indeterminate', '/v1/attempts', { ...typed, noticeUrl, reference })
    if (answer.kind !== 'ok') return answer
    const { id, url } = answer.value
    if (typeof id !== 'string' || typeof url !== 'string')
      return { kind: 'indeterminate', code: 'INCOMPLETE', detail: 'success without a link' }
    const qrImage = await options.qrImage(url)
    const handoff = { kind: 'webUrl', url, qrImage, singleUse: false, expiresAt: null } as const
    return { kind: 'ok', value: { kind: 'handoff', handoff, refs: { attempt: id } } }
  }

  async function query(question: Question): Promise<Outcome<Fact>> {
    const { attempt } = question.refs
    const who = question.subject === 'person' ? question.contact.value : question.name
    const answer = await ask('transient', '/v1/standing', attempt ? { attempt } : { who })
    if (answer.kind !== 'ok') return answer
    const status = String(answer.value.status)
    const standing = standings[status] ?? 'unproven'
    const assurance = standing === 'verified' ? (attempt ? 'attempt' : 'account') : null
    return { kind: 'ok', value: { standing, assurance, rawStatus: `status=${status}` } }
  }

  function ask(whenLost: 'indeterminate' | 'transient', path: string, body: object) {
    return options.call(async (): Promise<Outcome<Record<string, unknown>>> => {
      try {
        const headers = { 'content-type': 'application/json', authorization: `Bearer ${options.key}` }
        const request = {
          method: 'POST',
          url: options.baseUrl + path,
          headers,
          body: JSON.stringify(body),
        } as const
        return read(await options.http(request), whenLost)
      } catch (error) {
        if (!(error instanceof HttpFailure)) throw error
        const kind = error.sent ? whenLost : 'transient'
        return { kind, code: error.reason.toUpperCase(), detail: error.message }
      }
    })
  }
}

export const nimbus = defineVendor(settings, createNimbus)

const standings: Record<string, 'verified' | 'rejected' | 'reviewing'> = {
  passed: 'verified',
  failed: 'rejected',
  review: 'reviewing',
}

/** What a code says of our request; one that is not here is a refusal. */
const kinds: Record<string, 'transient' | 'misconfigured'> = { BUSY: 'transient', KEY: 'misconfigured' }

function read(
  { status, body }: HttpResponse,
  whenLost: 'indeterminate' | 'transient',
): Outcome<Record<string, unknown>> {
  const answer = parsed(body)
  if (!answer || typeof answer.code !== 'string')
    return { kind: whenLost, code: `HTTP_${status}`, detail: 'not the documented answer' }
  if (answer.code === 'OK') return { kind: 'ok', value: answer }
  const kind = Object.hasOwn(kinds, answer.code) ? kinds[answer.code] : undefined
  return { kind: kind ?? 'rejected', code: answer.code.slice(0, 32), detail: 'the vendor said no' }
}

function readNotice({ body, headers }: RawNotice, key: string): NoticeReading {
  const signature = createHmac('sha256', key).update(body).digest('hex')
  if (!sameText(headers['x-nimbus-signature'] ?? '', signature))
    return { kind: 'refused', reason: 'the signature is wrong' }
  const notice = parsed(body.toString('utf8'))
  const status = String(notice?.status)
  const standing = Object.hasOwn(standings, status) ? standings[status] : undefined
  if (!notice || !standing || typeof notice.attempt !== 'string')
    return { kind: 'refused', reason: 'not a notice of this vendor' }
  const claim = { standing, rawStatus: `status=${status}` }
  return { kind: 'read', claim, refs: { attempt: notice.attempt } }
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}
