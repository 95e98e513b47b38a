import type { Rights } from '../cloud/rights'

/** What a new environment has: nothing, and everything open. */
export interface EnvironmentState {
  envId: string
  status: 'NORMAL' | 'UNAVAILABLE'
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
  /** What is in the collections, for those who look. */
  documents: Map<string, Record<string, unknown>[]>
  functions: Map<string, FunctionState>
  /** Of all functions together; null: nobody has set one. */
  functionRule: string | null
  domains: DomainState[]
  /** `permissions.openapi` of functions, as WeChat keeps them: texts of config.json. */
  cloudCalls: Map<string, string>
  /** What the metrics of the plan answer, by their names. */
  usage: Map<string, number>
}

export interface CollectionState {
  acl: Rights
  indexes: IndexState[]
  /** Where there is more behind it than this list; left out: it is put into the list. */
  addIndex?(index: IndexState): void
}

export interface IndexState {
  Name: string
  Unique: boolean
  Keys: { Name: string; Direction: string }[]
}

export interface FunctionState {
  /** Base64 of the zip that was uploaded last. */
  zip: string
  runtime: string
  handler: string
  timeout: number
  memory: number
  description: string
  variables: Record<string, string>
  triggers: TriggerState[]
  eip: boolean
  /** How often it still says that it is busy with the last change. */
  busy: number
  status: 'Active' | 'CreateFailed'
}

export interface TriggerState {
  name: string
  cron: string
  isEnabled: boolean
}

export interface DomainState {
  name: string
  isDefault: boolean
  status: 'PROCESSING' | 'SUCCESS' | 'FAIL'
  dns: 'OK' | 'INVALID'
  routes: RouteState[]
}

export interface RouteState {
  path: string
  functionName: string
  auth: boolean
  pathTransmission: boolean
  isEnabled: boolean
}

export function createState(envId: string): FreeState {
  return {
    envId,
    status: 'NORMAL',
    databaseName: 'tnt-sandbox',
    bucket: 'sandbox-bucket-1250000000',
    collections: new Map(),
    documents: new Map(),
    storageAcl: 'READONLY',
    hasLogs: false,
    functions: new Map(),
    functionRule: null,
    domains: [
      { name: `${envId}.service.tcloudbase.com`, isDefault: true, status: 'SUCCESS', dns: 'OK', routes: [] },
    ],
    cloudCalls: new Map(),
    usage: new Map(),
  }
}
