import { Canvas, Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { CodeForm, InvitationDetail } from '../../../../cloud/types'
import { useConfig } from '../../../../cloud/use-config'
import { Button } from '../../../../components/button'
import { Notice } from '../../../../components/notice'
import { t } from '../../../../i18n'
import { clock } from '../../../../i18n/time'
import { saveFile, tellAlbum } from '../../../../operator/album'
import { dt } from '../texts'
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
  const content = contentOf(view, config.policy.controller)
  // The one on the screen, where it can be scanned; else the best there is.
  const shown = codes.form !== null && scannable.includes(codes.form) ? codes.form : form
  const draw = () => make(content, async () => (await codes.choose(shown))?.image ?? null)
  return (
    <View className="p-poster">
      <Button id="poster-make" kind="text" loading={busy} disabled={busy} onTap={draw}>
        {dt(busy ? 'poster.busy' : outcome?.kind === 'drawn' ? 'poster.again' : 'poster')}
      </Button>
      <View>
        {outcome?.kind === 'noCanvas' && (
          <Notice id="poster-no-canvas" kind="warn">
            {dt('poster.noCanvas')}
          </Notice>
        )}
        {outcome?.kind === 'failed' && (
          <Notice id="poster-failed" kind="error" action={{ text: t('common.retry'), onTap: draw }}>
            {dt('poster.failed')}
          </Notice>
        )}
        {outcome?.kind === 'drawn' && <Drawn path={outcome.path} />}
      </View>
      <View>
        {wanted && <Canvas type="2d" id={canvasId} canvasId={canvasId} className="p-poster__canvas" />}
      </View>
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
        ariaLabel={dt('poster.label')}
        onClick={preview}
      />
      <View className="p-code__actions">
        <Button id="poster-save" kind="plain" onTap={async () => tellAlbum(await saveFile(path))}>
          {dt('poster.save')}
        </Button>
        {Taro.canIUse('showShareImageMenu') && (
          <Button id="poster-share" kind="plain" onTap={() => share(path)}>
            {dt('poster.share')}
          </Button>
        )}
        <Button id="poster-preview" kind="plain" onTap={preview}>
          {dt('poster.preview')}
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
    if (!/cancel/.test(errMsg)) Taro.showToast({ title: dt('poster.notShared'), icon: 'none' })
  }
}

function contentOf(view: InvitationDetail, controller: string): PosterContent {
  const { title, note, maskedName, expiresAt } = view
  return {
    product: t('app.name'),
    controller: dt('poster.by', { controller }),
    title,
    note,
    invitee: maskedName === '' ? dt('poster.forAnybody') : dt('poster.for', { name: maskedName }),
    scan: dt('poster.scan'),
    validity: dt('poster.until', { time: clock(expiresAt) }),
  }
}
