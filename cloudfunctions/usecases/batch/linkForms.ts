import * as v from 'valibot'
import type { LinkRow } from '../../domain/batch/link'
import type { Deps } from '../kit/deps'
import { openSealed } from '../kit/openSealed'

const linkForms = v.object({
  app: v.object({
    kind: v.literal('miniProgram'),
    appId: v.string(),
    path: v.string(),
    extraData: v.exactOptional(v.record(v.string(), v.unknown())),
    envVersion: v.picklist(['release', 'trial', 'develop']),
    embedded: v.boolean(),
  }),
  qrImage: v.string(),
  url: v.string(),
  shortUrl: v.string(),
})

/** A link in all its forms. Throws DATA_UNREADABLE. */
export const formsOfLink = (deps: Deps, { _id, sealed }: Pick<LinkRow, '_id' | 'sealed'>) =>
  openSealed(deps, linkForms, sealed, { kind: 'batchLink', id: _id })
