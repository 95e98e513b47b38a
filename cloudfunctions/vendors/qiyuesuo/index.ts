import type { Handoff } from '../../contract/handoff'
import type { Fact } from '../../domain/decide'
import type { OrganizationFields, PersonFields } from '../../domain/verification'
import { editableFields, fallbackModes, organizationEditableFields, personModes } from '../../domain/words'
import type { QrImage } from '../../platform/qr'
import type { ContractRequest, Driver, Licence, Outcome, Question, Started, StartRequest } from '../driver'
import { incomplete } from '../outcome'
import { defineVendor } from '../vendor'
import { type ClientOptions, createClient } from './client'
import {
  alreadyCode,
  companyBody,
  companyForm,
  companyPaths,
  factOfCompany,
  factOfDetail,
  licencePart,
  noRecord,
} from './company'
import { contractBody, contractPaths } from './contract'
import { readNotice } from './notice'
import { contactOf, factOfPerson, personPaths, ticketBody } from './person'
import { settings } from './settings'

const plugin = 'plugin://qyssdk-plugin'
/** The plugin's name for the environment; must match the API host. */
const pluginEnv = { production: 'com', test: 'cn' } as const
type PluginPage = 'personal-auth' | 'enterprise-auth' | 'doc'

/** A personal link dies when it is not opened within this time, ms. For company links none is stated. */
const personLinkLifetime = 5 * 60_000

/** Our choice: the vendor states no limit for the licence. */
const largestLicence = 5 * 1024 * 1024

export const qiyuesuo = defineVendor(settings, createQiyuesuo)

export interface QiyuesuoOptions extends ClientOptions {
  /** `callbackSecretKey` of the app, for signed or encrypted notices. */
  callbackKey: string | null
  /** The one before, during a rotation. */
  callbackKeyOld?: string | null
  qrImage: QrImage
}

