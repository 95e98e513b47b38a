import { View } from '@tarojs/components'
import { useState } from 'react'
import { useConfig } from '../../../cloud/use-config'
import { SearchField } from '../../../components/search-field'
import { vendorName } from '../../../i18n/vendors'
import { FilterPicker } from '../shared/filter-picker'
import { statesInOrder } from '../shared/states'
import { caseTags } from '../shared/tags'
import { workplaceText } from '../shared/texts'
import { type Query, spans } from './query'
import { SavedFilters } from './saved-filters'
import { verificationListText } from './texts'

const subjects = ['person', 'organization'] as const

interface ToolsProps {
  query: Query
  onSearch: (query: Query) => void
  exporting: boolean
  onExport: () => void
}

/** What is looked for: only by a tap, for the server finds whole values alone. */
export function Tools({ query, onSearch, exporting, onExport }: ToolsProps) {
  const [typed, setTyped] = useState(query.text)
  const { config } = useConfig()
  const find = (text: string) => onSearch({ ...query, text: text.trim() })
  return (
    <View className="p-cases__tools">
      <View className="p-cases__search">
        <View className="p-cases__field">
          <SearchField
            id="case-search"
            value={typed}
            placeholder={verificationListText('search')}
            clearLabel={verificationListText('search.clear')}
            onInput={text => {
              setTyped(text)
              if (text === '' && query.text !== '') find('')
            }}
            onConfirm={find}
          />
        </View>
        <View
          id="case-find"
          className="p-cases__tap"
          hoverClass="c-button--pressed"
          aria-role="button"
          onClick={() => find(typed)}
        >
          {verificationListText('search.do')}
        </View>
      </View>
      <View className="p-cases__note">{verificationListText('search.note')}</View>
      <View className="p-cases__filters">
        <FilterPicker
          id="case-state"
          label={verificationListText('filter.state')}
          all={verificationListText('filter.state.all')}
          options={statesInOrder.map(value => ({ value, title: workplaceText(`state.${value}`) }))}
          value={query.state}
          onChoose={state => onSearch({ ...query, state })}
        />
        <FilterPicker
          id="case-vendor"
          label={verificationListText('filter.vendor')}
          all={verificationListText('filter.vendor.all')}
          options={(config?.vendors ?? []).map(({ id }) => ({ value: id, title: vendorName(config, id) }))}
          value={query.vendor}
          onChoose={vendor => onSearch({ ...query, vendor })}
        />
        <FilterPicker
          id="case-subject"
          label={verificationListText('filter.subject')}
          all={verificationListText('filter.subject.all')}
          options={subjects.map(value => ({ value, title: workplaceText(`subject.${value}`) }))}
          value={query.subject}
          onChoose={subject => onSearch({ ...query, subject })}
        />
        <FilterPicker
          id="case-tag"
          label={verificationListText('filter.tag')}
          all={verificationListText('filter.tag.all')}
          options={caseTags.map(value => ({ value, title: workplaceText(`tag.${value}`) }))}
          value={query.tag}
          onChoose={tag => onSearch({ ...query, tag })}
        />
        <FilterPicker
          id="case-since"
          label={verificationListText('filter.since')}
          all={verificationListText('filter.since.all')}
          options={spans.map(value => ({ value, title: verificationListText(`filter.since.${value}`) }))}
          value={query.since}
          onChoose={since => onSearch({ ...query, since })}
        />
        <View
          id="case-export"
          className="p-cases__tap"
          hoverClass="c-button--pressed"
          aria-role="button"
          aria-disabled={exporting}
          onClick={onExport}
        >
          {verificationListText('export')}
        </View>
      </View>
      <SavedFilters query={query} config={config} onSearch={onSearch} />
    </View>
  )
}
