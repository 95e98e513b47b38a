/** A file we made in cloud storage, to be deleted. */
export interface KeptFile {
  _id: string
  version: number
  fileId: string
  expiresAt: number
}
