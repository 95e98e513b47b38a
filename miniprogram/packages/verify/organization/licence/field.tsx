import { Image, View } from '@tarojs/components'
import type { LicenceLimits } from '../../../../cloud/types'
import { Cell, CellGroup } from '../../../../components/cell'
import { useScrollTo } from '../../../../components/use-scroll-to'
import type { Licence } from '../../../../files/check'
import type { LicenceSource } from '../../../../files/pick'
import { sizeText } from '../../../../files/size-text'
import { licenceText } from './texts'
import { typesText, usePick } from './use-pick'
import './field.css'

interface LicenceFieldProps {
  licence: Licence | null
  limits: LicenceLimits
  vendor: string
  /** What the server had to say about it. */
  error: string | null
  onChange: (licence: Licence | null) => void
}

const sources: readonly LicenceSource[] = ['album', 'camera', 'chat']

/** The optional business licence: picked and looked at here, uploaded only at the start. */
export function LicenceField({ licence, limits, vendor, error, onChange }: LicenceFieldProps) {
  const { complaint, pick, clear } = usePick(limits, onChange)
  // It stands below what was tapped, often below the screen.
  useScrollTo('field-licence', complaint)
  const remove = () => {
    clear()
    onChange(null)
  }
  const note = licenceText('note', {
    vendor,
    types: typesText(limits.types),
    limit: sizeText(limits.maxBytes),
  })
  return (
    <View id="field-licence">
      <CellGroup title={licenceText('title')} note={note}>
        {licence ? (
          <View id="licence" className="c-cell p-licence">
            {licence.type === 'pdf' ? (
              <View className="p-licence__thumb p-licence__pdf">PDF</View>
            ) : (
              <Image
                id="licence-thumb"
                className="p-licence__thumb"
                src={licence.path}
                mode="aspectFill"
                aria-hidden
              />
            )}
            <View className="p-licence__about">
              <View className="p-licence__name">{licenceText('picked')}</View>
              <View id="licence-size" className="c-cell__note">
                {`${licence.type.toUpperCase()} · ${sizeText(licence.size)}`}
              </View>
            </View>
            <View
              id="licence-remove"
              className="p-licence__remove"
              hoverClass="c-button--pressed"
              aria-role="button"
              onClick={remove}
            >
              {licenceText('remove')}
            </View>
          </View>
        ) : (
          sources.map(source => (
            <Cell
              key={source}
              id={`licence-${source}`}
              title={licenceText(source)}
              onTap={() => pick(source)}
            />
          ))
        )}
      </CellGroup>
      <View id="error-licence" className="p-licence__error" aria-role="alert">
        {complaint ?? error ?? ''}
      </View>
    </View>
  )
}
