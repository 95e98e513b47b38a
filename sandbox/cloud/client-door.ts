import type { Fields, Handler } from './database'
import { decode, encode } from './ejson'
import { GatewayError } from './errors'
import type { Rights } from './rights'
import type { Store } from './store'

/**
 * The database as the mini-program itself reaches it (`wx.cloud.database()`): every collection's rights are minded, and
 * whatever is written carries the writer's `_openid`, which the client can neither choose nor change. The product never
 * goes through this door; whoever wants to forge does.
 */
export type ClientDoor = (openid: string, fields: Fields) => Fields

type Deed = 'read' | 'write'

const deeds: Record<string, Deed> = {
  'database.getDocument': 'read',
  'database.calculateDocument': 'read',
  'database.insertDocument': 'write',
  'database.modifyDocument': 'write',
  'database.removeDocument': 'write',
}

type Reach = 'all' | 'own' | 'none'

/** Whose documents a client reaches. */
const reach: Record<Rights, Record<Deed, Reach>> = {
  READONLY: { read: 'all', write: 'own' },
  PRIVATE: { read: 'own', write: 'own' },
  ADMINWRITE: { read: 'all', write: 'none' },
  ADMINONLY: { read: 'none', write: 'none' },
}

export function createClientDoor(
  store: Store,
  handlers: Readonly<Record<string, Handler>>,
  now: () => number,
): ClientDoor {
  return (openid, { transactionId: _, ...fields }) => {
    const action = String(fields.action)
    const deed = Object.hasOwn(deeds, action) ? deeds[action] : undefined
    const handler = handlers[action]
    if (!deed || !handler) throw new GatewayError('INVALID_PARAM', `a client has no action "${action}"`)
    const rights = store.rightsOf(String(fields.collectionName))
    // Without a collection there are no rights to mind; the handler says that it does not exist.
    const reached = rights ? reach[rights][deed] : 'own'
    if (reached === 'none') {
      throw new GatewayError('DATABASE_PERMISSION_DENIED', 'Permission denied: the collection is closed')
    }
    if (action === 'database.insertDocument') return handler(stamped(fields, openid, now()))
    refuseOpenid(fields.data, now())
    return handler(reached === 'all' ? fields : narrowed(fields, openid, now()))
  }
}

function stamped(fields: Fields, openid: string, now: number): Fields {
  const documents = Array.isArray(fields.data) ? fields.data : []
  return { ...fields, data: documents.map(each => encode({ ...decode(each, now, 'data'), _openid: openid })) }
}

function narrowed(fields: Fields, openid: string, now: number): Fields {
  const query = fields.query === undefined ? {} : decode(fields.query, now, 'query')
  // `set` would make a document that is not there, without its `_openid`; the platform makes it through `add`.
  return { ...fields, upsert: false, query: encode({ $and: [query, { _openid: openid }] }) }
}

function refuseOpenid(data: unknown, now: number): void {
  if (typeof data !== 'string') return
  const change = decode(data, now, 'data')
  // A replaced document would lose it, an operator could name it.
  const isReplaced = !Object.keys(change).some(name => name.startsWith('$'))
  if (isReplaced || data.includes('_openid')) {
    throw new GatewayError('INVALID_PARAM', 'invalid parameters: a client cannot change _openid')
  }
}
