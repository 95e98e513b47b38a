import { View } from '@tarojs/components'
import { useState } from 'react'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Cell, CellGroup } from '../../../components/cell'
import { Choice } from '../../../components/choice'
import { Dialog } from '../../../components/dialog'
import { startText } from './texts'

interface ChoiceLineProps<V extends string> {
  /** The line is `change-${id}`, each option `${id}-${value}`. */
  id: string
  title: string
  note?: string
  options: readonly { value: V; title: string; note: string }[]
  value: V
  onChoose: (value: V) => void
}

/** What is chosen already, the usual first; the others are behind 更换. */
export function ChoiceLine<V extends string>({
  id,
  title,
  note,
  options,
  value,
  onChoose,
}: ChoiceLineProps<V>) {
  const [open, setOpen] = useState(false)
  const chosen = options.find(each => each.value === value) ?? options[0]
  if (!chosen) return null
  const change =
    options.length > 1 ? { value: startText('change'), onTap: () => setOpen(true) } : { value: undefined }
  return (
    <Apart>
      <CellGroup id={`field-${id}`} title={title} note={note ?? ''}>
        <Cell id={`change-${id}`} title={chosen.title} note={chosen.note} {...change} />
      </CellGroup>
      <Apart>
        {open && (
          <Dialog
            id={`${id}-sheet`}
            title={title}
            onClose={() => setOpen(false)}
            actions={
              <Button id={`${id}-keep`} kind="text" onTap={() => setOpen(false)}>
                {startText('change.keep')}
              </Button>
            }
          >
            <View className="c-group__cells">
              <Choice
                id={id}
                value={chosen.value}
                options={options}
                onChoose={picked => {
                  setOpen(false)
                  if (picked !== value) onChoose(picked)
                }}
              />
            </View>
          </Dialog>
        )}
      </Apart>
    </Apart>
  )
}
