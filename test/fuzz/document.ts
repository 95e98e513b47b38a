import * as fc from 'fast-check'
import { limitNames } from '../../cloudfunctions/domain/limits'
import type { CollectionName } from '../../cloudfunctions/platform/store'
import { start } from '../../cloudfunctions/usecases/verification/start'
import { createBatchWorld, creditCode, organizationName } from '../support/batch-world'
import { type Operation, operations, outside } from '../support/openapi'
import { type ServerAnswer, type ServerWorld, withServer } from '../support/server-world'
import type { World } from '../support/world'
import { type Fuzz, forAll, stateOf } from './check'
import { type Damage, damage, damaged, fittingShape, type Json } from './generate'

const worldLasts = 250

export type DocumentWorld = World & Pick<ServerWorld, 'key' | 'call' | 'endpoint'>

/** A request that docs/openapi.json allows, or one of them with a place spoiled. */
export interface DocumentRequest {
  operation: Operation
  method: string
  /** Filled in, below `/v1`. */
  path: string
  query: Record<string, string>
  /** null: none. */
  body: string | null
  idempotencyKey: string | null
  /** As the document wants it. */
  valid: boolean
}

/** What a request is made of, before it is known which ids there are. */
export interface Made {
  operation: Operation
  params: { [name: string]: Json }
  query: { [name: string]: Json }
  body: Json
  spoiled: 'nothing' | 'query' | 'params' | 'body' | 'text' | 'key'
  damage: Damage
  real: number
  number: number
}

/** From the document alone: the schemas behind it play no part. */
export const made: fc.Arbitrary<Made> = fc.constantFrom(...operations).chain(operation => {
  const of = (place: 'path' | 'query') => {
    const parameters = operation.parameters.filter(each => each.in === place)
    return fc.record(
      Object.fromEntries(parameters.map(({ name, schema }) => [name, fittingShape(schema, [])])),
      { requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name) },
    )
  }
  return fc.record({
    operation: fc.constant(operation),
    params: of('path'),
    query: of('query'),
    body: operation.body ? fittingShape(operation.body, []) : fc.constant(null),
    spoiled: fc.constantFrom('nothing', 'nothing', 'nothing', 'body', 'query', 'params', 'text', 'key'),
    damage,
    real: fc.nat(10_000),
    number: fc.nat(),
  })
})

/** Where the ids of a path are to be found. */
const collections: Readonly<Record<string, CollectionName>> = {
  invitations: 'invitations',
  verifications: 'verifications',
  batches: 'batches',
  events: 'events',
  'webhook-endpoints': 'endpoints',
}

/** What code checks beyond the form, as somebody would write it; a quarter of the requests are so. */
const sensible: Readonly<Record<string, Json>> = {
  createInvitation: { subject: 'person', title: '供应商入驻', bizId: 'order-8' },
  createEndpoint: { url: 'https://hook.example.com/' },
}

/** With ids that there are, nine times in ten, and the oldest of them half of the time: more has happened to it. */
export function requestOf(
  { operation, params, query, body, spoiled, damage: by, real, number }: Made,
  world: DocumentWorld,
): DocumentRequest {
  const collection = collections[operation.path.split('/')[1] ?? '']
  const ids = collection ? world.store.all(collection).map(({ _id }) => _id) : []
  const known = real % 10 === 0 ? undefined : ids[real % 2 === 0 ? 0 : real % Math.max(ids.length, 1)]
  const spoil = (place: Made['spoiled'], value: Json) => (spoiled === place ? damaged(value, by) : value)
  const given = spoil('params', { ...params, ...(known !== undefined && 'id' in params && { id: known }) })
  const path = operation.path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(typeof given === 'object' && given !== null ? textOf(Object(given)[name]) : '..'),
  )
  const asked = spoil('query', query)
  const plain = real % 4 === 0 ? (sensible[operation.name] ?? body) : body
  const text = operation.body ? JSON.stringify(spoil('body', plain)) : null
  const needsKey = operation.parameters.some(({ name }) => name === 'Idempotency-Key')
  return {
    operation,
    method: operation.method,
    path,
    query: Object.fromEntries(Object.entries(Object(asked)).map(([name, value]) => [name, textOf(value)])),
    body: spoiled === 'text' && text !== null ? `${text.slice(0, by.at % (text.length + 1))}{` : text,
    idempotencyKey: needsKey && spoiled !== 'key' ? `document-${number}` : null,
    valid: spoiled === 'nothing',
  }
}

