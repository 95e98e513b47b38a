import { View } from '@tarojs/components'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Notice } from '../../../components/notice'
import { failureText } from '../../../i18n'
import { InvitationCard } from './invitation-card'
import { legacyText } from './texts'
import type { Found, Search } from './use-search'

/** What was found, page after page. */
export function Results({ found, search }: { found: Found; search: Search }) {
  const { id, items, total, hasMore } = found
  const { busy, failure, more } = search
  if (items.length === 0) {
    return <Empty id="legacy-empty" title={legacyText('empty')} text={legacyText('empty.text', { id })} />
  }
  return (
    <>
      <View id="legacy-total" className="p-legacy__total">
        {legacyText('found', { id, total })}
      </View>
      {items.map((view, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the vendor gives them no id, and they are only ever added.
        <InvitationCard key={index} id={`legacy-item-${index + 1}`} view={view} />
      ))}
      <Apart>
        {failure?.kind === 'more' && (
          <Notice id="legacy-more-failed" kind="error">
            {failureText(failure.error)}
          </Notice>
        )}
        {hasMore && (
          <View className="p-legacy__more">
            <Button
              id="legacy-more"
              kind="plain"
              loading={busy === 'more'}
              disabled={busy !== null}
              onTap={more}
            >
              {legacyText(busy === 'more' ? 'more.busy' : 'more')}
            </Button>
          </View>
        )}
        {total > items.length && (
          <View id="legacy-shown" className="p-legacy__shown">
            {legacyText('shown', { shown: items.length, total })}
          </View>
        )}
      </Apart>
    </>
  )
}
