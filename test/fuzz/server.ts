import * as fc from 'fast-check'
import { type RouteName, routes } from '../../cloudfunctions/contract/server/routes'
import { limitNames } from '../../cloudfunctions/domain/limits'
import { answerServer } from '../../cloudfunctions/server/answer'
import { createServerWorld, type ServerWorld } from '../support/server-world'
import { type Fuzz, forAll, stateOf } from './check'
import { damage, damaged, fitting, type Json } from './generate'

const worldLasts = 250
const names = Object.keys(routes) as RouteName[]

/** Calls of business systems: route, query, body and the event of the gateway itself, one of them spoiled. */
export const serverFuzz: Fuzz = {
  name: 'server',
  async run(options) {
    let world = await fresh()
    const fits = new Map(
      names.map(name => {
        const { query, params, body } = routes[name]
        return [name, { query: fitting(query, []), params: fitting(params, []), body: fitting(body, []) }]
      }),
    )
    const input = fc.constantFrom(...names).chain(name =>
      fc.record({
        name: fc.constant(name),
        query: fits.get(name)?.query ?? fc.constant({}),
        params: fits.get(name)?.params ?? fc.constant({}),
        body: fits.get(name)?.body ?? fc.constant({}),
        damage,
        where: fc.constantFrom('body', 'body', 'body', 'query', 'params', 'event', 'text'),
        withKey: fc.integer({ min: 0, max: 9 }),
        number: fc.nat(),
      }),
    )
    let done = 0
    await forAll(input, options, async made => {
      if (++done % worldLasts === 0) world = await fresh()
      const before = stateOf(world.store)
      const said = await answerServer(() => world.deps, eventOf(made, world))
      if (said.statusCode >= 500) throw new Error(`${said.statusCode}: ${said.body}`)
      JSON.parse(said.body)
      if (said.statusCode >= 400 && stateOf(world.store) !== before)
        throw new Error(`${said.statusCode} changed what is stored`)
    })
  },
}

async function fresh(): Promise<ServerWorld> {
  const world = await createServerWorld()
  world.deps.config.limits = Object.fromEntries(
    limitNames.map(name => [name, 10 ** 9]),
  ) as typeof world.deps.config.limits
  return world
}

interface Made {
  name: RouteName
  query: Json
  params: Json
  body: Json
  damage: Parameters<typeof damaged>[1]
  where: string
  withKey: number
  number: number
}

function eventOf(
  { name, query, params, body, damage: by, where, withKey, number }: Made,
  world: ServerWorld,
): Json {
  const { method, path } = routes[name]
  const spoiled = (part: string, value: Json): Json => (where === part ? damaged(value, by) : value)
  const values = spoiled('params', params)
  const filled = path.replace(/\{(\w+)\}/g, (_whole, key: string) =>
    typeof values === 'object' && values !== null && !Array.isArray(values) ? String(values[key]) : '..',
  )
  const text = JSON.stringify(spoiled('body', body))
  const event: Json = {
    path: `/http/server/v1${filled}`,
    httpMethod: method,
    headers: {
      ...(withKey > 0 && { Authorization: `Bearer ${world.key}` }),
      'Idempotency-Key': `fuzz-${number}`,
      'X-Forwarded-For': '203.0.113.1',
    },
    queryStringParameters: spoiled('query', query),
    body: where === 'text' ? `${text.slice(0, by.at % (text.length + 1))}${JSON.stringify(by.by)}` : text,
    isBase64Encoded: false,
    requestContext: { requestId: 'r' },
  }
  return spoiled('event', event)
}
