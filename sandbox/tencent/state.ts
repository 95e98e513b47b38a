import type { Rights } from '../cloud/rights'

/** What a new environment has: nothing, and everything open. */
export interface EnvironmentState {
  envId: string
  databaseName: string
  bucket: string
  collections: CollectionTable
  /** Default of a new environment: everybody reads. */
  storageAcl: Rights
  hasLogs: boolean
}

/** As much of a map as the actions need: the local cloud has its own collections behind it. */
export interface CollectionTable {
  keys(): Iterable<string>
  has(name: string): boolean
  get(name: string): CollectionState | undefined
  set(name: string, collection: CollectionState): void
}

/** Of an environment that is nothing but this state. */
export interface FreeState extends EnvironmentState {
  collections: Map<string, CollectionState>
}

export interface CollectionState {
  acl: Rights
  indexes: IndexState[]
}

export interface IndexState {
  Name: string
  Unique: boolean
  Keys: { Name: string; Direction: string }[]
}

export function createState(envId: string): FreeState {
  return {
    envId,
    databaseName: 'tnt-sandbox',
    bucket: 'sandbox-bucket',
    collections: new Map(),
    storageAcl: 'READONLY',
    hasLogs: false,
  }
}
