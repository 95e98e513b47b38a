import type { Mode } from '../../../cloud/types'
import { CellGroup } from '../../../components/cell'
import { Choice } from '../../../components/choice'
import { modeText } from '../../../status/mode-texts'
import { startText } from '../start/texts'

interface ModeFieldProps {
  modes: readonly Mode[]
  mode: Mode
  vendor: string
  error: string | null
  /** By the terms of an invitation. */
  fixed: boolean
  onChoose: (mode: Mode) => void
}

/** How the person is checked; out of sight where the vendor alone decides. */
export function ModeField({ modes, mode, vendor, error, fixed, onChoose }: ModeFieldProps) {
  return (
    <CellGroup
      id="field-mode"
      title={startText('section.mode')}
      note={error ?? (fixed ? startText('mode.fixed') : startText('mode.note', { vendor }))}
      hidden={modes.length === 1 && modes[0] === 'any'}
    >
      <Choice
        id="mode"
        value={mode}
        options={modes.map(value => ({
          value,
          title: modeText(value, { vendor }),
          note: modeText(`${value}.note`),
        }))}
        onChoose={onChoose}
      />
    </CellGroup>
  )
}
