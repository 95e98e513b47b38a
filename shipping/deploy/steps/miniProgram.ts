import type { Step } from '../../../setup/plan'
import type { Deployment } from '../deployment'

/** Becomes the trial version; submitting it for review is a person's decision. */
export function miniProgram({ build, uploader }: Deployment): Step {
  const what = `小程序 ${build.release}`
  return {
    name: '小程序 mini-program',
    async look() {
      if (uploader.uploaded === build.miniProgram) return [{ mark: 'same', what }]
      const { upload } = uploader
      if (!upload) return [{ mark: 'hand', what, detail: uploader.why }]
      return [{ mark: 'change', what, detail: '上传为体验版(uploaded for trial)', apply: upload }]
    },
  }
}
