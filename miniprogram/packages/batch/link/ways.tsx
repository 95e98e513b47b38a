import { Image, View } from '@tarojs/components'
import type { LinkView } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { copy } from '../../../components/copy'
import { saveUrl, tellAlbum } from '../../../files/album'
import { useVendor } from '../shared/use-vendor'
import { linkText } from './texts'
import { validityText } from './validity'

export type Addresses = NonNullable<LinkView['link']>

interface WaysProps {
  n: number
  link: Addresses
  /** ms since the epoch */
  now: number
  onOpen: (app: Addresses['app']) => void
}

/** To jump, to scan, to send: the same link in its four forms. */
export function Ways({ n, link, now, onOpen }: WaysProps) {
  const vendor = useVendor()
  return (
    <>
      <View className="p-link__open">
        <Button id={`link-open-${n}`} onTap={() => onOpen(link.app)}>
          {linkText('open', { vendor })}
        </Button>
      </View>
      <View id={`link-validity-${n}`} className="p-link__validity">
        {validityText(link.expiresAt, now)}
      </View>
      <View className="p-link__code">
        <Image
          id={`link-qr-${n}`}
          className="p-link__qr"
          src={link.qrImage}
          mode="aspectFit"
          showMenuByLongpress
          aria-label={linkText('qr.label')}
        />
        <View className="p-link__code-side">
          <View className="p-link__heading">{linkText('qr')}</View>
          <View className="p-link__note">{linkText('qr.note')}</View>
          <View
            id={`link-save-${n}`}
            className="p-link__tap"
            aria-role="button"
            onClick={async () => tellAlbum(await saveUrl(link.qrImage))}
          >
            {linkText('save')}
          </View>
        </View>
      </View>
      <Button id={`link-send-${n}`} kind="plain" openType="share">
        {linkText('send')}
      </Button>
      <Address
        id={`link-copy-short-${n}`}
        title={linkText('short')}
        note={linkText('short.note')}
        label={linkText('copy.short')}
        url={link.shortUrl}
      />
      <Address
        id={`link-copy-long-${n}`}
        title={linkText('long')}
        note={linkText('long.note')}
        label={linkText('copy.long')}
        url={link.url}
      />
    </>
  )
}

interface AddressProps {
  id: string
  title: string
  note: string
  label: string
  url: string
}

function Address({ id, title, note, label, url }: AddressProps) {
  return (
    <View className="p-link__address">
      <View className="p-link__address-main">
        <View className="p-link__heading">{title}</View>
        <View className="p-link__url">{url}</View>
        <View className="p-link__note">{note}</View>
      </View>
      <View id={id} className="p-link__tap" aria-role="button" aria-label={label} onClick={() => copy(url)}>
        {linkText('copy')}
      </View>
    </View>
  )
}
