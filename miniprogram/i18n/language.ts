import Taro from '@tarojs/taro'

export type Language = 'zh' | 'en'
/** What the person chose; `wechat` follows WeChat's own language. */
export type LanguageChoice = 'wechat' | Language

export const languageChoices: readonly LanguageChoice[] = ['wechat', 'zh', 'en']

const kept = 'language'
let chosen: Language | null = null

/** The language that is spoken. */
export function language(): Language {
  chosen ??= spoken(languageChoice())
  return chosen
}

/** What was chosen on this phone; a store that cannot be read is as if nothing were. */
export function languageChoice(): LanguageChoice {
  try {
    const stored: unknown = Taro.getStorageSync(kept)
    return languageChoices.find(each => each === stored) ?? 'wechat'
  } catch {
    return 'wechat'
  }
}

/** Holds at once, for whatever is drawn from now on, and is kept where the phone has room. */
export function chooseLanguage(choice: LanguageChoice): void {
  chosen = spoken(choice)
  try {
    Taro.setStorageSync(kept, choice)
  } catch {
    // A full store: the choice holds until the app is closed.
  }
}

function spoken(choice: LanguageChoice): Language {
  return choice === 'wechat' ? ofWeChat() : choice
}

/** What we have no texts for falls back to Chinese. */
function ofWeChat(): Language {
  try {
    return Taro.getAppBaseInfo().language.startsWith('en') ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}
