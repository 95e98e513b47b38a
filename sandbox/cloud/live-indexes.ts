import { fieldsIn } from './indexed-fields'
import { createSortedIndex, type SortedIndex } from './sorted-index'

/** The indexes of a collection, filled when they are first asked for: a cloud that is only written to keeps none. */
export interface LiveIndexes {
  /** `bodies`: of every document, read when they are filled. */
  ask(bodies: () => Iterable<{ id: string; body: string }>): readonly SortedIndex[]
  /** A document was written; whoever writes does not wait for the indexes, the next question does. */
  note(id: string, before: string | undefined, text: string | undefined): void
}

/** Texts that wait for a question at most. */
const mostLate = 5000

/** Each index by its fields, `-` before those that run down: that does not count here. */
export function createLiveIndexes(wanted: readonly (readonly string[])[]): LiveIndexes {
  let indexes: SortedIndex[] | undefined
  const names = [...new Set(wanted.flat().map(plain))]
  /** What they do not know yet. */
  const late: { id: string; before: string | undefined; text: string | undefined }[] = []

  const filled = (bodies: () => Iterable<{ id: string; body: string }>): SortedIndex[] => {
    const all = wanted.map(fields => createSortedIndex(fields.map(plain)))
    if (all.length === 0) return all
    const documents: [string, Record<string, unknown>][] = []
    // One by one: all texts together are more than a process should hold.
    for (const { id, body } of bodies()) documents.push([id, fieldsIn(body, names)])
    for (const index of all) index.fill(documents)
    return all
  }

  const catchUp = () => {
    for (const { id, before, text } of late.splice(0)) {
      const [old, fresh] = [before, text].map(each => each && fieldsIn(each, names))
      for (const index of indexes ?? []) {
        if (old) index.remove(id, old)
        if (fresh) index.add(id, fresh)
      }
    }
  }

  return {
    ask(bodies) {
      if (indexes) catchUp()
      else indexes = filled(bodies)
      return indexes
    },
    note(id, before, text) {
      if (!indexes || indexes.length === 0) return
      late.push({ id, before, text })
      if (late.length >= mostLate) catchUp()
    },
  }
}

const plain = (field: string): string => field.replace('-', '')
