import { Canvas, Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { callAside } from '../../../../cloud/aside'
import type { CodeForm, InvitationDetail } from '../../../../cloud/types'
import { useConfig } from '../../../../cloud/use-config'
import { Apart } from '../../../../components/apart'
import { Button } from '../../../../components/button'
import { Notice } from '../../../../components/notice'
import { saveFile, tellAlbum } from '../../../../files/album'
import { commonText } from '../../../../i18n'
import { clock } from '../../../../i18n/time'
import { detailText } from '../texts'
import type { Codes } from '../use-codes'
import type { PosterContent } from './layout'
import { canvasId, type PosterState } from './use-poster'
import './index.css'

/** Forms that can be scanned off a poster, the best first. */
const scannable: readonly CodeForm[] = ['miniProgramCode', 'linkCode']

interface PosterProps {
  view: InvitationDetail
  codes: Codes
  poster: PosterState
}

/** A picture to hang up or to send, with the code on it. */
export function Poster({ view, codes, poster }: PosterProps) {
  const { config } = useConfig()
  const { wanted, busy, outcome, make } = poster
  const form = scannable.find(each => view.forms.includes(each))
  if (form === undefined || config === null) return null
  // The one on the screen, where it can be scanned; else the best there is.
  const shown = codes.form !== null && scannable.includes(codes.form) ? codes.form : form
  const draw = () =>
    make(
      // A poster without the brand is still one.
      async () => {
        const brand = (await callAside('brand.get', {}))?.brand ?? null
        const content = contentOf(view, brand?.name ?? config.policy.controller)
        return brand
          ? { content: { ...content, color: brand.color }, logo: brand.logo }
          : { content, logo: null }
      },
      async () => (await codes.choose(shown))?.image ?? null,
    )
  return (
    <View className="p-poster">
      <Button id="poster-make" kind="text" loading={busy} disabled={busy} onTap={draw}>
        {detailText(busy ? 'poster.busy' : outcome?.kind === 'drawn' ? 'poster.again' : 'poster')}
      </Button>
      <Apart>
        {outcome?.kind === 'noCanvas' && (
          <Notice id="poster-no-canvas" kind="warn">
            {detailText('poster.noCanvas')}
          </Notice>
        )}
        {outcome?.kind === 'failed' && (
          <Notice id="poster-failed" kind="error" action={{ text: commonText('retry'), onTap: draw }}>
            {detailText('poster.failed')}
          </Notice>
        )}
        {outcome?.kind === 'drawn' && <Drawn path={outcome.path} />}
      </Apart>
      <Apart>
        {wanted && <Canvas type="2d" id={canvasId} canvasId={canvasId} className="p-poster__canvas" />}
      </Apart>
    </View>
  )
}

function Drawn({ path }: { path: string }) {
  const preview = () => Taro.previewImage({ urls: [path], current: path }).catch(() => undefined)
  return (
    <>
      <Image
        id="poster"
        className="p-poster__image"
        src={path}
        mode="aspectFit"
        showMenuByLongpress
        aria-role="button"
        aria-label={detailText('poster.label')}
        onClick={preview}
      />
      <View className="p-code__actions">
        <Button id="poster-save" kind="plain" onTap={async () => tellAlbum(await saveFile(path))}>
          {detailText('poster.save')}
        </Button>
        {Taro.canIUse('showShareImageMenu') && (
          <Button id="poster-share" kind="plain" onTap={() => share(path)}>
            {detailText('poster.share')}
          </Button>
        )}
        <Button id="poster-preview" kind="plain" onTap={preview}>
          {detailText('poster.preview')}
        </Button>
      </View>
    </>
  )
}

async function share(path: string): Promise<void> {
  try {
    await Taro.showShareImageMenu({ path })
  } catch (error) {
    const { errMsg = '' } = Object(error)
    if (!/cancel/.test(errMsg)) Taro.showToast({ title: detailText('poster.notShared'), icon: 'none' })
  }
}

function contentOf(view: InvitationDetail, controller: string): PosterContent {
  const { title, note, maskedName, expiresAt } = view
  return {
    product: commonText('app'),
    controller: detailText('poster.by', { controller }),
    title,
    note,
    invitee:
      maskedName === '' ? detailText('poster.forAnybody') : detailText('poster.for', { name: maskedName }),
    scan: detailText('poster.scan'),
    validity: detailText('poster.until', { time: clock(expiresAt) }),
  }
}
