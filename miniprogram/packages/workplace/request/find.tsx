import { View } from '@tarojs/components'
import { useState } from 'react'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Cell, CellGroup } from '../../../components/cell'
import { SearchField } from '../../../components/search-field'
import type { Subject } from './request'
import { noteOf, requestText } from './texts'
import type { RequestPage } from './use-request'

interface FindProps {
  page: RequestPage
  onChoose: (subject: Subject) => void
}

/** By what stands on the paper: whole values only, so that nobody is found by leafing through. */
export function Find({ page, onChoose }: FindProps) {
  const [typed, setTyped] = useState('')
  const { found, find, busy } = page
  return (
    <View id="find">
      <View className="p-request__head">{requestText('who')}</View>
      <SearchField
        id="request-search"
        value={typed}
        placeholder={requestText('search')}
        clearLabel={requestText('search.clear')}
        onInput={setTyped}
        onConfirm={find}
      />
      <View className="p-request__note">{requestText('search.note')}</View>
      <Button
        id="request-find"
        loading={busy === 'find'}
        disabled={busy !== null || typed.trim() === ''}
        onTap={() => find(typed)}
      >
        {requestText(busy === 'find' ? 'finding' : 'find')}
      </Button>
      <Apart>
        {found && found.length > 0 && (
          <CellGroup id="found">
            {found.map((subject, index) => (
              <Cell
                key={subject.id}
                id={`found-${index + 1}`}
                title={[subject.name || requestText('unnamed'), subject.contact].filter(Boolean).join(' · ')}
                note={noteOf(subject)}
                onTap={() => onChoose(subject)}
              />
            ))}
          </CellGroup>
        )}
        {found && found.length === 0 && (
          <View id="found-none" className="p-request__note">
            {requestText('none')}
          </View>
        )}
      </Apart>
    </View>
  )
}
