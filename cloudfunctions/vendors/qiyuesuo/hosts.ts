/** Where its API is. */
export const hosts = {
  production: 'https://openapi.qiyuesuo.com',
  test: 'https://openapi.qiyuesuo.cn',
} as const
