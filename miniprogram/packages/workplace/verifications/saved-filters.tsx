import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ConfigResult } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Chips } from '../../../components/chips'
import { vendorName } from '../../../i18n/vendors'
import { workplaceText } from '../shared/texts'
import { everything, type Query } from './query'
import { isFilter, isSame, keepSaved, readSaved, type Saved, savedOf, without, withSaved } from './saved'
import { verificationListText } from './texts'

interface SavedFiltersProps {
  query: Query
  config: ConfigResult | null
  onSearch: (query: Query) => void
}

/** Filters that this phone remembers: a tap narrows the list to one, another tap on the same takes it off. */
export function SavedFilters({ query, config, onSearch }: SavedFiltersProps) {
  const [all, setAll] = useState(readSaved)
  const now = savedOf(query)
  const at = all.findIndex(each => isSame(each, now))
  const put = (next: Saved[]) => {
    setAll(next)
    keepSaved(next)
  }
  return (
    <Apart>
      {all.length > 0 && (
        <Chips
          id="case-saved"
          label={verificationListText('saved')}
          options={all.map((saved, index) => ({ value: String(index), title: titleOf(saved, config) }))}
          value={String(at)}
          onChoose={value => {
            const chosen = all[Number(value)]
            if (chosen) onSearch({ ...query, ...(Number(value) === at ? savedOf(everything) : chosen) })
          }}
        />
      )}
      {isFilter(now) && (
        <View
          id="case-save"
          className="p-cases__tap"
          hoverClass="c-button--pressed"
          aria-role="button"
          onClick={() => put(at >= 0 ? without(all, now) : withSaved(all, now))}
        >
          {verificationListText(at >= 0 ? 'saved.remove' : 'saved.add')}
        </View>
      )}
    </Apart>
  )
}

function titleOf({ state, vendor, subject, tag, since }: Saved, config: ConfigResult | null): string {
  return [
    tag && workplaceText(`tag.${tag}`),
    state && workplaceText(`state.${state}`),
    vendor && vendorName(config, vendor),
    subject && workplaceText(`subject.${subject}`),
    since && verificationListText(`filter.since.${since}`),
  ]
    .filter(Boolean)
    .join(' · ')
}
