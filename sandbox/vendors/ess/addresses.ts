/** The forms of the vendor's links, for each action and `Endpoint`. Hosts are the simulator's own. */
import type { BatchEndpoint, LinkEndpoint } from './batch-fields'
import type { Form, Keys, Link } from './links'
import type { LetterEndpoint } from './organization-fields'
import type { PersonEndpoint } from './person-fields'

const JUMP = '/cdn/h5-activity-dev/jump-mp.html'
const GUIDE = 'pages/guide/index'

const app = (query: string): Form => ({ form: 'app', path: `${GUIDE}?${query}` })
const web = (path: string): Form => ({ form: 'web', path })
const short: Form = { form: 'short' }
/** The vendor's own H5 pages, which need no mini program. */
const h5 = ({ shortKey, token }: Keys): Form =>
  web(`/guide?Code=${token}&CodeType=QUICK&shortKey=${shortKey}`)

const BATCH_SUBMIT = 'AUTHORIZATION_ENTERPRISE_FOR_BATCH_SUBMIT'

/** One link for many flows. */
export const batchLinkForms: Record<LinkEndpoint, (keys: Keys) => Form> = {
  HTTP: ({ shortKey }) => web(`${JUMP}?to=${BATCH_SUBMIT}&shortKey=${shortKey}`),
  HTTP_SHORT_URL: () => short,
  APP: ({ shortKey }) => app(`to=${BATCH_SUBMIT}&shortKey=${shortKey}`),
  QR_CODE: ({ shortKey }) => ({
    form: 'image',
    folder: BATCH_SUBMIT.toLowerCase(),
    path: `${JUMP}?to=${BATCH_SUBMIT}&shortKey=${shortKey}`,
  }),
}

/** A link a row. Unlike the others, its path begins with a slash and holds the name as it is. */
export const rowLinkForms: Record<BatchEndpoint, (name: string) => (keys: Keys) => Form> = {
  PC: name => keys => web(`/console/batch-register?token=${keys.token}&orgName=${name}`),
  SHORT_URL: () => () => short,
  APP: name => keys => ({
    form: 'app',
    path: `/${GUIDE}?to=REGISTER_ENTERPRISE_FOR_BATCH&urlAuthToken=${keys.token}&orgName=${name}`,
  }),
  H5: () => h5,
  SHORT_H5: () => () => short,
}

/** Of `CreateOrganizationAuthUrl`; the target's name in the path is ours. */
export const organizationLinkForms: Record<BatchEndpoint, (keys: Keys) => Form> = {
  PC: ({ token }) => web(`/console/register?token=${token}`),
  SHORT_URL: () => short,
  APP: ({ shortKey }) => app(`to=REGISTER_ENTERPRISE&shortKey=${shortKey}`),
  H5: h5,
  SHORT_H5: () => short,
}

export const personLinkForms: Record<PersonEndpoint, (keys: Keys) => Form> = {
  APP: ({ shortKey }) => app(`to=MP_PERSONAL_VERIFY&shortKey=${shortKey}`),
  HTTP: ({ shortKey }) => web(`${JUMP}?to=TAG_VERIFY&shortKey=${shortKey}`),
  HTTP_SHORT_URL: () => short,
  H5: h5,
  H5_SHORT_URL: () => short,
}

const NEW_LETTER = 'REGISTER_ENTERPRISE_FOR_UPDATE_AUTH_FILE'

export const letterLinkForms: Record<LetterEndpoint, (authorizationId: string) => () => Form> = {
  HTTP: id => () => web(`${JUMP}?to=${NEW_LETTER}&AuthorizationId=${id}`),
  HTTP_SHORT_URL: () => () => short,
  APP: id => () => app(`to=${NEW_LETTER}&AuthorizationId=${id}`),
  PC: id => () => web(`/console/update-auth-file?AuthorizationId=${id}`),
}

/** What the API answers: a path as it is, anything else at the simulator. */
export function givenOut({ form, address }: Link, serverUrl: string): string {
  return form === 'app' ? address : serverUrl + address
}
