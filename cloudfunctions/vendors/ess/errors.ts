import type { Failure } from '../driver'
import type { CallKind } from './actions'

/** What a code says about our request. `input` and `business` are about what was submitted. */
export type ErrorClass = 'throttle' | 'server' | 'clock' | 'configuration' | 'quota' | 'input' | 'business'

interface ErrorRow {
  /** The code, and the beginning of codes that nobody has documented. */
  code: string
  class: ErrorClass
  meaning: string
}

/** `AuthFailure.SignatureExpire`: our clock is more than five minutes off; signed afresh once. */
export const expiredCode = 'AuthFailure.SignatureExpire'

/**
 * Tencent ESS's codes as its SDK lists them for our actions, and the common ones of the API. The lists are known to be
 * incomplete: a code that is not here counts as the longest one it begins with. docs/vendors/ess.md has the sources.
 */
export const errorTable: readonly ErrorRow[] = [
  ...rows('throttle', 'too many calls a second', [
    'RequestLimitExceeded',
    'RequestLimitExceeded.GlobalRegionUinLimitExceeded',
    'RequestLimitExceeded.IPLimitExceeded',
    'RequestLimitExceeded.UinLimitExceeded',
  ]),
  ...rows('server', 'internal error of the vendor', [
    'InternalError',
    'InternalError.Db',
    'InternalError.Decryption',
    'InternalError.DependsApi',
    'InternalError.DependsDb',
    'InternalError.Encryption',
    'InternalError.System',
    'ServiceUnavailable',
  ]),
  ...rows('clock', 'our clock is more than five minutes off', [expiredCode]),
  ...rows('configuration', 'key, signature or environment', [
    'AuthFailure',
    'AuthFailure.InvalidAuthorization',
    'AuthFailure.InvalidSecretId',
    'AuthFailure.MFAFailure',
    'AuthFailure.SecretIdNotFound',
    'AuthFailure.SignatureFailure',
    'AuthFailure.TokenFailure',
    'AuthFailure.UnauthorizedOperation',
  ]),
  ...rows('configuration', 'no right to this call: edition, white list, operator or enterprise', [
    'UnauthorizedOperation',
    'UnauthorizedOperation.NoPermissionFeature',
    'OperationDenied.ErrNoResourceAccess',
    'OperationDenied.Forbid',
    'OperationDenied.NoApiAuth',
    'OperationDenied.NoLogin',
    'OperationDenied.OperatorHasNoPermission',
    'OperationDenied.OrganizationClosing',
    'OperationDenied.SubOrgNotJoin',
    'OperationDenied.UserNotInOrganization',
    'OperationDenied.WhiteListForbid',
    'IpInBlacklist',
    'IpNotInWhitelist',
    'Ip',
  ]),
  ...rows('configuration', 'the call itself is not one this host knows', [
    'ActionOffline',
    'DryRunOperation',
    'InvalidAction',
    'InvalidRequest',
    'NoSuch',
    'NoSuchProduct',
    'NoSuchVersion',
    'UnknownParameter',
    'UnsupportedOperation',
    'UnsupportedProtocol',
    'UnsupportedRegion',
  ]),
  ...rows('quota', 'the day, the package or the contract is used up', [
    'LimitExceeded',
    'FailedOperation.BalanceNotEnough',
    'FailedOperation.RequestLimitExceeded',
    'OperationDenied.OutQueryLimit',
  ]),
  ...rows('input', 'what was submitted is not accepted', [
    'InvalidParameter',
    'InvalidParameter.AuthorizationType',
    'InvalidParameter.DataNotFound',
    'InvalidParameter.EndPoint',
    'InvalidParameter.FileType',
    'InvalidParameter.JumpUrl',
    'InvalidParameter.Mobile',
    'InvalidParameter.ParamError',
    'InvalidParameterValue',
    'MissingParameter',
    'MissingParameter.OrganizationId',
    'MissingParameter.OrgNameOrUniformSocialCreditCode',
    'MissingParameter.UserId',
    'ResourceNotFound',
    'ResourceNotFound.Template',
    'RequestSizeLimitExceeded',
    'ResponseSizeLimitExceeded',
  ]),
  // A denial nobody has documented is about what was submitted: it must not stop more than its own row.
  ...rows('business', 'the vendor said no', [
    'OperationDenied',
    'OperationDenied.OrgUniformSocialCreditCodeErr',
    'FailedOperation',
    'FailedOperation.AuthorizationInfoHasBeenDeleted',
    'FailedOperation.IdCardNumberCheckFailed',
    'ResourceInsufficient',
    'ResourceInUse',
    'ResourceUnavailable',
  ]),
]

/** What happens to a call of each kind; the quota has codes of its own so that callers can pause. */
const outcomes: Record<ErrorClass, Record<CallKind, Failure['kind']>> = {
  throttle: { read: 'transient', link: 'transient', create: 'transient' },
  server: { read: 'transient', link: 'transient', create: 'indeterminate' },
  clock: { read: 'misconfigured', link: 'misconfigured', create: 'misconfigured' },
  configuration: { read: 'misconfigured', link: 'misconfigured', create: 'misconfigured' },
  quota: { read: 'rejected', link: 'rejected', create: 'rejected' },
  input: { read: 'rejected', link: 'rejected', create: 'rejected' },
  business: { read: 'rejected', link: 'rejected', create: 'rejected' },
}

/** A code that begins like none of the table is no verdict: nobody knows what became of the call. */
export function rowOf(code: string): ErrorRow {
  const candidates = errorTable.filter(row => code.startsWith(row.code))
  const [row] = candidates.sort((a, b) => b.code.length - a.code.length)
  return row ?? { code, class: 'server', meaning: 'undocumented code' }
}

/** What a refusal means for us; `requestId` is what the vendor's support asks for. */
export function failureOf(code: string, requestId: string, kind: CallKind): Failure {
  const row = rowOf(code)
  return {
    kind: outcomes[row.class][kind],
    code: row.class === 'quota' ? `QUOTA:${code}` : code,
    detail: requestId ? `${row.meaning}; RequestId ${requestId}` : row.meaning,
  }
}

/** The answer did not come, or is not one. */
export function lost(kind: CallKind, code: string, detail: string): Failure {
  return { kind: outcomes.server[kind], code, detail }
}

function rows(errorClass: ErrorClass, meaning: string, codes: readonly string[]): ErrorRow[] {
  return codes.map(code => ({ code, class: errorClass, meaning }))
}
