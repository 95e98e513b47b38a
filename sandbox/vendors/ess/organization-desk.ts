/** What happens to an organization's flow: the registry's answer, what is done on its page, and the messages. */
import type { Clock } from '../kit/clock'
import { maskContact } from '../kit/mask'
import type { PersonPlan, Script } from '../kit/script'
import { rowLinkForms } from './addresses'
import { authTypeOf, type Batch, type Flow, type Flows } from './flows'
import type { Link, Links } from './links'
import { maskPerson } from './masks'
import { organizationMessage } from './messages'
import type { Notices } from './notices'
import { alreadyVerified, type RegistryCheck, THREE_ELEMENTS } from './registry-check'
import { type OrganizationAction, type OrganizationMsgType, type Step, stepOf } from './states'

export type Done = { ok: true } | { ok: false; problem: string }

const ORGANIZATION_OUTCOMES = ['pass', 'fail', 'review'] as const

const LETTER_REASON = '授权书未加盖公章或内容不清晰'
export const LINK_DAYS = 7
export const DAY_MS = 24 * 3_600_000

/** What an administrator is said to have typed where a link left it open. */
const TYPED = {
  name: '示例填写企业有限公司',
  creditCode: '91350100M000100Y43',
  legalName: '王小二',
  adminName: '李小四',
  adminMobile: '10020033008',
}

export interface OrganizationDeskOptions {
  clock: Clock
  flows: Flows
  links: Links
  script: Script
  notices: Notices
  registry: RegistryCheck
}

export function createOrganizationDesk(options: OrganizationDeskOptions) {
  const { clock, flows, links, script, notices, registry } = options
  const rowLinks = new Map<Flow, Link>()

  const verifiedTwin = (flow: Flow) =>
    flows.all().find(one => one !== flow && one.verified && one.creditCode === flow.creditCode)

  const fail = (flow: Flow, message: string) => {
    flow.status = 'Failed'
    flow.message = message
  }

  const check = (flow: Flow) => {
    const twin = verifiedTwin(flow)
    const failure = twin ? alreadyVerified(maskPerson(twin.admin.name)) : registry.failureOf(flow.name)
    if (failure) fail(flow, failure)
    else flow.status = 'Create'
  }

  /** The asynchronous part of a batch, as far as its time has come. */
  const settle = (batch: Batch) => {
    if (batch.done || clock.now() < batch.readyAt) return
    batch.done = true
    for (const flow of batch.flows) {
      check(flow)
      if (flow.status !== 'Create' || batch.method === 1) continue
      const formOf = rowLinkForms[batch.endpoint](flow.name)
      rowLinks.set(flow, links.issue({ kind: 'organization', flow }, formOf, LINK_DAYS * DAY_MS))
    }
  }

  const typeIn = (flow: Flow) => {
    flow.name ||= TYPED.name
    flow.creditCode ||= TYPED.creditCode
    flow.legalName ||= TYPED.legalName
    flow.admin.name ??= TYPED.adminName
    flow.admin.mobile ??= TYPED.adminMobile
  }

  const tell = (flow: Flow, types: readonly OrganizationMsgType[], plan?: PersonPlan): Promise<void> => {
    const nowS = Math.floor(clock.now() / 1000)
    const organizationId = flows.organizationId(flow.creditCode)
    return notices.send(
      types.map(type => organizationMessage(flow, type, { nowS, organizationId })),
      plan,
    )
  }

  const apply = (flow: Flow, { to, tells }: Step, plan?: PersonPlan): Promise<void> => {
    typeIn(flow)
    const twin = to.verified && verifiedTwin(flow)
    if (twin) {
      fail(flow, alreadyVerified(maskPerson(twin.admin.name)))
      return Promise.resolve()
    }
    Object.assign(flow, to)
    flow.reason = to.auditStatus === 2 ? LETTER_REASON : ''
    if (to.status === 'Failed') flow.message = THREE_ELEMENTS
    return tell(flow, tells, plan)
  }

  const stepFor = (flow: Flow, action: OrganizationAction) =>
    flow.deleted
      ? undefined
      : stepOf(flow, action, { byLetter: authTypeOf(flow) === 1, letterSent: flow.letterSent })

  return {
    settleAll: (): void => flows.batches().forEach(settle),

    /** Of a row that has a link of its own. */
    rowLinkOf: (flow: Flow): Link | undefined => rowLinks.get(flow),

    /** `path`: of the call that asks, for orders about callbacks. */
    async act(flow: Flow, action: OrganizationAction, path: string): Promise<Done> {
      const step = stepFor(flow, action)
      if (!step) return { ok: false, problem: `${action} cannot be done: ${describe(flow)}` }
      const plan = script.takeForPerson({
        moment: 'acted',
        paths: [path],
        outcomes: ORGANIZATION_OUTCOMES,
        callsBack: true,
      })
      await apply(flow, step, plan)
      return { ok: true }
    },

    /** What the script ordered to happen without a page, as soon as there is a link. */
    async actByScript(list: readonly Flow[], path: string): Promise<void> {
      const plan = script.takeForPerson({
        moment: 'created',
        paths: [path],
        outcomes: ORGANIZATION_OUTCOMES,
        callsBack: true,
      })
      if (!plan?.outcome) return
      for (const flow of list) {
        const step = stepFor(flow, plan.outcome)
        if (step) await apply(flow, step, plan)
      }
    },

    remove(flow: Flow): Promise<void> {
      flow.deleted = true
      return tell(flow, ['OrganizationAuthorization'])
    },

    organizationId: (flow: Flow): string => flows.organizationId(flow.creditCode),

    clear: (): void => rowLinks.clear(),
  }
}

export type OrganizationDesk = ReturnType<typeof createOrganizationDesk>

/** For sentences to developers; persons masked. */
function describe({ name, admin, deleted, verified, status, auditStatus }: Flow): string {
  const state = deleted ? 'deleted' : verified ? 'verified' : `${status}, letter ${auditStatus}`
  return `${name || 'this organization'} (${maskPerson(admin.name)} ${maskContact(admin.mobile ?? '')}) is ${state}`
}
