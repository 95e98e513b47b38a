import type { Failure } from '../driver'
import { losing } from '../outcome'

/** What a lost answer means. `read`: nothing, it is asked again · `start`: a flow may have begun, never repeated. */
export type CallKind = 'read' | 'start'

/**
 * What a code says about our request. `again`: nothing happened, the vendor asks to repeat · `server`: its own fault, it
 * may have happened · `already`, `missing`, `over`: read by starts and queries as what they are.
 */
export type ErrorClass =
  | 'again'
  | 'server'
  | 'configuration'
  | 'input'
  | 'business'
  | 'already'
  | 'missing'
  | 'over'

interface ErrorRow {
  code: string
  class: ErrorClass
  meaning: string
}

/**
 * e签宝's business codes as far as the calls of this driver can meet them; docs/vendors/esign.md has the sources. A
 * code that is not here is no verdict.
 */
export const errorTable: readonly ErrorRow[] = [
  { code: '429', class: 'again', meaning: 'too many calls a second' },
  { code: '30500000', class: 'server', meaning: 'internal error of the vendor' },
  { code: '30500001', class: 'missing', meaning: 'no such flow; elsewhere: the verification failed' },
  { code: '30500002', class: 'over', meaning: 'the flow has ended' },
  { code: '30500003', class: 'over', meaning: 'the flow is past its validity' },
  { code: '30500004', class: 'missing', meaning: 'no such flow' },
  { code: '30500050', class: 'business', meaning: 'a flow of another kind' },
  { code: '30500051', class: 'business', meaning: 'must be started again' },
  { code: '30500052', class: 'business', meaning: 'too many failures in this way' },
  { code: '30500100', class: 'input', meaning: 'a parameter is missing' },
  {
    code: '30500101',
    class: 'input',
    meaning: 'a parameter is wrong, or our own enterprise is deregistered',
  },
  { code: '30500102', class: 'input', meaning: 'the flowId is missing' },
  { code: '30500103', class: 'input', meaning: 'the name is missing' },
  { code: '30500104', class: 'input', meaning: 'the id number is missing' },
  { code: '30500116', class: 'input', meaning: 'illegal characters such as blanks' },
  { code: '30500150', class: 'business', meaning: 'base data of the person is missing' },
  { code: '30500151', class: 'business', meaning: 'base data of the organization is missing' },
  { code: '30500152', class: 'already', meaning: 'the account is verified already' },
  { code: '30500154', class: 'business', meaning: 'the account lacks attributes' },
  { code: '30500155', class: 'business', meaning: 'the account lacks attributes' },
  { code: '30500156', class: 'input', meaning: 'no such account' },
  { code: '30500157', class: 'again', meaning: 'reading the data of the user failed' },
  { code: '30502005', class: 'business', meaning: 'about the agent' },
  { code: '30502008', class: 'business', meaning: 'the agent is not verified' },
  { code: '30503107', class: 'configuration', meaning: 'the balance is used up' },
  { code: '30504001', class: 'business', meaning: 'the data do not match' },
  { code: '1203020', class: 'business', meaning: 'the signing of the legal representative could not begin' },
  { code: '1435203', class: 'business', meaning: 'the account is missing or canceled' },
  { code: '1436116', class: 'configuration', meaning: 'the scope was not granted' },
  { code: '1450001', class: 'input', meaning: 'a parameter is missing' },
  { code: '1450002', class: 'input', meaning: 'a parameter is wrong' },
  { code: '1450003', class: 'input', meaning: 'a parameter of the wrong form' },
  { code: '1450004', class: 'input', meaning: 'the id cannot be used with this version' },
  { code: '1450005', class: 'already', meaning: 'the person is verified already' },
  { code: '1450006', class: 'already', meaning: 'the organization is verified already' },
  { code: '1450007', class: 'missing', meaning: 'no such authFlowId' },
  { code: '1450008', class: 'input', meaning: 'no such user' },
  { code: '1450901', class: 'again', meaning: 'the account could not be created' },
  { code: '1450902', class: 'again', meaning: 'the account could not be created' },
  { code: '1450903', class: 'business', meaning: 'could not be started' },
  { code: '1450904', class: 'business', meaning: 'could not be started' },
  { code: '1450905', class: 'again', meaning: 'to be repeated' },
  { code: '1450909', class: 'business', meaning: 'the organization is not verified' },
  { code: '1450910', class: 'business', meaning: 'the person is not verified' },
  { code: '1000022', class: 'input', meaning: 'the account of the invitee is missing' },
  // Seen in the vendor's texts without a number and without a word about what it means: about who is verified.
  { code: 'SIMPLE_MODE_CANT_PASS', class: 'business', meaning: 'cannot pass in the simple mode' },
  {
    code: '72000032',
    class: 'configuration',
    meaning: 'the application is stopped or missing, or not its secret',
  },
]

