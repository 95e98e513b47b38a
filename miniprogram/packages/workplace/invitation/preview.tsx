import { Button } from '../../../components/button'
import { openEntry } from '../../../entry/open'
import { entryOfScan } from '../../../entry/parse'
import { detailText } from './texts'

/** The invitation as the invitee sees it: looking takes no place. Only a link that carries the code can be opened here. */
export function Preview({ link }: { link: string | null }) {
  const entry = link === null ? null : entryOfScan({ result: link })
  if (entry?.kind !== 'invitation') return null
  return (
    <Button id="code-preview" kind="plain" onTap={() => openEntry(entry)}>
      {detailText('code.preview')}
    </Button>
  )
}
