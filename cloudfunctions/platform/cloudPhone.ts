import { cloudCalls, textOf } from './sdk'

/** What WeChat answers to a code that is used, stale or forged, and to an openid that does not go with it. */
const refusals = /\b(?:40029|40003)\b/

/**
 * The phone number behind a code of WeChat; null: used, stale, forged, or given to somebody else. With the openid WeChat
 * checks whose code it is: one that was pressed for on another phone says nothing about this person.
 */
export async function phoneNumber(code: string, openid: string): Promise<string | null> {
  try {
    const { phoneInfo } = await cloudCalls().openapi.phonenumber.getPhoneNumber({ code, openid })
    return typeof phoneInfo?.purePhoneNumber === 'string' ? phoneInfo.purePhoneNumber : null
  } catch (error) {
    if (error instanceof Error && refusals.test(textOf(error))) return null
    throw error
  }
}
