import type { SimulatedVendor } from '../kit/vendor'
import { type EssSimulator, type EssSimulatorOptions, startEssSimulator } from './simulator'

/** Fictitious, fixed and documented in sandbox/README.md. They open nothing but this simulator. */
export const essCredentials = {
  secretId: 'AKIDsandbox',
  secretKey: 'sandbox-secret-key',
  operatorUserId: 'yDsandboxOperator',
  callbackToken: 'sandbox-ess-callback-token',
  /** Exactly 32 characters. */
  callbackKey: 'sandbox-ess-callback-key-32chars',
} as const

export const ess: SimulatedVendor<EssSimulator, EssSimulatorOptions> = {
  name: '腾讯电子签',
  portVariable: 'ESS_SANDBOX_PORT',
  port: 8688,
  start: (address, options) => startEssSimulator({ ...address, ...essCredentials, ...options }),
  settings: url => ({
    ESS_ENVIRONMENT: 'test',
    ESS_BASE_URL: url,
    ESS_SECRET_ID: essCredentials.secretId,
    ESS_SECRET_KEY: essCredentials.secretKey,
    ESS_OPERATOR_USER_ID: essCredentials.operatorUserId,
    ESS_CALLBACK_TOKEN: essCredentials.callbackToken,
    ESS_CALLBACK_KEY: essCredentials.callbackKey,
  }),
  // The vendor's console tries the address before it keeps it.
  connect: (simulator, callbackUrl) => simulator.setCallbackUrl(callbackUrl),
  onPhone: {
    // The vendor's mini-program for integration (its Demo).
    miniPrograms: [{ appId: 'wx371151823f6f3edf', name: '腾讯电子签', path: '/mini-program' }],
    downloads: true,
  },
  orders: {
    errors: [
      { code: 'AuthFailure.SignatureFailure', message: 'The provided credentials could not be validated.' },
      { code: 'RequestLimitExceeded', message: 'Your current request times equals to `21` in a second.' },
      { code: 'LimitExceeded', message: '每天最多创建8000条企业认证任务' },
      { code: 'FailedOperation.BalanceNotEnough', message: '实名套餐包余额不足，请购买后再试。' },
      { code: 'InvalidParameterValue', message: '超管手机号不正确' },
      { code: 'InternalError', message: 'An internal error has occurred.' },
    ],
    paths: [
      '/CreateBatchOrganizationRegistrationTasks',
      '/DescribeBatchOrganizationRegistrationUrls',
      '/CreateBatchOrganizationAuthorizationUrl',
      '/DescribeBatchOrganizationRegistrationTasks',
      '/DescribeOrganizationAuthStatus',
      '/DeleteOrganizationAuthorizations',
      '/CreateOrganizationAuthUrl',
      '/CreateUserVerifyUrl',
      '/DescribeUserVerifyStatus',
      '/CreateModifyAdminAuthorizationUrl',
    ],
  },
}
