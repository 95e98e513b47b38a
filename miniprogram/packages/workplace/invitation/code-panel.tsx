import { Image, View } from '@tarojs/components'
import type { CodeForm, InvitationCodeResult, InvitationDetail } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { Chips } from '../../../components/chips'
import { copy } from '../../../components/copy'
import { Notice } from '../../../components/notice'
import { saveDataUrl, tellAlbum } from '../../../files/album'
import { commonText } from '../../../i18n'
import { clock, left } from '../../../i18n/time'
import { invitationFailureText } from '../shared-invitation/words'
import { Preview } from './preview'
import { detailText } from './texts'
import type { Codes } from './use-codes'

interface CodePanelProps {
  view: InvitationDetail
  codes: Codes
  /** It is asked for without a tap: its room is kept from the beginning. */
  awaited: boolean
  now: number
}

/** The code in each form there is: to show, to save, to copy. */
export function CodePanel({ view, codes, awaited, now }: CodePanelProps) {
  const { forms, title, most } = view
  const { code, failure, choose } = codes
  const first = forms[0]
  if (first === undefined) return null
  const form = codes.form ?? (awaited ? first : null)
  const busy = codes.busy || (form !== null && code === null && failure === null)
  const again = () => choose(form ?? first)
  return (
    <View id="code" className="p-code">
      {form === null ? (
        <Button id="code-show" onTap={again}>
          {detailText('code.show')}
        </Button>
      ) : (
        <>
          <Forms forms={forms} form={form} choose={choose} />
          <View className="p-code__note">{detailText(`form.${form}.note`)}</View>
        </>
      )}
      {busy && (
        <View id="code-busy" className="p-code__busy">
          {detailText('code.busy')}
        </View>
      )}
      {failure && !busy && (
        <Notice id="code-failed" kind="error" action={{ text: commonText('retry'), onTap: again }}>
          {invitationFailureText(failure)}
        </Notice>
      )}
      {code && !busy && <Shown code={code} title={title} now={now} again={again} />}
      {code && !busy && most === 1 && <View className="p-code__note">{detailText('code.private')}</View>}
    </View>
  )
}

interface FormsProps {
  forms: readonly CodeForm[]
  form: CodeForm
  choose: (form: CodeForm) => unknown
}

function Forms({ forms, form, choose }: FormsProps) {
  if (forms.length === 1) return null
  return (
    <View className="p-code__forms">
      <Chips
        id="code-form"
        label={detailText('code.form')}
        options={forms.map(value => ({ value, title: detailText(`form.${value}`) }))}
        value={form}
        onChoose={choose}
      />
    </View>
  )
}

interface ShownProps {
  code: InvitationCodeResult
  title: string
  now: number
  again: () => void
}

function Shown({ code: { image, text, expiresAt }, title, now, again }: ShownProps) {
  const rest = left(expiresAt, now)
  if (rest === null) {
    return (
      <Notice id="code-over" kind="warn" action={{ text: detailText('code.again'), onTap: again }}>
        {detailText('code.over')}
      </Notice>
    )
  }
  return (
    <>
      {image !== null && (
        <Image
          id="code-image"
          className="p-code__image"
          src={image}
          mode="aspectFit"
          showMenuByLongpress
          aria-label={detailText('code.label', { title })}
        />
      )}
      {text !== null && (
        <View id="code-text" className="p-code__text">
          {text}
        </View>
      )}
      <View id="code-validity" className="p-code__validity">
        {detailText('code.valid', { time: clock(expiresAt), left: rest })}
      </View>
      <View className="p-code__actions">
        {image !== null && (
          <Button id="code-save" kind="plain" onTap={async () => tellAlbum(await saveDataUrl(image))}>
            {detailText('code.save')}
          </Button>
        )}
        <Button id="code-send" kind="plain" openType="share">
          {detailText('code.send')}
        </Button>
        {text !== null && (
          <Button id="code-copy" kind="plain" onTap={() => copy(text)}>
            {detailText('code.copy')}
          </Button>
        )}
        <Preview link={text} />
      </View>
    </>
  )
}
