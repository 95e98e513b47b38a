import type { Licence } from '../../../../files/check'
import { discard, upload } from '../../../../files/cloud-files'
import { cloudPath, randomName } from '../../../../files/cloud-path'

export interface Uploads {
  /** The fileID of this licence; uploaded once, however often the start is tried. Throws NETWORK. */
  of(licence: Licence): Promise<string>
  /** The server took the file and deleted it: the same picture has to be uploaded again. */
  forget(): void
  /** The file is not wanted any more: it is deleted, for the original is never kept. */
  discard(): void
}

export interface CloudFiles {
  upload(cloudPath: string, filePath: string): Promise<string>
  remove(fileId: string): void
}

export function createUploads(files: CloudFiles, newName: () => Promise<string>): Uploads {
  let known: { path: string; fileId: string } | null = null
  const discard = () => {
    if (known) files.remove(known.fileId)
    known = null
  }
  return {
    async of({ path, type }) {
      if (known?.path === path) return known.fileId
      discard()
      const fileId = await files.upload(cloudPath(await newName(), type), path)
      known = { path, fileId }
      return fileId
    },
    forget() {
      known = null
    },
    discard,
  }
}

export const uploads = createUploads({ upload, remove: discard }, randomName)
