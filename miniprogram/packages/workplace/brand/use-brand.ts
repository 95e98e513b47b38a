import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ActionResults } from '../../../cloud/types'
import { discard, upload } from '../../../files/cloud-files'
import { cloudPath, randomName } from '../../../files/cloud-path'
import { pickLicence } from '../../../files/pick'
import { brandText } from './texts'

const limits = { maxBytes: 200 * 1024, types: ['jpg' as const, 'png' as const] }

/** `keep`: as it is · null: none · else the file on the phone. */
export type Logo = 'keep' | null | { path: string; type: 'jpg' | 'png' | 'pdf' }

/** The brand as it is stored, and changing it. */
export function useBrand() {
  const { answer, failure: lost, ask, learn } = useAnswer<ActionResults['brand.get']>()
  const { busy, failure, once } = useOnce<'save'>()
  const [darkened, setDarkened] = useState<string | null>(null)

  const save = (name: string, color: string, logo: Logo) =>
    once('save', async () => {
      setDarkened(null)
      const file = logo === 'keep' ? null : logo
      const fileId = file && (await upload(cloudPath(await randomName(), file.type), file.path))
      const change = logo === 'keep' ? {} : { logoFileId: fileId }
      const answered = await callAction('brand.save', { name, color, ...change }).catch(error => {
        if (fileId) discard(fileId)
        throw error
      })
      learn({ brand: answered.brand })
      if (answered.darkened) setDarkened(answered.brand.color)
      else Taro.showToast({ title: brandText('saved'), icon: 'none' })
    })

  return {
    answer,
    lost,
    load: async () => {
      await ask(() => callAction('brand.get', {}))
    },
    save,
    busy: busy !== null,
    failure: failure?.error ?? null,
    /** The colour that was made darker; null: none was. */
    darkened,
  }
}

/** null: nothing was chosen; `wrong`: something that is no logo. */
export async function pickLogo(): Promise<Exclude<Logo, 'keep'> | 'wrong'> {
  const outcome = await pickLicence('album', limits)
  if (outcome.kind === 'canceled') return null
  return outcome.kind === 'ok' ? outcome.licence : 'wrong'
}
