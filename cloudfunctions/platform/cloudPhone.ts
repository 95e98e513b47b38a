import { cloudCalls, textOf } from './sdk'

/** The phone number behind a code of WeChat; null for 40029: used, stale or forged. */
export async function phoneNumber(code: string): Promise<string | null> {
  try {
    const { phoneInfo } = await cloudCalls().openapi.phonenumber.getPhoneNumber({ code })
    return typeof phoneInfo?.purePhoneNumber === 'string' ? phoneInfo.purePhoneNumber : null
  } catch (error) {
    if (error instanceof Error && /40029/.test(textOf(error))) return null
    throw error
  }
}
