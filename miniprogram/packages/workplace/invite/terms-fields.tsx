import { View } from '@tarojs/components'
import { CellGroup } from '../../../components/cell'
import { Chips } from '../../../components/chips'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { roomFor } from '../../../form/room'
import { type DaysChoice, longest, type RedirectKind } from './draft'
import type { SectionProps } from './section'
import { inviteText } from './texts'

const days: readonly DaysChoice[] = ['7', '30', '90', 'own']
const redirects: readonly RedirectKind[] = ['none', 'miniProgram', 'webUrl']

/** How long it can be begun. */
export function ValidityFields({ draft, errorAt, edit }: SectionProps) {
  return (
    <CellGroup title={inviteText('validity')} note={inviteText('validity.note')}>
      <View className="p-invite__days">
        <Chips
          id="days"
          label={inviteText('validity')}
          options={days.map(value => ({ value, title: inviteText(`days.${value}`) }))}
          value={draft.days}
          onChoose={value => edit({ days: value })}
        />
      </View>
      {draft.days === 'own' && (
        <Field
          id="own-days"
          label={inviteText('days.count')}
          value={draft.ownDays}
          placeholder={inviteText('days.placeholder')}
          type="number"
          maxlength={roomFor(3)}
          error={errorAt('days')}
          onInput={ownDays => edit({ ownDays })}
        />
      )}
    </CellGroup>
  )
}

/** How many people may begin on it. */
export function UsesFields({ draft, errorAt, edit }: SectionProps) {
  return (
    <CellGroup title={inviteText('uses')}>
      <Choice
        id="uses"
        options={(['one', 'several'] as const).map(value => ({
          value,
          title: inviteText(`uses.${value}`),
          note: inviteText(`uses.${value}.note`),
        }))}
        value={draft.uses}
        onChoose={uses => edit({ uses })}
      />
      {draft.uses === 'several' && (
        <Field
          id="most"
          label={inviteText('uses.count')}
          value={draft.most}
          placeholder={inviteText('uses.placeholder')}
          type="number"
          maxlength={roomFor(4)}
          error={errorAt('most')}
          onInput={most => edit({ most })}
        />
      )}
    </CellGroup>
  )
}

/** Where a verified invitee goes on. */
export function RedirectFields({ draft, errorAt, edit }: SectionProps) {
  return (
    <CellGroup title={inviteText('redirect')}>
      <Choice
        id="redirect"
        options={redirects.map(value => ({ value, title: inviteText(`redirect.${value}`) }))}
        value={draft.redirect}
        onChoose={redirect => edit({ redirect })}
      />
      {draft.redirect === 'miniProgram' && (
        <>
          <Field
            id="appId"
            label={inviteText('appId')}
            value={draft.appId}
            placeholder={inviteText('appId.placeholder')}
            maxlength={roomFor(longest.appId)}
            error={errorAt('appId')}
            onInput={appId => edit({ appId })}
          />
          <Field
            id="path"
            label={inviteText('path')}
            value={draft.path}
            placeholder={inviteText('path.placeholder')}
            maxlength={roomFor(longest.path)}
            error={errorAt('path')}
            onInput={path => edit({ path })}
          />
        </>
      )}
      {draft.redirect === 'webUrl' && (
        <Field
          id="url"
          label={inviteText('url')}
          value={draft.url}
          placeholder={inviteText('url.placeholder')}
          maxlength={roomFor(longest.url)}
          error={errorAt('url')}
          onInput={url => edit({ url })}
        />
      )}
    </CellGroup>
  )
}
