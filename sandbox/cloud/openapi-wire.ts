import { Reader, Writer } from 'protobufjs/minimal'
import { isRecord } from '../record'

/** The protobuf envelopes of cloud.openapi (field numbers as wx-server-sdk 4.0.2 writes and reads them). */

/** The arguments of a call: snake_case keys. Undefined when the request is not a plain open API call. */
export function readOpenApiRequest(bytes: Buffer): Record<string, unknown> | undefined {
  const reader = Reader.create(bytes)
  let args: Record<string, unknown> | undefined
  while (reader.pos < reader.len) {
    const tag = reader.uint32()
    if (tag >>> 3 === 2) args = readPairs(reader)
    else reader.skipType(tag & 7)
  }
  return args
}

export interface OpenApiAnswer {
  body?: Buffer
  contentType?: string
  /** The gateway's own refusal, e.g. -604101. */
  errorCode?: number
}

/** Keys are snake_case, as wx-server-sdk sends them. */
export type Arguments = Record<string, unknown>
export type Api = (args: Arguments, functionName: string) => OpenApiAnswer

export function writeOpenApiAnswer({ body, contentType, errorCode = 0 }: OpenApiAnswer): Buffer {
  const writer = Writer.create()
  if (body) writer.uint32(10).bytes(body)
  if (contentType !== undefined) writer.uint32(18).string(contentType)
  writer.uint32(24).int32(errorCode)
  writer.uint32(32).uint32(200)
  return Buffer.from(writer.finish())
}

export function jsonAnswer(value: Record<string, unknown>): OpenApiAnswer {
  return { body: Buffer.from(JSON.stringify(value)), contentType: 'application/json' }
}

export function refusal(errcode: number, errmsg: string): OpenApiAnswer {
  return jsonAnswer({ errcode, errmsg })
}

function readPairs(reader: Reader): Record<string, unknown> {
  const args: Record<string, unknown> = {}
  const end = reader.uint32() + reader.pos
  while (reader.pos < end) {
    const tag = reader.uint32()
    if (tag >>> 3 === 1) Object.assign(args, readPair(reader))
    else reader.skipType(tag & 7)
  }
  return args
}

function readPair(reader: Reader): Record<string, unknown> {
  const end = reader.uint32() + reader.pos
  let key = ''
  let value = Buffer.alloc(0)
  while (reader.pos < end) {
    const tag = reader.uint32()
    if (tag >>> 3 === 1) key = reader.string()
    else if (tag >>> 3 === 2) value = Buffer.from(reader.bytes())
    else reader.skipType(tag & 7)
  }
  return { [key]: parsed(value) }
}

/** Arguments are JSON texts, except for uploaded media, which no API here takes. */
function parsed(value: Buffer): unknown {
  try {
    const json: unknown = JSON.parse(value.toString('utf8'))
    return isRecord(json) ? { ...json } : json
  } catch {
    return undefined
  }
}
