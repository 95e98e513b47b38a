import type { ConfigResult } from '../../cloudfunctions/contract/config'

/** Where the fake clouds of these tests send people. */
export const jumps: ConfigResult['jumps'] = {
  appIds: ['wx371151823f6f3edf', 'wx1cf2708c2de46337'],
  plugins: [
    'plugin://qyssdk-plugin/personal-auth',
    'plugin://qyssdk-plugin/enterprise-auth',
    'plugin://qyssdk-plugin/doc',
  ],
  hosts: ['vendor.example', 'example.com'],
  redirects: ['wx0123456789abcdef', 'example.com', 'www.example.com'],
}