/** What can be sent: half a pair of surrogates cannot. */
function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : String(JSON.stringify(value))
  return Buffer.from(text).toString('utf8')
}

/** A world in which everything can be asked for: one of each kind is there, and nobody asks too often. */
export async function documentWorld(): Promise<DocumentWorld> {
  const batches = await createBatchWorld()
  const [ess] = batches.deps.drivers.values()
  if (!ess) throw new Error('no driver')
  const { batch: _batch, ...person } = ess
  batches.deps.drivers = new Map([
    ['ess', ess],
    ['qiyuesuo', { ...person, id: 'qiyuesuo', capabilities: { ...ess.capabilities, batch: false } }],
  ])
  const world = await withServer(batches)
  world.deps.config.limits = Object.fromEntries(
    limitNames.map(name => [name, 10 ** 9]),
  ) as typeof world.deps.config.limits
  await start(world.deps, 'alice', await world.startInput())
  const { id } = await world.endpoint()
  const intents = ['seed-0', 'seed-1', 'seed-2']
  const rows = [{ name: organizationName(1), creditCode: creditCode(1), legalName: '测试员乙' }]
  const administrator = { name: '测试员甲', mobile: '13800138000', idNumber: '110101199001010015' }
  const seeds: [string, object][] = [
    ['/invitations', { subject: 'person', title: '入职', bizId: 'order-7' }],
    ['/batches', { title: '十一月' }],
  ]
  for (const [at, [path, body]] of seeds.entries())
    await world.call('POST', path, { body, idempotencyKey: intents[at] ?? '' })
  const [batch] = world.store.all('batches')
  await world.call('POST', `/batches/${batch?._id}/rows`, {
    body: { rows, administrator },
    idempotencyKey: 'seed-2',
  })
  await world.call('POST', `/webhook-endpoints/${id}/test`)
  return world
}

/** Sends it, and says what is wrong with the answer; `send` may lead through somebody else. */
export async function judged(
  request: DocumentRequest,
  world: DocumentWorld,
  send: (request: DocumentRequest, world: DocumentWorld) => Promise<ServerAnswer | null>,
): Promise<{ said: ServerAnswer | null; wrong: string | null }> {
  const before = stateOf(world.store)
  const said = await send(request, world)
  const refused = said === null || said.status >= 400
  if (refused && stateOf(world.store) !== before)
    return { said, wrong: `${said?.status ?? 'nothing'} changed what is stored` }
  if (said === null) return { said, wrong: null }
  if (said.status >= 500) return { said, wrong: `${said.status}: ${said.text}` }
  return { said, wrong: outside(request.operation, said) }
}

const directly = (
  { method, path, query, body, idempotencyKey }: DocumentRequest,
  world: DocumentWorld,
): Promise<ServerAnswer> =>
  world.call(method, path, {
    query,
    ...(body !== null && { body }),
    ...(idempotencyKey !== null && { idempotencyKey }),
  })

/** Requests made from the published document: no answer lies outside it, and what is refused changes nothing. */
export const documentFuzz: Fuzz = {
  name: 'document',
  async run(options) {
    let world = await documentWorld()
    let done = 0
    await forAll(made, options, async each => {
      if (++done % worldLasts === 0) world = await documentWorld()
      const request = requestOf(each, world)
      const { wrong } = await judged(request, world, directly)
      if (wrong !== null) throw new Error(`${request.method} ${request.path}: ${wrong}`)
    })
  },
}
