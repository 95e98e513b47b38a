import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { batch } from '../cloudfunctions/contract/server/batches'
import { endpoint, endpointWithSecret } from '../cloudfunctions/contract/server/endpoints'
import { event } from '../cloudfunctions/contract/server/events'
import { createBody, invitation, invitationLinks } from '../cloudfunctions/contract/server/invitations'
import { type Route, type RouteName, routes } from '../cloudfunctions/contract/server/routes'
import { problem } from '../cloudfunctions/contract/server/shape'
import { verification } from '../cloudfunctions/contract/server/verifications'
import { eventTypes } from '../cloudfunctions/domain/integration/event'

type Json = Record<string, unknown>

/** Schemas with a name of their own: generated clients call their types by it. */
const named = {
  Batch: batch,
  Endpoint: endpoint,
  EndpointWithSecret: endpointWithSecret,
  Event: event,
  Invitation: invitation,
  InvitationLinks: invitationLinks,
  NewInvitation: createBody,
  Problem: problem,
  Verification: verification,
} satisfies Record<string, v.GenericSchema>

/** The OpenAPI 3.1 document of the server API, from the schemas that check its input. */
export function openApiDocument(version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'realname-hub server API',
      version,
      description:
        'Invitations, verifications, batches, events and webhooks for business systems. Times are ISO 8601 in UTC. ' +
        'Every problem is application/problem+json (RFC 9457) with a stable `code`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/v1' }],
    security: [{ apiKey: [] }],
    tags: [
      { name: 'invitations' },
      { name: 'verifications' },
      { name: 'batches' },
      { name: 'events' },
      { name: 'webhook-endpoints' },
    ],
    paths: paths(),
    webhooks: { event: { post: webhook() } },
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'A key of the workplace, `rnk_…`' },
      },
      schemas: Object.fromEntries(
        Object.entries(named).map(([name, schema]) => [
          name,
          drawn(schema, name.startsWith('New') ? 'input' : 'output'),
        ]),
      ),
      headers: {
        RequestId: { description: 'Name it when you report a fault', schema: { type: 'string' } },
      },
      responses: {
        Problem: {
          description: 'Refused; `code` says why',
          headers: requestId,
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
        RateLimited: {
          description: 'Too many calls',
          headers: { ...requestId, 'Retry-After': { schema: { type: 'string' }, description: 'Seconds' } },
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

const requestId = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } }
const problemAnswer = { $ref: '#/components/responses/Problem' }

function paths(): Json {
  const all: Record<string, Json> = {}
  for (const name of Object.keys(routes) as RouteName[]) {
    const route: Route = routes[name]
    all[route.path] = { ...all[route.path], [route.method.toLowerCase()]: operation(name, route) }
  }
  return all
}

function operation(name: RouteName, route: Route): Json {
  const body = schemaOf(route.body, 'input')
  const empty = isEmpty(body)
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.path.split('/')[1]],
    description: `Scope: \`${route.scope}\`.`,
    parameters: [
      ...parametersOf(schemaOf(route.params, 'input'), 'path'),
      ...parametersOf(schemaOf(route.query, 'input'), 'query'),
      ...(route.creates ? [idempotencyKey] : []),
    ],
    ...(!empty && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [String(route.status)]: {
        description: 'Done',
        headers: requestId,
        content: { 'application/json': { schema: schemaOf(route.answer, 'output') } },
      },
      '429': { $ref: '#/components/responses/RateLimited' },
      default: problemAnswer,
    },
  }
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'The same for every try of one intent; for a day it brings the same answer',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' },
}

function webhook(): Json {
  return {
    operationId: 'event',
    summary: 'What is sent to your endpoints (Standard Webhooks 1.0.0)',
    description: `Signed with the endpoint's secret. Types: ${eventTypes.map(type => `\`${type}\``).join(', ')}.`,
    security: [],
    parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(name => ({
      name,
      in: 'header',
      required: true,
      schema: { type: 'string' },
    })),
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(event, 'output') } } },
    responses: { '2XX': { description: 'Taken; anything else is tried again for about three days' } },
  }
}

function parametersOf(schema: Json, place: 'path' | 'query'): Json[] {
  const properties = schema.properties as Record<string, Json> | undefined
  const required = (schema.required as string[] | undefined) ?? []
  return Object.entries(properties ?? {}).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: each,
  }))
}

/** What a schema takes in, or what it gives; those with a name stand there by it. */
function schemaOf(schema: v.GenericSchema, typeMode: 'input' | 'output'): Json {
  const { $defs: _, ...rest } = drawn(schema, typeMode, named)
  return rest
}

/** Trimming and the like are no part of a document. */
function drawn(
  schema: v.GenericSchema,
  typeMode: 'input' | 'output',
  definitions: Record<string, v.GenericSchema> = {},
): Json {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    typeMode,
    errorMode: 'ignore',
    target: 'draft-2020-12',
    definitions,
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  }) as Json
  return rest
}

function isEmpty({ type, properties }: Json): boolean {
  return type === 'object' && Object.keys((properties as Json | undefined) ?? {}).length === 0
}
