import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { type LoadPage, usePages } from '../cloud/pages'
import { Apart } from '../components/apart'
import { Button } from '../components/button'
import { Empty } from '../components/empty'
import { Layout } from '../components/layout'
import { ClaimPage } from './claim-page'
import { FailedNotice } from './failed-notice'
import { ListEnd } from './list-end'
import { LoadingPage } from './loading-page'
import { useOperatorList } from './use-operator-page'
import './card-list.css'

interface CardListProps<T> {
  load: LoadPage<T>
  /** Of the button that makes another one. */
  newId: string
  words: { new: string; empty: string; emptyText: string; emptyViewer: string }
  onNew: () => unknown
  card: (item: T, index: number) => ReactNode
}

/** All batches, or all campaigns, newest first; for everybody else the way to become an operator. */
export function CardList<T extends { id: string }>({ load, newId, words, onNew, card }: CardListProps<T>) {
  const pages = usePages(load)
  const page = useOperatorList(pages)
  const { role, ready, failure, look } = page
  if (role === null) return <ClaimPage page={page} />
  if (!ready) return <LoadingPage />

  const { items, loaded } = pages
  const wrong = failure ?? pages.failure
  const makes = role === 'operator' || role === 'owner'
  const another = (
    <Button id={newId} onTap={onNew}>
      {words.new}
    </Button>
  )
  return (
    <Layout wide>
      <FailedNotice failure={wrong} retry={look} />
      <Apart>{makes && items.length > 0 && <View className="b-cards__new">{another}</View>}</Apart>
      <View id="list" className="b-cards">
        {items.map(card)}
      </View>
      <Apart>
        {loaded && items.length === 0 && (
          <Empty id="empty" title={words.empty} text={makes ? words.emptyText : words.emptyViewer}>
            {makes && another}
          </Empty>
        )}
        <ListEnd pages={pages} failed={wrong !== null} />
      </Apart>
    </Layout>
  )
}