/** 契约锁: a single-use ticket that opens the vendor's plugin, or a link for a browser. docs/vendors/qiyuesuo.md */
export function createQiyuesuo(options: QiyuesuoOptions): Driver {
  const client = createClient(options)
  return {
    id: settings.id,
    note: settings.note,
    capabilities: {
      subjects: ['person', 'organization'],
      handoffs: ['plugin', 'webUrl'],
      // ALIPAY exists on the ticket call, but cannot be completed inside WeChat: operators alone may order it.
      personModes: ['any', 'threeFactor', 'face', 'bankCard'],
      idTypes: ['residentId', 'passport', 'hkMacauPermit', 'taiwanPermit'],
      page: {
        modes: personModes,
        fallbackModes,
        fields: { person: editableFields, organization: organizationEditableFields },
      },
      requires: { person: [], organization: [] },
      batch: false,
      queryBy: ['attempt', 'account'],
      accountBy: { person: ['contact'], organization: ['name'] },
      // A person's account may be verified with anybody who uses this vendor.
      observes: ['organization'],
      licence: { maxBytes: largestLicence, types: ['jpg', 'png', 'pdf'] },
      contracts: true,
      outline: false,
      accounts: false,
    },
    start: (request: StartRequest) =>
      request.subject === 'person'
        ? startPerson(request.person, request)
        : startOrganization(request.organization, request),
    query,
    openContract,
    signsNotices: false,
    readNotice: notice => readNotice(notice, options),
    noticeAnswer: { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"code":0}' },
  }

  async function startPerson(
    person: PersonFields,
    { noticeUrl, way }: StartRequest,
  ): Promise<Outcome<Started>> {
    const body = ticketBody(person, noticeUrl)
    if (way === 'app') return ticketed(await client.post(personPaths.ticket, body), 'personal-auth')
    return linked(await client.post(personPaths.link, body), 'authId', options.clock() + personLinkLifetime)
  }

  async function startOrganization(
    organization: OrganizationFields,
    { noticeUrl, way, licence }: StartRequest,
  ): Promise<Outcome<Started>> {
    const answer = await (way === 'link'
      ? client.post(companyPaths.link, companyBody(organization, noticeUrl))
      : companyTicket(organization, noticeUrl, licence))
    if (answer.kind === 'rejected' && answer.code === alreadyCode) {
      return { kind: 'ok', value: { kind: 'already', rawStatus: `code=${alreadyCode}` } }
    }
    return way === 'link' ? linked(answer, 'requestId', null) : ticketed(answer, 'enterprise-auth')
  }

  function companyTicket(
    organization: OrganizationFields,
    noticeUrl: string,
    licence?: Licence,
  ): Promise<Answer> {
    if (!licence) return client.post(companyPaths.ticket, companyBody(organization, noticeUrl))
    const form = companyForm(organization, noticeUrl)
    return client.postForm(companyPaths.ticketWithLicence, form, licencePart(licence))
  }

  async function openContract(request: ContractRequest): Promise<Outcome<Handoff>> {
    return opened(await client.post(contractPaths[request.intent], contractBody(request)), 'doc')
  }

  /** By the attempt's own id when one is known: only then the answer is about this attempt. */
  function query(question: Question): Promise<Outcome<Fact>> {
    return question.subject === 'person' ? queryPerson(question) : queryOrganization(question)
  }

  async function queryPerson(question: Question & { subject: 'person' }): Promise<Outcome<Fact>> {
    const { authId } = question.refs
    const answer = await client.get(personPaths.result, authId ? { authId } : contactOf(question.contact))
    if (answer.kind === 'ok') return { kind: 'ok', value: factOfPerson(answer.value, authId !== undefined) }
    const unknownId = answer.kind === 'rejected' && answer.code === '1604' && authId !== undefined
    return unknownId ? { kind: 'ok', value: noSuchAttempt } : answer
  }

  async function queryOrganization(question: Question & { subject: 'organization' }): Promise<Outcome<Fact>> {
    const { requestId } = question.refs
    const companyName = question.name
    const answer = await client.get(companyPaths.result, requestId ? { requestId } : { companyName })
    if (answer.kind !== 'ok') return answer
    if (requestId || String(answer.value.status) !== noRecord) {
      return { kind: 'ok', value: factOfCompany(answer.value, requestId !== undefined) }
    }
    // Without a request of ours the company may still be known to the vendor.
    const detail = await client.get(companyPaths.detail, { companyName })
    return detail.kind === 'ok' ? { kind: 'ok', value: factOfDetail(detail.value) } : detail
  }

  /** The ticket call tells no id of the attempt; a notice may bring it. */
  function ticketed(answer: Answer, page: PluginPage): Outcome<Started> {
    const outcome = opened(answer, page)
    return outcome.kind === 'ok'
      ? { kind: 'ok', value: { kind: 'handoff', handoff: outcome.value, refs: {} } }
      : outcome
  }

  function opened(answer: Answer, page: PluginPage): Outcome<Handoff> {
    if (answer.kind !== 'ok') return answer
    const { ticket } = answer.value
    if (typeof ticket !== 'string' || ticket === '') return incomplete('a ticket')
    return { kind: 'ok', value: pluginHandoff(ticket, page) }
  }

  async function linked(
    answer: Answer,
    idName: 'authId' | 'requestId',
    expiresAt: number | null,
  ): Promise<Outcome<Started>> {
    if (answer.kind !== 'ok') return answer
    const { authUrl: url } = answer.value
    const id = answer.value[idName]
    if (typeof url !== 'string' || url === '') return incomplete('a link')
    const qrImage = await options.qrImage(url)
    const handoff: Handoff = { kind: 'webUrl', url, qrImage, singleUse: true, expiresAt }
    return {
      kind: 'ok',
      value: { kind: 'handoff', handoff, refs: id === undefined ? {} : { [idName]: String(id) } },
    }
  }

  function pluginHandoff(ticket: string, page: PluginPage): Handoff {
    const query = `ticket=${encodeURIComponent(ticket)}&env=${pluginEnv[options.environment]}&hasCb=true`
    return {
      kind: 'plugin',
      url: `${plugin}/${page}?${query}`,
      events: pluginEvents[page],
      leaveEvent: 'jumpTo',
    }
  }
}

/** 1604: an id the vendor does not know proves nothing. */
const noSuchAttempt: Fact = { standing: 'unproven', assurance: null, rawStatus: 'code=1604', unknown: true }

type Answer = Outcome<Record<string, unknown>>

const authEvents = { authSuccessCb: 'passed', authFailCb: 'failed' } as const
const pluginEvents = {
  'personal-auth': authEvents,
  'enterprise-auth': authEvents,
  doc: { signSuccessCb: 'passed' },
} as const
