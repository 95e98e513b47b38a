import type { Fact } from '../../domain/decide'
import type { Outline } from '../../domain/outline'
import type { OrganizationFields, PersonFields } from '../../domain/verification'
import type { Subject } from '../../domain/words'
import type { Outcome, Started, StartRequest } from '../driver'
import { incomplete } from '../outcome'
import { mapped } from './answer'
import type { Data } from './client'
import { rowOf } from './errors'
import { handedOff, idOf, miniProgram, type ProductOptions, webUrl } from './handoff'
import { type Flow, factOfFlow, outlineOf, readFlow } from './outline'
import { organizationBody, organizationPath, personBody, personPath } from './v2-fields'

/** The product of identity alone: a `flowId`, and its outline without personal data. */
export function createV2(options: ProductOptions) {
  const { client } = options
  return { start, query, outline }

  async function start(request: StartRequest): Promise<Outcome<Started>> {
    const outcome =
      request.subject === 'person'
        ? await startPerson(request.person, request)
        : await startOrganization(request.organization, request)
    const isVerified = outcome.kind === 'rejected' && rowOf(outcome.code).class === 'already'
    return isVerified
      ? { kind: 'ok', value: { kind: 'already', rawStatus: `code=${outcome.code}` } }
      : outcome
  }

  /** The jump is documented for flows without an account alone. */
  async function startPerson(person: PersonFields, request: StartRequest): Promise<Outcome<Started>> {
    const { way, reference } = request
    const jumps = way === 'app' && person.account === undefined
    // For links that a mini-program opens, and for no others.
    const headers = jumps ? { 'x-tsign-dns-app-id': options.appId } : undefined
    const answer = await client.start(personPath(person), personBody(person, request), headers)
    if (answer.kind !== 'ok') return answer
    const flowId = idOf(answer.value, 'flowId')
    if (!jumps) return linked(answer.value)
    if (flowId === '') return incomplete('a flowId')
    return handedOff(miniProgram(options, { type: 'REALNAME', flowId, reference }), { flowId })
  }

  /** No jump is documented for organizations, so theirs is a link in any case. */
  async function startOrganization(
    organization: OrganizationFields,
    request: StartRequest,
  ): Promise<Outcome<Started>> {
    const body = organizationBody(organization, request)
    const answer = await client.start(organizationPath(organization), body)
    return answer.kind === 'ok' ? linked(answer.value) : answer
  }

  async function linked(answer: Data): Promise<Outcome<Started>> {
    const flowId = idOf(answer, 'flowId')
    const { shortLink, shortlink, url } = answer
    const handoff = await webUrl(options, { short: shortLink ?? shortlink, long: url, longEnds: false })
    if (handoff === null || flowId === '') return incomplete('a link and a flowId')
    return handedOff(handoff, { flowId })
  }

  async function query(flowId: string, subject: Subject, reference?: string): Promise<Outcome<Fact>> {
    return mapped(await read(flowId), flow => factOfFlow(flow, subject, reference))
  }

  async function outline(flowId: string, reference?: string): Promise<Outcome<Outline>> {
    return mapped(await read(flowId), flow => outlineOf(flow, reference))
  }

  async function read(flowId: string): Promise<Outcome<Flow>> {
    const answer = await client.get(outlinePath(flowId))
    return answer.kind === 'ok' ? readFlow(answer.value) : answer
  }
}

/** Source: 查询认证主流程明细. */
const outlinePath = (flowId: string): string =>
  `/v2/identity/auth/api/common/${encodeURIComponent(flowId)}/outline`
