import type { Fact } from '../../domain/decide'
import type { Outline } from '../../domain/outline'
import type { Subject } from '../../domain/words'
import type { Outcome, Started, StartRequest } from '../driver'
import { incomplete } from '../outcome'
import { mapped } from './answer'
import { type AuthFlow, factOfAuthFlow, outlineOfAuthFlow, readAuthFlow } from './auth-flow'
import { rowOf } from './errors'
import { handedOff, idOf, miniProgram, type ProductOptions, webUrl } from './handoff'
import { organizationBody, personBody, v3Paths } from './v3-fields'

/** The product of verifying and authorizing: an `authFlowId`, for persons and organizations alike. */
export function createV3(options: ProductOptions) {
  const { client } = options
  return { start, query, outline }

  async function start(request: StartRequest): Promise<Outcome<Started>> {
    const body =
      request.subject === 'person'
        ? personBody(request.person, request)
        : organizationBody(request.organization, request)
    const answer = await client.start(v3Paths[request.subject], body)
    if (answer.kind === 'rejected' && rowOf(answer.code).class === 'already') {
      return { kind: 'ok', value: { kind: 'already', rawStatus: `code=${answer.code}` } }
    }
    if (answer.kind !== 'ok') return answer
    const authFlowId = idOf(answer.value, 'authFlowId')
    const { way, reference } = request
    const { authShortUrl: short, authUrl: long } = answer.value
    const handoff =
      way === 'app'
        ? miniProgram(options, { type: 'AUTH', flowId: authFlowId, reference })
        : await webUrl(options, { short, long, longEnds: true })
    if (authFlowId === '' || handoff === null) return incomplete('an authFlowId and a link')
    return handedOff(handoff, { authFlowId })
  }

  async function query(authFlowId: string, subject: Subject): Promise<Outcome<Fact>> {
    return mapped(await read(authFlowId), flow => factOfAuthFlow(flow, subject))
  }

  async function outline(authFlowId: string): Promise<Outcome<Outline>> {
    return mapped(await read(authFlowId), outlineOfAuthFlow)
  }

  async function read(authFlowId: string): Promise<Outcome<AuthFlow>> {
    const answer = await client.get(authFlowPath(authFlowId))
    return answer.kind === 'ok' ? readAuthFlow(answer.value) : answer
  }
}

/** Source: 查询认证授权流程详情. */
const authFlowPath = (authFlowId: string): string => `/v3/auth-flow/${encodeURIComponent(authFlowId)}`
