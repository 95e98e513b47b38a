import * as v from 'valibot'

/**
 * What a lost answer means. `read`: nothing, it is asked again · `link`: a second link is harmless, it is asked again ·
 * `create`: tasks may have been created, so it is never repeated by itself.
 */
export type CallKind = 'read' | 'link' | 'create'

export interface Action<T> {
  name: string
  kind: CallKind
  /** Whether it knows `Agent`. */
  agent: boolean
  answer: v.GenericSchema<unknown, T>
}

/** Absent, null and numbers where a text should be are common. */
const text = v.nullish(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), '')
const texts = v.nullish(v.array(text), [])
const flag = v.nullish(v.boolean(), false)
const seconds = v.pipe(v.union([v.number(), v.pipe(v.string(), v.digits())]), v.transform(Number))
const maybeSeconds = v.nullish(seconds, null)
const listOf = <E extends v.ObjectEntries>(entries: E) => v.nullish(v.array(v.object(entries)), [])

export const createTasks = action('CreateBatchOrganizationRegistrationTasks', 'create', true, {
  TaskId: text,
  ErrorMessages: texts,
})

export const describeUrls = action('DescribeBatchOrganizationRegistrationUrls', 'read', true, {
  OrganizationAuthUrls: listOf({
    AuthUrl: text,
    ErrorMessage: text,
    SubTaskId: text,
    OrganizationName: text,
  }),
})

export const describeTasks = action('DescribeBatchOrganizationRegistrationTasks', 'read', true, {
  Details: listOf({ TaskId: text, Status: text, ErrorMessage: text, AuthorizationInfoId: text }),
})

export const createBatchLink = action('CreateBatchOrganizationAuthorizationUrl', 'link', true, {
  AuthUrl: text,
  ErrorMessages: texts,
  ExpireTime: seconds,
})

/** A second deletion finds nothing left. */
export const deleteFlows = action('DeleteOrganizationAuthorizations', 'link', true, {
  Status: v.pipe(text, v.picklist(['1', '2', '3'])),
  DeleteOrganizationAuthorizationInfos: listOf({
    AuthorizationId: text,
    OrganizationName: text,
    // The vendor writes a small m here and a large one elsewhere.
    Errormessage: text,
    ErrorMessage: text,
  }),
})

export const describeOrganization = action('DescribeOrganizationAuthStatus', 'read', false, {
  AuthStatus: text,
  IsVerified: flag,
  AuthRecords: listOf({ AuditStatus: text, Reason: text }),
})

export const createOrganizationLink = action('CreateOrganizationAuthUrl', 'link', false, {
  AuthUrl: text,
  // Not spelled as in all other answers.
  ExpiredTime: maybeSeconds,
  ExpireTime: maybeSeconds,
})

export const describePerson = action('DescribeUserVerifyStatus', 'read', false, { VerifyStatus: flag })

export const createPersonLink = action('CreateUserVerifyUrl', 'link', false, {
  UserVerifyUrl: text,
  ExpireTime: maybeSeconds,
  MiniAppId: text,
})

export type AnswerOf<A> = A extends Action<infer T> ? T : never

function action<E extends v.ObjectEntries>(
  name: string,
  kind: CallKind,
  agent: boolean,
  entries: E,
): Action<v.InferOutput<v.ObjectSchema<E, undefined>>> {
  return { name, kind, agent, answer: v.object(entries) }
}
