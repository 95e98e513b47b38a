import { View } from '@tarojs/components'
import type { Subject } from '../../cloud/types'
import { Button } from '../../components/button'
import { isComputer } from '../../entry/device'
import { toForm, toHandover } from '../../routes'
import { homeText } from './texts'

interface SubjectCardProps {
  /** Of the button. */
  id: string
  subject: Subject
  vendor: string
  disabled?: boolean
}

/** The way into a verification. */
export function SubjectCard({ id, subject, vendor, disabled }: SubjectCardProps) {
  return (
    <View className="p-home__card">
      <View className="p-home__title">{homeText(`title.${subject}`)}</View>
      <View className="p-home__lead">
        {disabled ? homeText('closed') : homeText(`lead.${subject}`, { vendor })}
      </View>
      <Button id={id} disabled={Boolean(disabled)} onTap={() => begin(subject)}>
        {homeText(`start.${subject}`)}
      </Button>
    </View>
  )
}

/** A computer only shows the code with which the phone begins. */
function begin(subject: Subject) {
  return isComputer() ? toHandover({ subject }) : toForm(subject)
}
