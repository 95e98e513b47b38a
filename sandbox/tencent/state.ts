/** What a new environment has: nothing, and everything open. */
export interface EnvironmentState {
  envId: string
  databaseName: string
  bucket: string
  collections: Map<string, CollectionState>
  /** Default of a new environment: everybody reads. */
  storageAcl: string
  hasLogs: boolean
}

export interface CollectionState {
  acl: string
  indexes: IndexState[]
}

export interface IndexState {
  Name: string
  Unique: boolean
  Keys: { Name: string; Direction: string }[]
}

export function createState(envId: string): EnvironmentState {
  return {
    envId,
    databaseName: 'tnt-sandbox',
    bucket: 'sandbox-bucket',
    collections: new Map(),
    storageAcl: 'READONLY',
    hasLogs: false,
  }
}
