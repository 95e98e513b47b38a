import { randomBytes } from 'node:crypto'
import { type Api, jsonAnswer, refusal } from './openapi-wire'

const codeLifetimeMs = 5 * 60_000

/** `phonenumber.getPhoneNumber` and the codes it takes: each once, within five minutes. */
export function createPhoneCodes({ appId, now }: { appId: string; now: () => number }) {
  const codes = new Map<string, { phoneNumber: string; expiresAt: number }>()

  const issue = (phoneNumber: string): string => {
    for (const [code, { expiresAt }] of codes) {
      if (expiresAt <= now()) codes.delete(code)
    }
    const code = randomBytes(32).toString('hex')
    codes.set(code, { phoneNumber, expiresAt: now() + codeLifetimeMs })
    return code
  }

  const api: Api = ({ code }) => {
    const issued = typeof code === 'string' ? codes.get(code) : undefined
    if (typeof code === 'string') codes.delete(code)
    if (!issued || issued.expiresAt <= now()) return refusal(40029, 'invalid code')
    const { phoneNumber } = issued
    return jsonAnswer({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber,
        purePhoneNumber: phoneNumber,
        countryCode: '86',
        watermark: { timestamp: Math.floor(now() / 1000), appid: appId },
      },
    })
  }

  return { issue, api }
}
