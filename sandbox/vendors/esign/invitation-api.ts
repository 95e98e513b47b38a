/** `POST /v1/invitations/search` (page 查询邀请任务), unmaintained since 2022-01-12. */
import type { Route } from '../kit/router'
import { object, optional, type Parse, Refusal, text, wholeNumber } from '../kit/shape'
import { type Invitations, toldInvitation } from './invitations'
import { LEGACY_CODES, withParameters } from './parameters'
import { PATHS, success } from './protocol'

const DEFAULT_SIZE = 20

/** An int in the table, a string in the sample: both are documented. */
const size: Parse<number> = (value, at) => {
  if (typeof value === 'string' && !/^\d+$/.test(value)) throw new Refusal(`${at} must be a whole number`)
  return wholeNumber(1, Number.MAX_SAFE_INTEGER)(typeof value === 'string' ? Number(value) : value, at)
}

const searchShape = object({
  invitationId: optional(text),
  offset: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
  size: optional(size),
})

export function invitationApiRoutes(invitations: Invitations): Route[] {
  return [
    {
      method: 'POST',
      path: PATHS.invitations,
      kind: 'api',
      handle: request =>
        withParameters(
          request,
          LEGACY_CODES,
          searchShape,
          ({ invitationId, offset = 0, size = DEFAULT_SIZE }) => {
            const found = invitations
              .all()
              .filter(one => invitationId === undefined || one.invitationId === invitationId)
            return success({
              inviteInfos: found.slice(offset, offset + size).map(toldInvitation),
              total: found.length,
            })
          },
        ),
    },
  ]
}
