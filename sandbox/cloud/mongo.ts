import { Aggregator, ProcessingMode, Query, update } from 'mingo'
import type { Document } from './ejson'
import { GatewayError } from './errors'
import { checkTargets, fillMissingArrays } from './update-rules'

/** Everything MongoDB says about one document or a list of them, evaluated by mingo. */
export type Resolver = (collection: string) => Document[]

/** No `$where` and no `$function`: the platform runs no code of ours inside the database. */
const options = { scriptEnabled: false }

export function matcher(query: Document): (document: Document) => boolean {
  const compiled = guarded(() => new Query(query, options))
  return document => guarded(() => compiled.test(document))
}

export interface Shape {
  projection?: Document
  order?: Document
  offset: number
  limit: number
}

export function select(documents: Document[], query: Document, shape: Shape): Document[] {
  return guarded(() => {
    const cursor = new Query(query, options).find<Document>(documents, shape.projection)
    const ordered = shape.order ? cursor.sort(directions(shape.order)) : cursor
    return ordered.skip(shape.offset).limit(shape.limit).all()
  })
}

const stages = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$replaceRoot',
  '$sample',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unwind',
])

export function aggregate(
  documents: Document[],
  pipeline: { key: string; value: unknown }[],
  resolve: Resolver,
): Document[] {
  for (const { key } of pipeline) {
    if (!stages.has(key)) throw unsupported(`aggregation stage ${key}`)
  }
  return guarded(() =>
    new Aggregator(
      pipeline.map(stage => ({ [stage.key]: stage.value })),
      // Stages such as $addFields write into their input; stored documents must not change.
      { ...options, processingMode: ProcessingMode.CLONE_INPUT, collectionResolver: resolve },
    ).run<Document>(documents),
  )
}

const operators = new Set([
  '$addToSet',
  '$bit',
  '$currentDate',
  '$inc',
  '$max',
  '$min',
  '$mul',
  '$pop',
  '$pull',
  '$pullAll',
  '$push',
  '$rename',
  '$set',
  '$unset',
])

/** Changes `document` in place. `query` is what found it: positional paths (`list.$.done`) need it. */
export function applyOperators(document: Document, change: Document, query: Document): void {
  for (const operator of Object.keys(change)) {
    if (!operators.has(operator)) throw unsupported(`update operator ${operator}`)
  }
  checkTargets(document, change)
  guarded(() => {
    fillMissingArrays(document, change)
    update(document, change, [], isPositional(change) ? query : {}, { cloneMode: 'deep' })
  })
}

function isPositional(change: Document): boolean {
  return Object.values(change).some(paths => Object.keys(paths ?? {}).some(each => each.includes('$')))
}

function directions(order: Document): Record<string, 1 | -1> {
  return Object.fromEntries(
    Object.entries(order).map(([field, direction]) => {
      if (direction !== 1 && direction !== -1) {
        throw new GatewayError('INVALID_PARAM', `the order of ${field} must be 1 or -1`)
      }
      return [field, direction]
    }),
  )
}

function unsupported(what: string): GatewayError {
  return new GatewayError('DATABASE_INVALID_OPERRATOR', `${what} is not supported by the local cloud`)
}

function guarded<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof GatewayError) throw error
    const message = error instanceof Error ? error.message : 'the operation failed'
    const unknownOperator = /unknown|unregistered|not (registered|supported)/i.test(message)
    throw new GatewayError(
      unknownOperator ? 'DATABASE_INVALID_OPERRATOR' : 'DATABASE_REQUEST_FAILED',
      message,
    )
  }
}
