import { randomBytes } from 'node:crypto'
import { type Document, decode, encode } from './ejson'
import { GatewayError } from './errors'
import { databaseResultLimit } from './limits'
import { applyOperators, type Shape, select } from './mongo'
import { search, type Wanted } from './search'
import type { Write } from './store'
import type { StoredDocument } from './stored-document'
import type { View } from './view'

/** The database's verbs on a view. All of them refuse a collection that was not created. */
export interface Selection {
  collection: string
  query: Document
  /** DOC addresses one document by its id; WHERE any number. */
  queryType: 'DOC' | 'WHERE'
  multi: boolean
}

/** Answers EJSON texts. */
export function find(view: View, selection: Selection, shape: Shape): string[] {
  const { order, offset, limit } = shape
  const found = matching(view, selection, { order, most: offset + limit })
  const values = found.map(each => each.value)
  // The query is applied again only because mingo's projection of `list.$` needs it.
  return bounded(select(values, selection.query, shape).map(encode))
}

export function count(view: View, selection: Selection): number {
  return matching(view, selection).length
}

/** As MongoDB's ordered insert: documents before a refused one stay. Answers the ids. */
export function insert(view: View, collection: string, documents: Document[]): unknown[] {
  checkCollection(view, collection)
  const writes = new Map<string, Write>()
  const ids: unknown[] = []
  try {
    for (const document of documents) {
      checkFieldNames(document)
      const { _id, ...rest } = document
      const id = _id ?? generateId()
      const key = keyOf(id)
      if (writes.has(key) || view.read(collection, key)) throw duplicate(collection, id)
      writes.set(key, { collection, id: key, text: encode({ _id: id, ...rest }) })
      ids.push(id)
    }
  } finally {
    view.commit([...writes.values()])
  }
  return ids
}

export interface Change {
  data: Document
  /** True: `data` holds operators. False: it replaces the document. */
  merge: boolean
  upsert: boolean
}

/** `updated` counts documents that really changed (MongoDB's nModified). */
export function modify(
  view: View,
  selection: Selection,
  change: Change,
): { updated: number; upsertId?: unknown } {
  const found = first(matching(view, selection), selection.multi)
  if (found.length === 0 && change.upsert) return { updated: 0, upsertId: upsert(view, selection, change) }
  const writes = found.map(each => ({ each, text: changed(each, selection, change) }))
  const real = writes.filter(({ each, text }) => text !== each.text)
  view.commit(real.map(({ each, text }) => ({ collection: selection.collection, id: each.id, text })))
  return { updated: real.length }
}

/** Answers the document as it is afterwards. */
export function modifyAndReturn(view: View, selection: Selection, change: Change) {
  const { updated } = modify(view, { ...selection, multi: false }, { ...change, upsert: false })
  const query = '_id' in selection.query ? { _id: selection.query._id } : selection.query
  const [doc] = bounded(matching(view, { ...selection, query }).map(each => each.text))
  return { updated, doc }
}

export function remove(view: View, selection: Selection): number {
  const found = first(matching(view, selection), selection.multi)
  view.commit(found.map(each => ({ collection: selection.collection, id: each.id, text: undefined })))
  return found.length
}

export function checkCollection(view: View, collection: string): void {
  if (view.hasCollection(collection)) return
  throw new GatewayError('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${collection}`)
}

/** Refuses an answer of more than 1 MB. */
export function bounded(texts: string[]): string[] {
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  if (size <= databaseResultLimit) return texts
  throw new GatewayError(
    'DATABASE_REQUEST_FAILED',
    'database query result size exceed limit (1MB) (-602001): ask for fewer documents or fields',
  )
}

function matching(
  view: View,
  { collection, query, queryType }: Selection,
  wanted: Wanted = { most: Number.POSITIVE_INFINITY },
): StoredDocument[] {
  checkCollection(view, collection)
  if (view.singleDocuments && queryType !== 'DOC') {
    throw new GatewayError('INVALID_PARAM', 'a transaction can only address single documents: use doc(id)')
  }
  return search(view, collection, query, wanted)
}

function first(found: StoredDocument[], multi: boolean): StoredDocument[] {
  return multi ? found : found.slice(0, 1)
}

function changed({ value, text }: StoredDocument, selection: Selection, change: Change): string {
  if (!change.merge) {
    checkFieldNames(change.data)
    return encode({ _id: value._id, ...withoutId(change.data) })
  }
  const copy = decode(text, 0, 'a stored document')
  applyOperators(copy, change.data, selection.query)
  checkFieldNames(copy)
  return encode(copy)
}

function upsert(view: View, selection: Selection, change: Change): unknown {
  if (change.merge) {
    throw new GatewayError(
      'INVALID_PARAM',
      'upsert with update operators is not supported by the local cloud',
    )
  }
  const id = typeof selection.query._id === 'string' ? selection.query._id : generateId()
  insert(view, selection.collection, [{ _id: id, ...withoutId(change.data) }])
  return id
}

function withoutId({ _id: _, ...rest }: Document): Document {
  return rest
}

/** Documents are keyed by text in the file; a number or another type of id must not collide with a string. */
function keyOf(id: unknown): string {
  return typeof id === 'string' ? id : `\u0001${encode({ id })}`
}

function generateId(): string {
  return randomBytes(16).toString('hex')
}

function checkFieldNames(document: Document): void {
  const wrong = Object.keys(document).find(name => name.startsWith('$'))
  if (wrong === undefined) return
  throw new GatewayError(
    'DATABASE_REQUEST_FAILED',
    `The dollar ($) prefixed field '${wrong}' is not valid for storage`,
  )
}

function duplicate(collection: string, id: unknown): GatewayError {
  return new GatewayError(
    'DATABASE_REQUEST_FAILED',
    `E11000 duplicate key error collection: ${collection} index: _id_ dup key: { _id: ${JSON.stringify(id)} }`,
  )
}
