import { readFileSync } from 'node:fs'
import path from 'node:path'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'

/** The part of JSON Schema that the document is written in. */
export interface Shape {
  $ref?: string
  type?: string
  const?: Json
  enum?: Json[]
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: Shape
  properties?: { [name: string]: Shape }
  required?: string[]
  oneOf?: Shape[]
  anyOf?: Shape[]
  allOf?: Shape[]
}
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  schema: Shape
}
interface Answer {
  $ref?: string
  headers?: Record<string, object>
  content?: Record<string, { schema: Shape }>
}
interface Drawn {
  operationId: string
  parameters: Parameter[]
  requestBody?: { content: { 'application/json': { schema: Shape } } }
  responses: Record<string, Answer>
}
interface Document {
  paths: Record<string, Record<string, Drawn>>
  components: { schemas: Record<string, Shape>; responses: Record<string, Answer> }
}

/** One call of the document. */
export interface Operation {
  name: string
  method: string
  /** `/invitations/{id}` */
  path: string
  parameters: Parameter[]
  body: Shape | null
  /** By status; `default` for the rest. */
  answers: Record<string, Answer>
}

const document: Document = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../docs/openapi.json'), 'utf8'),
)

export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, parameters, requestBody, responses }]) => ({
    name: operationId,
    method: method.toUpperCase(),
    path,
    parameters,
    body: requestBody?.content['application/json'].schema ?? null,
    answers: responses,
  })),
)

/** What a reference of the document stands for. */
export function resolved(shape: Shape): Shape {
  const name = shape.$ref?.split('/').at(-1)
  return name === undefined ? shape : (document.components.schemas[name] ?? {})
}

const ajv = new Ajv2020({ strict: false, allErrors: false })
addFormats(ajv)
ajv.addSchema({ $id: 'openapi', ...document })
const checks = new Map<string, ReturnType<typeof ajv.compile>>()

/** Bytes of the largest answer. */
const largest = 100 * 1024

interface Said {
  status: number
  headers: Record<string, string>
  text: string
}

/** Why an answer is not one the document knows, by a validator that shares nothing with the server; null: it is. */
export function outside({ name, path, method, answers }: Operation, said: Said): string | null {
  const { status, headers, text } = said
  const place = `${name} ${status}`
  if (Buffer.byteLength(text) >= largest) return `${place}: ${Buffer.byteLength(text)} bytes`
  const key = answers[String(status)] ? String(status) : 'default'
  const written = answers[key]
  if (!written || (key === 'default' && status < 400)) return `${place}: no such status`
  const shared = written.$ref?.split('/').at(-1)
  const answer = shared === undefined ? written : document.components.responses[shared]
  for (const header of Object.keys(answer?.headers ?? {}))
    if (!headers[header.toLowerCase()]) return `${place}: no ${header}`
  const type = headers['content-type']?.split(';')[0] ?? ''
  if (!answer?.content?.[type]) return `${place}: ${type} is not written down`
  const pointer = [
    ...(shared === undefined
      ? ['paths', path, method.toLowerCase(), 'responses', key]
      : ['components', 'responses', shared]),
    'content',
    type,
    'schema',
  ]
  const $ref = `openapi#/${pointer
    .map(each => each.replace(/~/g, '~0').replace(/\//g, '~1'))
    .map(encodeURIComponent)
    .join('/')}`
  const check = checks.get($ref) ?? ajv.compile({ $ref })
  checks.set($ref, check)
  return check(JSON.parse(text)) ? null : `${place}: ${ajv.errorsText(check.errors)}`
}
