import { isRecord } from '../record'
import {
  bounded,
  type Change,
  checkCollection,
  count,
  find,
  insert,
  modify,
  modifyAndReturn,
  remove,
  type Selection,
} from './documents'
import { type Document, decode, decodeValue, encode } from './ejson'
import { GatewayError } from './errors'
import { defaultListLimit, maximumListLimit } from './limits'
import { aggregate, type Shape } from './mongo'
import type { Store } from './store'
import { createTransactions } from './transactions'
import type { QueryReport } from './types'
import { storeView, type View } from './view'

/** The database half of the gateway: wire fields in, wire fields out. */
export type Fields = Record<string, unknown>
export type Handler = (fields: Fields) => Fields

export function createDatabase(
  store: Store,
  now: () => number,
  onQuery: (query: QueryReport) => void = () => {},
): Record<string, Handler> {
  const transactions = createTransactions(store, now)
  const view = ({ transactionId, action }: Fields): View =>
    transactionId === undefined
      ? storeView(store, how => onQuery({ action: String(action), ...how }))
      : transactions.view(text(transactionId, 'transactionId'))
  const selection = (fields: Fields): Selection => ({
    collection: text(fields.collectionName, 'collectionName'),
    query: fields.query === undefined ? {} : decode(fields.query, now(), 'query'),
    queryType: fields.queryType === 'DOC' ? 'DOC' : 'WHERE',
    multi: fields.multi === undefined ? fields.queryType !== 'DOC' : fields.multi === true,
  })
  const change = (fields: Fields): Change => ({
    data: decode(fields.data, now(), 'data'),
    merge: fields.merge !== false,
    upsert: fields.upsert === true,
  })

  return {
    'database.addCollection': fields => {
      const name = text(fields.collectionName, 'collectionName')
      if (store.createCollection(name)) return {}
      throw new GatewayError('DATABASE_REQUEST_FAILED', `Table exist: collection ${name} exists already`)
    },
    'database.insertDocument': fields => {
      const collection = text(fields.collectionName, 'collectionName')
      const documents = list(fields.data, 'data').map(each => decode(each, now(), 'data'))
      return { data: { insertedIds: insert(view(fields), collection, documents) } }
    },
    'database.getDocument': fields => ({
      data: { list: find(view(fields), selection(fields), shape(fields, now())) },
    }),
    'database.calculateDocument': fields => ({ data: { total: count(view(fields), selection(fields)) } }),
    'database.modifyDocument': fields => {
      const { updated, upsertId } = modify(view(fields), selection(fields), change(fields))
      return { data: { updated, ...(upsertId === undefined ? {} : { upsert_id: upsertId }) } }
    },
    'database.modifyAndReturnDoc': fields => ({
      data: modifyAndReturn(view(fields), selection(fields), change(fields)),
    }),
    'database.removeDocument': fields => ({ data: { deleted: remove(view(fields), selection(fields)) } }),
    'database.aggregateDocuments': fields => {
      const all = (collection: string): Document[] => {
        checkCollection(storeView(store), collection)
        return [...store.scan(collection)].map(each => each.value)
      }
      const pipeline = list(fields.stages, 'stages').map(each => stage(each, now()))
      const found = aggregate(all(text(fields.collectionName, 'collectionName')), pipeline, all)
      return { data: { list: bounded(found.map(encode)) } }
    },
    'database.startTransaction': () => ({ transactionId: transactions.start() }),
    'database.commitTransaction': fields => {
      transactions.commit(text(fields.transactionId, 'transactionId'))
      return {}
    },
    'database.abortTransaction': fields => {
      transactions.abort(text(fields.transactionId, 'transactionId'))
      return {}
    },
  }
}

function shape(fields: Fields, now: number): Shape {
  const limit = fields.limit === undefined ? defaultListLimit : whole(fields.limit, 'limit')
  if (limit === 0) throw new GatewayError('INVALID_PARAM', 'limit must be at least 1')
  return {
    ...(fields.projection === undefined ? {} : { projection: decode(fields.projection, now, 'projection') }),
    ...(fields.order === undefined ? {} : { order: decode(fields.order, now, 'order') }),
    offset: fields.offset === undefined ? 0 : whole(fields.offset, 'offset'),
    limit: Math.min(limit, maximumListLimit),
  }
}

function stage(value: unknown, now: number): { key: string; value: unknown } {
  if (!isRecord(value)) throw new GatewayError('INVALID_PARAM', 'a stage must be an object')
  return { key: text(value.stageKey, 'stageKey'), value: decodeValue(value.stageValue, now, 'stageValue') }
}

function text(value: unknown, what: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new GatewayError('INVALID_PARAM', `${what} must be a non-empty string`)
}

function list(value: unknown, what: string): unknown[] {
  if (Array.isArray(value)) return value
  throw new GatewayError('INVALID_PARAM', `${what} must be a list`)
}

function whole(value: unknown, what: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw new GatewayError('INVALID_PARAM', `${what} must be a whole number`)
}
