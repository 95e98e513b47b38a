/** What the server API refuses by itself, before any use case: code → HTTP status and the sentence to act on. */
export const refusals = {
  KEY_MISSING: [401, '请在 Authorization 里带上密钥:Bearer rnk_…'],
  KEY_WRONG: [401, '密钥不正确、已撤销或已过期,请在「对接」里换一个'],
  SCOPE_MISSING: [403, '这个密钥没有这项操作的权限,请用有相应权限的密钥'],
  ROUTE_UNKNOWN: [404, '没有这个接口,请核对地址'],
  METHOD_WRONG: [405, '这个地址不支持这种请求方法'],
  BODY_TOO_LARGE: [413, '请求体超过 100 KB,请分成几次'],
  BODY_UNREADABLE: [400, '请求体不是 JSON 对象'],
  BODY_INVALID: [400, '请求里有不认识的字段,或某个字段的值不对'],
  IDEMPOTENCY_KEY_MISSING: [400, '请带上 Idempotency-Key(1 到 64 个字母、数字、- 或 _),重试时用同一个'],
  IDEMPOTENCY_KEY_REUSED: [422, '这个 Idempotency-Key 已用于内容不同的请求,请换一个'],
  IDEMPOTENCY_IN_PROGRESS: [409, '同一个 Idempotency-Key 的请求还在处理,请稍候用同样的内容再试'],
  RATE_LIMITED: [429, '请求太频繁,请按 Retry-After 稍后再试'],
  URL_REFUSED: [400, '接收地址须为公网的 https 地址,端口 443'],
  TOO_MANY_ENDPOINTS: [409, '接收地址最多 20 个,请先删除不用的'],
} as const satisfies Record<string, readonly [status: number, detail: string]>
export type RefusalCode = keyof typeof refusals

export class Refusal extends Error {
  /** s after which it may be tried again; null when that would change nothing. */
  readonly retryAfter: number | null
  readonly field: string | undefined

  constructor(
    readonly code: RefusalCode,
    { retryAfter = null, field }: { retryAfter?: number | null; field?: string } = {},
  ) {
    super(refusals[code][1])
    this.name = 'Refusal'
    this.retryAfter = retryAfter
    this.field = field
  }
}
