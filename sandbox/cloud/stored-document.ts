import { type Document, decode } from './ejson'

export interface StoredDocument {
  id: string
  /** Never the same twice, whatever the document. */
  version: number
  /** Canonical EJSON. */
  text: string
  /** The same, decoded. Not to be changed in place. */
  value: Document
}

/** Decoded when somebody looks at it. */
export function stored(id: string, version: number, text: string): StoredDocument {
  let value: Document | undefined
  return {
    id,
    version,
    text,
    get value() {
      value ??= decode(text, 0, 'a stored document')
      return value
    },
  }
}
