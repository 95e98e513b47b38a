import Taro from '@tarojs/taro'
import { Cell } from '../../components/cell'
import { chooseLanguage, languageChoice, languageChoices } from '../../i18n/language'
import { toHome } from '../../routes'
import { homeText } from './texts'

/** The language, as WeChat has it until somebody chooses; then the page is drawn anew in it. */
export function LanguageCell() {
  return (
    <Cell
      id="language"
      title={homeText('language')}
      value={homeText(`language.${languageChoice()}`)}
      onTap={choose}
    />
  )
}

async function choose(): Promise<void> {
  const itemList = languageChoices.map(choice => homeText(`language.${choice}`))
  const { tapIndex } = await Taro.showActionSheet({ itemList }).catch(() => ({ tapIndex: -1 }))
  const choice = languageChoices[tapIndex]
  if (choice === undefined || choice === languageChoice()) return
  chooseLanguage(choice)
  await toHome()
}
