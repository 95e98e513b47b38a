/** Where its API is. */
export const hosts = { production: 'https://openapi.esign.cn', test: 'https://smlopenapi.esign.cn' } as const
