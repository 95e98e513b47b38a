import * as v from 'valibot'
import {
  baseUrl,
  choice,
  environment,
  flag,
  httpsOnly,
  isSecure,
  linkHosts,
  optionalText,
  text,
} from '../settings'
import type { Settings } from '../vendor'
import { hosts } from './hosts'
import { jumps } from './jumps'

const schema = v.pipe(
  v.object({
    ESIGN_ENVIRONMENT: environment,
    ESIGN_BASE_URL: baseUrl,
    ESIGN_LINK_HOSTS: linkHosts,
    ESIGN_APP_ID: text,
    ESIGN_APP_SECRET: text,
    ESIGN_APP_SECRET_OLD: optionalText,
    ESIGN_PRODUCT: choice(['v2', 'v3'], 'v3'),
    ESIGN_AUTHENTICATION: choice(['signature', 'token'], 'signature'),
    ESIGN_LEGACY_INVITATIONS: flag,
  }),
  v.forward(
    v.partialCheck(
      [['ESIGN_ENVIRONMENT'], ['ESIGN_BASE_URL']],
      env => isSecure(env.ESIGN_ENVIRONMENT, env.ESIGN_BASE_URL),
      httpsOnly,
    ),
    ['ESIGN_BASE_URL'],
  ),
  v.transform(env => ({
    /** Decides the API host and the `env` of the vendor's mini-program together. `test` is the vendor's 沙箱. */
    environment: env.ESIGN_ENVIRONMENT,
    /** An egress proxy with a fixed address: the vendor takes calls from listed addresses only. */
    baseUrl: env.ESIGN_BASE_URL,
    /** Hosts users are sent to beside those that are known. */
    linkHosts: env.ESIGN_LINK_HOSTS,
    appId: env.ESIGN_APP_ID,
    appSecret: env.ESIGN_APP_SECRET,
    /** The one before, while notices signed with it are on their way. */
    appSecretOld: env.ESIGN_APP_SECRET_OLD,
    /** Which of the vendor's two products the enterprise has bought. */
    product: env.ESIGN_PRODUCT,
    /** How calls are authenticated. */
    authentication: env.ESIGN_AUTHENTICATION,
    /** The vendor's own invitations, closed since 2022: only for operators who still hold old ids. */
    legacyInvitations: env.ESIGN_LEGACY_INVITATIONS,
  })),
)

export type EsignSettings = v.InferOutput<typeof schema>

export const settings: Settings<EsignSettings> = {
  id: 'esign',
  name: { zh: 'e签宝', en: 'eSign' },
  note: { zh: '在e签宝的页面完成', en: 'Done on the page of eSign' },
  on: 'ESIGN_APP_ID',
  schema,
  base: ({ baseUrl, environment }) => baseUrl ?? hosts[environment],
  jumps,
}
