import type { RouteAnswer, RouteInput, RouteName } from '../contract/server/routes'
import { bodyOf } from '../domain/integration/event'
import {
  addBatchRows,
  createBatch,
  getBatch,
  listBatchLinks,
  listBatchRows,
  submitBatch,
} from '../usecases/integration/batches'
import {
  createEndpoint,
  deleteEndpoint,
  getEndpoint,
  listEndpoints,
  rotateSecret,
  testEndpoint,
  updateEndpoint,
} from '../usecases/integration/endpoints'
import { getEvent, listEvents } from '../usecases/integration/events'
import {
  createInvitation,
  getInvitation,
  listInvitations,
  resendInvitation,
  revokeInvitation,
} from '../usecases/integration/invitations'
import { linksOf } from '../usecases/integration/links'
import {
  getVerification,
  listVerifications,
  verificationOutline,
} from '../usecases/integration/verifications'
import type { Deps } from '../usecases/kit/deps'
import { pageOf } from './page'
import {
  batchResource,
  endpointResource,
  invitationResource,
  linkResource,
  outlineResource,
  rowResource,
  verificationResource,
} from './resources'

/** `key`: id of the key that asks. `intent`: the same over all tries of one Idempotency-Key; '' without one. */
type Call<R extends RouteName> = RouteInput<R> & { key: string; intent: string }
type Handlers = { [R in RouteName]: (deps: Deps, call: Call<R>) => Promise<RouteAnswer<R>> }

const table: Handlers = {
  async createInvitation(deps, { key, intent, body }) {
    const { invitation, links } = await createInvitation(deps, key, { ...body, clientKey: intent })
    return invitationResource(invitation, links)
  },
  async listInvitations(deps, { query }) {
    const page = await listInvitations(deps, { ...query, limit: limitOf(query) })
    return pageOf(
      page,
      ({ invitation, links }) => invitationResource(invitation, links),
      ({ invitation }) => invitation.listKey,
    )
  },
  async getInvitation(deps, { params }) {
    const { invitation, links } = await getInvitation(deps, params.id)
    return invitationResource(invitation, links)
  },
  getInvitationLinks: (deps, { params, query }) => linksOf(deps, params.id, query.form),
  async revokeInvitation(deps, { key, params }) {
    const { invitation, links } = await revokeInvitation(deps, key, params.id)
    return invitationResource(invitation, links)
  },
  async resendInvitation(deps, { key, params, body }) {
    const { invitation, links } = await resendInvitation(deps, key, { id: params.id, ...body })
    return invitationResource(invitation, links)
  },
  async listVerifications(deps, { query }) {
    const page = await listVerifications(deps, {
      ...query,
      ...timesOf(query),
      limit: limitOf(query),
    })
    return pageOf(
      page,
      each => verificationResource(each, deps.clock()),
      ({ listKey }) => listKey,
    )
  },
  async getVerification(deps, { params }) {
    return verificationResource(await getVerification(deps, params.id), deps.clock())
  },
  async getVerificationOutline(deps, { params }) {
    return outlineResource(await verificationOutline(deps, params.id))
  },
  createBatch: async (deps, { key, intent, body }) =>
    batchResource(await createBatch(deps, key, intent, body)),
  async addBatchRows(deps, { key, intent, params, body }) {
    const { batch, rows } = await addBatchRows(deps, key, { id: params.id, intent, ...body })
    return {
      batch: batchResource(batch),
      ...pageOf({ items: rows, nextCursor: null }, rowResource, cursorOfRow),
    }
  },
  submitBatch: async (deps, { key, params }) => batchResource(await submitBatch(deps, key, params.id)),
  getBatch: async (deps, { params }) => batchResource(await getBatch(deps, params.id)),
  async listBatchRows(deps, { params, query }) {
    const page = await listBatchRows(deps, { ...params, ...query, limit: limitOf(query) })
    return pageOf(page, rowResource, cursorOfRow)
  },
  async listBatchLinks(deps, { key, params, query }) {
    const page = await listBatchLinks(deps, key, {
      ...params,
      ...query,
      limit: limitOf(query),
    })
    return pageOf(page, linkResource, ({ next }) => next)
  },
  async listEvents(deps, { query }) {
    const page = await listEvents(deps, {
      ...query,
      ...timesOf(query),
      limit: limitOf(query),
    })
    return pageOf(page, bodyOf, ({ listKey }) => listKey)
  },
  getEvent: async (deps, { params }) => bodyOf(await getEvent(deps, params.id)),
  async createEndpoint(deps, { key, body }) {
    const { endpoint, secret } = await createEndpoint(deps, key, { url: body.url, types: body.types ?? null })
    return { ...endpointResource(endpoint), secret }
  },
  async listEndpoints(deps) {
    return { items: (await listEndpoints(deps)).map(endpointResource), nextCursor: null }
  },
  getEndpoint: async (deps, { params }) => endpointResource(await getEndpoint(deps, params.id)),
  changeEndpoint: async (deps, { params, body }) =>
    endpointResource(await updateEndpoint(deps, params.id, body)),
  async deleteEndpoint(deps, { params }) {
    await deleteEndpoint(deps, params.id)
    return {}
  },
  async rotateSecret(deps, { params }) {
    const { endpoint, secret } = await rotateSecret(deps, params.id)
    return { ...endpointResource(endpoint), secret }
  },
  testEndpoint: (deps, { params }) => testEndpoint(deps, params.id),
}

/** As the list of rows reads it. */
const cursorOfRow = ({ number }: { number: number }) => String(number)

const usual = 20

function limitOf({ limit }: { limit?: string | undefined }): number {
  return limit === undefined ? usual : Number(limit)
}

/** ISO 8601 → ms since the epoch. */
function timesOf({ from, until }: { from?: string | undefined; until?: string | undefined }) {
  return {
    from: from === undefined ? undefined : Date.parse(from),
    until: until === undefined ? undefined : Date.parse(until),
  }
}

type Handler = (
  deps: Deps,
  call: { key: string; intent: string; params: unknown; query: unknown; body: unknown },
) => Promise<unknown>

/** The use case behind every route. Its input was parsed with that route's own schemas just before. */
export const handlers = table as Record<RouteName, Handler>
