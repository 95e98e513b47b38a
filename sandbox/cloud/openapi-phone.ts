import { randomBytes } from 'node:crypto'
import { type Api, jsonAnswer, refusal } from './openapi-wire'

const codeLifetimeMs = 5 * 60_000

/**
 * `phonenumber.getPhoneNumber` and the codes it takes: each once, within five minutes. Where an `openid` is given, only
 * for whom it was issued: that is documented, which code refuses it is not.
 */
export function createPhoneCodes({ appId, now }: { appId: string; now: () => number }) {
  const codes = new Map<string, { phoneNumber: string; openid: string | undefined; expiresAt: number }>()

  const issue = (phoneNumber: string, openid?: string): string => {
    for (const [code, { expiresAt }] of codes) {
      if (expiresAt <= now()) codes.delete(code)
    }
    const code = randomBytes(32).toString('hex')
    codes.set(code, { phoneNumber, openid, expiresAt: now() + codeLifetimeMs })
    return code
  }

  const api: Api = ({ code, openid }) => {
    const issued = typeof code === 'string' ? codes.get(code) : undefined
    if (typeof code === 'string') codes.delete(code)
    if (!issued || issued.expiresAt <= now()) return refusal(40029, 'invalid code')
    const isForeign = openid !== undefined && issued.openid !== undefined && openid !== issued.openid
    if (isForeign) return refusal(40003, 'invalid openid')
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
