import { View } from '@tarojs/components'
import { CellGroup } from '../../../components/cell'
import { Choice } from '../../../components/choice'
import { classes } from '../../../components/classes'
import { Field } from '../../../components/field'
import { SteadyTextarea } from '../../../components/steady'
import { workplaceText } from '../shared/texts'
import { subjects } from '../shared-invitation/words'
import { longest } from './draft'
import type { SectionProps } from './section'
import { inviteText } from './texts'

/** Whom it invites, and what it says to them. */
export function AboutFields({ draft, errorAt, edit }: SectionProps) {
  const wrongNote = errorAt('note')
  return (
    <>
      <CellGroup title={inviteText('subject')}>
        <Choice
          id="subject"
          options={subjects.map(value => ({
            value,
            title: workplaceText(`subject.${value}`),
            note: inviteText(`subject.${value}.note`),
          }))}
          value={draft.subject}
          // Vendors and their ways differ by subject.
          onChoose={subject => edit({ subject, vendor: 'any', mode: 'open' })}
        />
      </CellGroup>
      <CellGroup title={inviteText('about')}>
        <Field
          id="title"
          label={inviteText('name')}
          value={draft.title}
          placeholder={inviteText('name.placeholder')}
          maxlength={longest.title}
          error={errorAt('title')}
          onInput={title => edit({ title })}
        />
        <View
          id="field-note"
          className={classes('c-cell c-field p-invite__note', { 'c-field--wrong': wrongNote !== null })}
        >
          <View className="c-field__label">{inviteText('note')}</View>
          <SteadyTextarea
            id="note"
            className="p-invite__text"
            placeholderClass="c-field__placeholder"
            aria-label={inviteText('note')}
            value={draft.note}
            maxlength={longest.note}
            placeholder={inviteText('note.placeholder')}
            onInput={event => edit({ note: event.detail.value })}
          />
          <View id="error-note" className="c-field__error" aria-role="alert">
            {wrongNote ?? ''}
          </View>
        </View>
      </CellGroup>
    </>
  )
}
