import type { SimulatedVendor } from '../kit/vendor'
import { type QiyuesuoSimulator, type QiyuesuoSimulatorOptions, startQiyuesuoSimulator } from './simulator'

/** Fictitious, fixed and documented in sandbox/README.md. They open nothing but this simulator. */
export const qiyuesuoCredentials = {
  appToken: 'sandbox-app-token',
  appSecret: 'sandbox-app-secret',
  callbackKey: 'sandbox-callback',
} as const

export const qiyuesuo: SimulatedVendor<QiyuesuoSimulator, QiyuesuoSimulatorOptions> = {
  name: '契约锁',
  portVariable: 'QIYUESUO_SANDBOX_PORT',
  port: 8687,
  start: (address, options) =>
    startQiyuesuoSimulator({
      ...address,
      ...qiyuesuoCredentials,
      // The operator of this world has set a key, so what is not signed with it is refused.
      callbackMode: 'encrypted',
      ...options,
    }),
  settings: url => ({
    QIYUESUO_ENVIRONMENT: 'test',
    QIYUESUO_BASE_URL: url,
    QIYUESUO_APP_TOKEN: qiyuesuoCredentials.appToken,
    QIYUESUO_APP_SECRET: qiyuesuoCredentials.appSecret,
    QIYUESUO_CALLBACK_KEY: qiyuesuoCredentials.callbackKey,
  }),
  onPhone: { plugins: { 'qyssdk-plugin': '/plugin' } },
  orders: {
    errors: [
      { code: 442, message: 'INVALID TOKEN' },
      { code: 1001, message: 'ERROR' },
      { code: 1002, message: 'PERMISSION DENIED' },
      { code: 1005, message: 'INVALID PARAM' },
      { code: 1601, message: 'INSUFFICIENT BALANCE' },
    ],
    paths: [
      '/v2/personalauth/miniappexchange',
      '/v2/personalauth/result',
      '/companyauth/miniappexchange',
      '/companyauth/result',
      '/v2/contract/miniappexchange',
    ],
  },
}
