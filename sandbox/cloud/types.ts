import type { Rights } from './rights'

/** What a caller of the local cloud sees. */
export interface LocalCloudOptions {
  host: '127.0.0.1'
  /** 0 picks any free port. */
  port: number
  /** Documents and files; created with mode 0700. One process at a time. */
  dataDir: string
  /** Folder of the built functions: <functionsDir>/<name>/{index.js,config.json}. */
  functionsDir: string
  functions: readonly FunctionDeclaration[]
  /** What every function sees besides the platform's own block. More than 4 KB is refused, as SCF does. May depend on this cloud's address. */
  env: Readonly<Record<string, string>> | ((url: string) => Readonly<Record<string, string>>)
  /** Default `sandbox-env`. */
  envId?: string
  /** Default `wxsandbox0000000001`. */
  appId?: string
  /** Run the triggers of config.json; default true. */
  timers?: boolean
  /** In the place of what config.json says: when all triggers run, and the message of their events, which is empty on the platform. */
  timer?: { cron: string; message: string }
  /** Instances per function; default 8. */
  concurrency?: number
  /**
   * What codes and links point at; `?page=…&scene=…` or `?page=…&query=…` is appended. A function is asked at each
   * call. Default: this server's own page.
   */
  codeUrl?: string | (() => string)
  /** Pages that exist. When given, links refuse any other page, and so does `wxacode` with check_path (the default). */
  pages?: readonly string[]
  /** Templates of subscription messages that exist; default none. */
  messageTemplates?: readonly MessageTemplate[]
  /** One entry per invocation and per gateway error. Never bodies, openids or names. */
  onTraffic?: (entry: CloudTraffic) => void
  /** The traffic log carries what clients ask and are answered, personal data included; default false. */
  contents?: boolean
  /** One entry per question the database answers, also of updates and removals. */
  onQuery?: (entry: QueryReport) => void
  /** One entry per line a function prints; default: this process's own output. */
  onLog?: (entry: FunctionLog) => void
  /** Milliseconds since the epoch; for tests. */
  now?: () => number
}

export interface FunctionDeclaration {
  name: string
  /** The platform's default is 3. */
  timeoutSeconds: number
}

export type TriggerSource = 'client' | 'http' | 'timer' | 'function'

export interface CloudTraffic {
  function: string
  trigger: TriggerSource
  /** `event.action` of an invocation when it is a string, or the gateway action that failed. */
  action?: string
  ms: number
  ok: boolean
  errorCode?: number | string
  /** JSON texts of what a client asked and was answered, where `contents` is on. */
  event?: string
  answer?: string
}

/** What a question to the database cost. */
export interface QueryReport {
  /** The action of the gateway, such as `database.getDocument`. */
  action: string
  collection: string
  /** The fields of the index that was used, `_id`, or null: the whole collection was looked through. */
  index: string | null
  /** Documents that were looked at. */
  examined: number
  /** Those among them that were answered or changed. */
  found: number
}

export interface FunctionLog {
  function: string
  stream: 'stdout' | 'stderr'
  line: string
}

/** A template of subscription messages, as 公众平台 shows it. */
export interface MessageTemplate {
  id: string
  title: string
  /** Such as `thing1`. */
  places: readonly string[]
}

/** A subscription message that went out; not to whom. */
export interface SentMessage {
  title: string
  page: string
  data: Record<string, string>
  at: number
  /** The function that sent it. */
  function: string
}

/** A mini-program code or a link, as it was given out. */
export interface GivenCode {
  api: 'wxacode.getUnlimited' | 'urllink.generate' | 'urlscheme.generate'
  /** Empty: the home page. */
  page: string
  /** Of a mini-program code. */
  scene?: string
  /** Of a link. */
  query?: string
  envVersion: string
  /** Milliseconds since the epoch; mini-program codes never end. */
  expiresAt?: number
  /** What is inside the code, or the link itself. */
  url: string
  at: number
  /** The function that asked. */
  function: string
}

export interface CallerIdentity {
  openid?: string
  unionid?: string
}

export interface LocalCloud {
  envId: string
  url: string
  port: number
  /** As `wx.cloud.callFunction` would; throws an InvocationError. */
  invoke(functionName: string, event: Record<string, unknown>, caller?: CallerIdentity): Promise<unknown>
  /** Fires the timer trigger now and waits for the result. */
  fireTimer(functionName: string): Promise<unknown>
  /** As `wx.cloud.uploadFile` of the mini-program would; returns the file id. */
  upload(cloudPath: string, content: Buffer): string
  /** What `wx.cloud.deleteFile` of the mini-program does; false: there is no such file. */
  remove(fileId: string): boolean
  /** What `wx.cloud.getTempFileURL` of the mini-program gives; undefined: there is no such file. */
  fileUrl(fileId: string): string | undefined
  /** A one-time code as `<button open-type="getPhoneNumber">` would hand out; good for 5 minutes. `openid`: whose phone it is. */
  issuePhoneCode(phoneNumber: string, openid?: string): string
  /** The last 50 codes and links given out, newest first. */
  codes(): GivenCode[]
  /** What WeChat's question answers when this person agrees to these templates; null: it fails. Each may then be sent once. */
  agreeToMessages(openid: string, templates: readonly string[]): Record<string, string> | null
  /** The last 50 messages sent, newest first. */
  messages(): SentMessage[]
  /** Whom the mini-program's own database calls reach; what `ModifyDatabaseACL` does. */
  setRights(collection: string, rights: Rights): void
  /** An environment variable of the functions. */
  setting(variable: string): string | undefined
  /** Changes environment variables as the platform's console does: calls that begin afterwards see them. */
  changeSettings(changes: Readonly<Record<string, string>>): void
  /** The `Response` of an action of Tencent Cloud's `tcb` API, as far as set-up uses it. */
  administer(action: string, parameters: Record<string, unknown>): Record<string, unknown>
  /** The answer of WeChat's server API, as far as the cloud calls of functions are granted through it. */
  administerWeChat(path: string, given: Record<string, unknown>): Record<string, unknown>
  /** The cloud calls each function declares in its config.json; −604101 until they are granted. */
  declaredCalls(): { name: string; openapi: readonly string[] }[]
  /** Drops idle instances, so that the next call loads the bundle again, and reads config.json again. */
  reload(): void
  close(): Promise<void>
}
