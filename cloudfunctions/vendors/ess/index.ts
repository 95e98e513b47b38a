import type { Handoff } from '../../contract/handoff'
import type { Fact } from '../../domain/decide'
import type { OrganizationFields, PersonFields } from '../../domain/verification'
import type { QrImage } from '../../platform/qr'
import type { OrganizationStanding } from '../batch'
import type { Driver, Outcome, Question, Started, StartRequest } from '../driver'
import { incomplete } from '../outcome'
import { defineVendor } from '../vendor'
import { createOrganizationLink, createPersonLink, describeOrganization, describePerson } from './actions'
import { type BatchOptions, createBatch } from './batch'
import { type ClientOptions, createClient } from './client'
import { appIds, miniProgram, spoiled } from './links'
import { type NoticeOptions, noticeAnswer, readNotice } from './notice'
import {
  factOfOrganization,
  goesByCode,
  organizationIdentity,
  organizationLinkFields,
  refsAtStart,
  standingOf,
} from './organization'
import { factOfPerson, personIdentity, personLinkFields } from './person'
import { callsPerSecond, settings } from './settings'

export const ess = defineVendor(settings, ({ createPace, ...options }) =>
  createEss({ ...options, pace: createPace(callsPerSecond) }),
)

export interface EssOptions extends ClientOptions, BatchOptions, NoticeOptions {
  qrImage: QrImage
}

/** Tencent ESS 电子签: a path inside the vendor's mini-program, or a link for a browser. docs/vendors/ess.md */
export function createEss(options: EssOptions): Driver {
  const client = createClient(options)
  return {
    id: settings.id,
    note: settings.note,
    capabilities: {
      subjects: ['person', 'organization'],
      handoffs: ['miniProgram', 'webUrl'],
      personModes: ['any'],
      idTypes: ['residentId'],
      requires: { person: ['name', 'idNumber'], organization: [] },
      batch: true,
      queryBy: ['account'],
      accountBy: { person: ['idNumber'], organization: ['name', 'registerNumber'] },
      observes: ['person', 'organization'],
      licence: null,
      contracts: false,
      outline: false,
      accounts: false,
    },
    start: async (request: StartRequest) =>
      forOperators(
        await (request.subject === 'person'
          ? startPerson(request.person, request)
          : startOrganization(request.organization, request)),
      ),
    query: async question =>
      forOperators(
        await (question.subject === 'person' ? queryPerson(question) : queryOrganization(question)),
      ),
    batch: createBatch(client, options),
    signsNotices: true,
    readNotice: notice => readNotice(notice, options),
    noticeAnswer,
  }

  /** The vendor asks to look first: a link for somebody it knows already costs and leads nowhere. */
  async function startPerson(person: PersonFields, request: StartRequest): Promise<Outcome<Started>> {
    const before = unlessRefused(await personFact(person), nothingKnown)
    if (before.kind !== 'ok') return before
    if (before.value.standing === 'verified') return already(before.value)
    const answer = await client.call(createPersonLink, personLinkFields(person, request))
    if (answer.kind !== 'ok') return answer
    const { UserVerifyUrl: link, ExpireTime: expiresAt, MiniAppId: appId } = answer.value
    if (request.way === 'app' && appId !== '' && appId !== appIds[options.environment]) {
      const detail = 'the link is for another mini-program: ESS_ENVIRONMENT does not fit the key'
      return { kind: 'misconfigured', code: 'MINI_APP_ID', detail }
    }
    return handedOff(link, request, expiresAt, {})
  }

  async function startOrganization(
    organization: OrganizationFields,
    request: StartRequest,
  ): Promise<Outcome<Started>> {
    const { name, registerNumber } = organization
    const before = unlessRefused(await organizationStanding(name, registerNumber), nobody)
    if (before.kind !== 'ok') return before
    if (before.value.standing === 'verified') return already(before.value)
    const answer = await client.call(createOrganizationLink, organizationLinkFields(organization, request))
    if (answer.kind !== 'ok') return answer
    const { AuthUrl: link, ExpiredTime, ExpireTime } = answer.value
    return handedOff(link, request, ExpiredTime ?? ExpireTime, refsAtStart(before.value))
  }

  async function handedOff(
    link: string,
    { way }: StartRequest,
    expiresAt: number | null,
    refs: Record<string, string>,
  ): Promise<Outcome<Started>> {
    if (link === '') return incomplete('a link')
    const failure = spoiled(link)
    if (failure) return failure
    const handoff: Handoff =
      way === 'app'
        ? miniProgram(link, options)
        : {
            kind: 'webUrl',
            singleUse: false,
            url: link,
            qrImage: await options.qrImage(link),
            expiresAt: expiresAt === null ? null : expiresAt * 1000,
          }
    return { kind: 'ok', value: { kind: 'handoff', handoff, refs } }
  }

  function queryPerson(question: Question & { subject: 'person' }): Promise<Outcome<Fact>> {
    return personFact(question)
  }

  async function queryOrganization(question: Question & { subject: 'organization' }): Promise<Outcome<Fact>> {
    const { name, registerNumber, refs } = question
    const outcome = await organizationStanding(name, registerNumber)
    if (outcome.kind !== 'ok') return outcome
    const fact = factOfOrganization(outcome.value, refs)
    if (fact.standing !== 'verified' || !goesByCode(registerNumber)) return { kind: 'ok', value: fact }
    // A code is found whatever name came with it, and whoever began by the name alone did not tell us the code.
    const named = await organizationStanding(name)
    if (named.kind !== 'ok' && named.kind !== 'rejected') return named
    const isNamed = named.kind === 'ok' && named.value.standing === 'verified'
    return { kind: 'ok', value: isNamed ? fact : { ...fact, elsewhere: true } }
  }

  async function personFact(person: { name?: string; idNumber?: string }): Promise<Outcome<Fact>> {
    const identity = personIdentity(person)
    if (!identity) return { kind: 'ok', value: nothingKnown }
    const outcome = await client.call(describePerson, identity)
    return outcome.kind === 'ok' ? { kind: 'ok', value: factOfPerson(outcome.value) } : outcome
  }

  async function organizationStanding(
    name: string,
    registerNumber?: string,
  ): Promise<Outcome<OrganizationStanding>> {
    const outcome = await client.call(describeOrganization, organizationIdentity(name, registerNumber))
    return outcome.kind === 'ok' ? { kind: 'ok', value: standingOf(outcome.value) } : outcome
  }
}

const nothingKnown: Fact = { standing: 'unproven', assurance: null, rawStatus: null }
const nobody: OrganizationStanding = { standing: 'none', rawStatus: '', reason: '' }

/** How the vendor answers about somebody it has never heard of is not said; a refusal there ends no start. */
function unlessRefused<T>(outcome: Outcome<T>, fallback: T): Outcome<T> {
  return outcome.kind === 'rejected' && !isQuota(outcome) ? { kind: 'ok', value: fallback } : outcome
}

function already({ rawStatus }: { rawStatus: string | null }): Outcome<Started> {
  return { kind: 'ok', value: { kind: 'already', rawStatus: rawStatus ?? '' } }
}

/** A package that is used up is no verdict about the person who waits. */
function forOperators<T>(outcome: Outcome<T>): Outcome<T> {
  return outcome.kind === 'rejected' && isQuota(outcome) ? { ...outcome, kind: 'misconfigured' } : outcome
}

const isQuota = ({ code }: { code: string }): boolean => code.startsWith('QUOTA')
