import type { SimulatedVendor } from '../kit/vendor'
import { demoInvitations } from './demo-invitations'
import { type EsignSimulator, type EsignSimulatorOptions, startEsignSimulator } from './simulator'

/** Fictitious, fixed and documented in sandbox/README.md. They open nothing but this simulator. */
export const esignCredentials = { appId: '7438000001', secret: 'sandbox-esign-secret' } as const

export const esign: SimulatedVendor<EsignSimulator, EsignSimulatorOptions> = {
  name: 'e签宝',
  portVariable: 'ESIGN_SANDBOX_PORT',
  port: 8689,
  start: (address, options) =>
    startEsignSimulator({
      ...address,
      ...esignCredentials,
      invitations: demoInvitations(),
      ...options,
    }),
  settings: url => ({
    ESIGN_ENVIRONMENT: 'test',
    ESIGN_BASE_URL: url,
    ESIGN_APP_ID: esignCredentials.appId,
    ESIGN_APP_SECRET: esignCredentials.secret,
    ESIGN_LEGACY_INVITATIONS: '1',
  }),
  onPhone: {
    miniPrograms: [{ appId: 'wx1cf2708c2de46337', name: '上链公证签', path: '/mini-program' }],
  },
  // The two products side by side: a flow goes on in the one it began in.
  switches: [{ variable: 'ESIGN_PRODUCT', choices: ['v3', 'v2'] }],
  orders: {
    errors: [
      { code: 30500000, message: '系统异常' },
      { code: 30500003, message: '流程已失效' },
      { code: 30500152, message: '该账号已实名' },
      { code: 30503107, message: '余额不足' },
      { code: 1450901, message: '账号创建失败，请重试' },
      { code: 1436116, message: '未获授权' },
    ],
    // A path holds for all that begin with it: here without the number of an account or a flow.
    paths: [
      '/v1/oauth2/access_token',
      '/v2/identity/auth/web/',
      '/v2/identity/auth/api/common/',
      '/v3/psn-auth-url',
      '/v3/org-auth-url',
      '/v3/auth-flow/',
      '/v1/invitations/search',
    ],
  },
}
