/**
 * The part of wx-server-sdk the tests use, typed by what it really answers: its own declarations say
 * `Promise | void | string` and miss `transaction`, `serverDate({offset})` and the `updated` of a set.
 */
export interface Sdk {
  getWXContext(): Record<string, unknown>
  callFunction(call: { name: string; data?: Row }): Promise<{ result: unknown; errMsg: string }>
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(files: { fileList: string[] }): Promise<FileAnswers>
  getTempFileURL(files: { fileList: (string | { fileID: string; maxAge: number })[] }): Promise<FileAnswers>
  getOpenData(query: { list: string[] }): Promise<unknown>
  openapi: {
    subscribeMessage: { send(args: Row): Promise<{ errCode: number }> }
    wxacode: { getUnlimited(args: Row): Promise<{ contentType: string; buffer: Buffer; errCode: number }> }
    phonenumber: { getPhoneNumber(args: Row): Promise<unknown> }
    urllink: { generate(args: Row): Promise<{ urlLink: string }> }
    urlscheme: { generate(args: Row): Promise<{ openlink: string }> }
    shortlink: { generate(args: Row): Promise<unknown> }
  }
}

export type Row = Record<string, unknown>

interface FileAnswers {
  fileList: { fileID: string; status: number; errMsg: string; tempFileURL?: string; maxAge?: number }[]
}

export interface Database {
  command: Commands
  createCollection(name: string): Promise<unknown>
  collection(name: string): Collection
  serverDate(options?: { offset: number }): unknown
  RegExp(options: { regexp: string; options: string }): unknown
  Geo: { Point: new (longitude: number, latitude: number) => unknown }
  startTransaction(): Promise<Transaction>
  runTransaction<Result>(work: (transaction: Transaction) => Promise<Result>, times?: number): Promise<Result>
}

export interface Transaction {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<void>
}

interface Answer<Data> {
  data: Data
  errMsg: string
}

interface Query {
  where(condition: unknown): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  skip(count: number): Query
  limit(count: number): Query
  field(projection: Record<string, boolean>): Query
  get<Data = Row>(): Promise<Answer<Data[]>>
  count(): Promise<{ total: number }>
  update(change: { data: Row; multi?: boolean }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

interface Collection extends Query {
  doc(id: string): DocumentReference
  add(added: { data: Row | Row[] }): Promise<{ _id?: string; _ids?: string[]; errMsg: string }>
  aggregate(): Aggregate
}

interface DocumentReference {
  field(projection: Record<string, boolean>): DocumentReference
  get<Data = Row>(): Promise<Answer<Data>>
  set(change: { data: Row }): Promise<{ stats: { updated: number; created: number } }>
  update(change: { data: Row }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

type Stage = 'match' | 'group' | 'sort' | 'project' | 'lookup' | 'addFields' | 'limit' | 'unwind' | 'geoNear'

type Aggregate = Record<Stage, (value: unknown) => Aggregate> & { end(): Promise<{ list: Row[] }> }

type CommandName =
  | 'addToSet'
  | 'and'
  | 'elemMatch'
  | 'eq'
  | 'exists'
  | 'geoNear'
  | 'gt'
  | 'gte'
  | 'in'
  | 'inc'
  | 'lt'
  | 'lte'
  | 'max'
  | 'min'
  | 'mul'
  | 'neq'
  | 'nin'
  | 'nor'
  | 'not'
  | 'or'
  | 'pop'
  | 'pull'
  | 'pullAll'
  | 'push'
  | 'remove'
  | 'rename'
  | 'set'
  | 'shift'
  | 'size'
  | 'unshift'

type Commands = Record<CommandName, (...values: unknown[]) => Commands> & {
  aggregate: Record<'gt' | 'sum', (value: unknown) => unknown>
}