/** `TOKEN错误`: in token mode it may only mean that another token has taken its place. */
export const tokenRefused = 'TOKEN_REFUSED'

/** The gateway has no codes but 401 and 403: its sentence is the code. All of them are for operators to mend. */
export const gatewayTable: readonly { message: string; code: string; meaning: string }[] = [
  { message: '缺少参数', code: 'MISSING_HEADER', meaning: 'a header is missing' },
  { message: 'AUTHSTRATEGY_NOT_FOUND', code: 'AUTHSTRATEGY_NOT_FOUND', meaning: 'the Auth-Mode is wrong' },
  { message: '无效的应用', code: 'UNKNOWN_APP', meaning: 'AppId unknown, or of the other environment' },
  { message: 'TOKEN_CANT_BE_NULL', code: 'TOKEN_CANT_BE_NULL', meaning: 'neither Auth-Mode nor token' },
  {
    message: 'TOKEN错误',
    code: tokenRefused,
    meaning: 'the token is refused: does another program ask for them?',
  },
  {
    message: 'INVALID_TIMESTAMP',
    code: 'INVALID_TIMESTAMP',
    meaning: 'our clock is more than 15 minutes off',
  },
  { message: 'INVALID_SIGNATURE', code: 'INVALID_SIGNATURE', meaning: 'another secret?' },
]

const outcomes: Record<ErrorClass, Record<CallKind, Failure['kind']>> = {
  again: { read: 'transient', start: 'transient' },
  server: { read: 'transient', start: 'indeterminate' },
  configuration: { read: 'misconfigured', start: 'misconfigured' },
  input: { read: 'rejected', start: 'rejected' },
  business: { read: 'rejected', start: 'rejected' },
  already: { read: 'rejected', start: 'rejected' },
  missing: { read: 'rejected', start: 'rejected' },
  over: { read: 'rejected', start: 'rejected' },
}

export const isDocumented = (code: string): boolean => errorTable.some(row => row.code === code)

/** A code that is not in the table is no verdict: nobody knows what became of the call. */
export function rowOf(code: string): ErrorRow {
  return errorTable.find(row => row.code === code) ?? { code, class: 'server', meaning: 'undocumented code' }
}

export function failureOf(code: string, kind: CallKind): Failure {
  const row = rowOf(code)
  return { kind: outcomes[row.class][kind], code, detail: row.meaning }
}

/** What the gateway says before anything happened. */
export function gatewayFailure(status: '401' | '403', message: string): Failure {
  const row = gatewayTable.find(each => begins(message, each.message))
  if (row) return { kind: 'misconfigured', code: row.code, detail: row.meaning }
  if (status === '401')
    return { kind: 'misconfigured', code: '401', detail: 'undocumented refusal of the gateway' }
  const detail = 'our address is not in the allow-list of the application (安全配置)'
  return { kind: 'misconfigured', code: 'IP_NOT_ALLOWED', detail }
}

/** More may follow, such as the name of a header, but not in the same word: TOKEN错误次数过多 is another sentence. */
function begins(text: string, sentence: string): boolean {
  return text.startsWith(sentence) && !/^[\p{L}\p{N}_]/u.test(text.slice(sentence.length))
}

/** The answer did not come, or is not one. */
export const lost = losing<CallKind>(outcomes.server)
