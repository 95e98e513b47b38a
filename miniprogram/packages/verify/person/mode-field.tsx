import type { Mode } from '../../../cloud/types'
import { CellGroup } from '../../../components/cell'
import { Choice } from '../../../components/choice'
import { t } from '../../../i18n'
import { st } from '../start/texts'

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
      title={t('form.section.mode')}
      note={error ?? (fixed ? st('mode.fixed') : t('form.mode.note', { vendor }))}
      hidden={modes.length === 1 && modes[0] === 'any'}
    >
      <Choice
        id="mode"
        value={mode}
        options={modes.map(value => ({
          value,
          title: t(`mode.${value}`, { vendor }),
          note: t(`mode.${value}.note`),
        }))}
        onChoose={onChoose}
      />
    </CellGroup>
  )
}
