import * as v from 'valibot'
import {
  baseUrl,
  countOr,
  environment,
  flag,
  httpsOnly,
  isSecure,
  keyOf,
  linkHosts,
  neededForNotices,
  optionalText,
  text,
} from '../settings'
import type { Settings } from '../vendor'
import { hosts } from './hosts'
import { jumps } from './jumps'

/**
 * The vendor allows 20 a second for each action. At this spacing a call may come 60 ms later than its place before the
 * 21st comes too soon: that much clocks and networks may do.
 */
export const callsPerSecond = 18.8

const schema = v.pipe(
  v.object({
    ESS_ENVIRONMENT: environment,
    ESS_BASE_URL: baseUrl,
    ESS_LINK_HOSTS: linkHosts,
    ESS_SECRET_ID: text,
    ESS_SECRET_KEY: text,
    ESS_OPERATOR_USER_ID: text,
    ESS_PROXY_ORGANIZATION_ID: optionalText,
    ESS_CALLBACK_TOKEN: optionalText,
    ESS_CALLBACK_TOKEN_OLD: optionalText,
    ESS_CALLBACK_KEY: keyOf(32),
    ESS_CALLBACK_KEY_OLD: keyOf(32),
    ESS_HALF_SCREEN: flag,
    ESS_ROWS_PER_DAY: countOr(8000),
    ESS_ROWS_PER_LINK: countOr(null),
  }),
  v.forward(
    v.partialCheck(
      [['ESS_ENVIRONMENT'], ['ESS_BASE_URL']],
      env => isSecure(env.ESS_ENVIRONMENT, env.ESS_BASE_URL),
      httpsOnly,
    ),
    ['ESS_BASE_URL'],
  ),
  v.forward(
    v.partialCheck(
      [['ESS_ENVIRONMENT'], ['ESS_CALLBACK_TOKEN']],
      env => env.ESS_ENVIRONMENT === 'test' || env.ESS_CALLBACK_TOKEN !== null,
      neededForNotices,
    ),
    ['ESS_CALLBACK_TOKEN'],
  ),
  v.transform(env => ({
    /** Decides the API host and the appId of the vendor's mini-program together. `test` is the vendor's 联调. */
    environment: env.ESS_ENVIRONMENT,
    /** Another address of the API, host included in what is signed. */
    baseUrl: env.ESS_BASE_URL,
    /** Hosts users are sent to beside those that are known. */
    linkHosts: env.ESS_LINK_HOSTS,
    secretId: env.ESS_SECRET_ID,
    secretKey: env.ESS_SECRET_KEY,
    /** The employee of our enterprise in whose name everything is done. */
    operatorUserId: env.ESS_OPERATOR_USER_ID,
    /** Only for a group's parent that acts for a subsidiary. */
    proxyOrganizationId: env.ESS_PROXY_ORGANIZATION_ID,
    callbackToken: env.ESS_CALLBACK_TOKEN,
    callbackKey: env.ESS_CALLBACK_KEY,
    /** Those before, while notices signed with them are on their way. */
    callbackTokenOld: env.ESS_CALLBACK_TOKEN_OLD,
    callbackKeyOld: env.ESS_CALLBACK_KEY_OLD,
    /** Jump by half screen; the vendor must have approved it. */
    halfScreen: env.ESS_HALF_SCREEN,
    /** Rows a day for the whole enterprise. */
    rowsPerDay: env.ESS_ROWS_PER_DAY,
    /** Rows of one link; null: all of an administrator's. */
    rowsPerLink: env.ESS_ROWS_PER_LINK,
  })),
)

export const settings: Settings<v.InferOutput<typeof schema>> = {
  id: 'ess',
  name: { zh: '腾讯电子签', en: 'Tencent e-Sign' },
  note: { zh: '在腾讯电子签的小程序完成', en: 'Done in the mini-program of Tencent e-Sign' },
  on: 'ESS_SECRET_ID',
  schema,
  base: ({ baseUrl, environment }) => baseUrl ?? hosts[environment],
  jumps,
}
