/** Where its API is. */
export const hosts = {
  production: 'https://ess.tencentcloudapi.com',
  test: 'https://ess.test.ess.tencent.cn',
} as const
