/** Files users uploaded to cloud storage, by file id. */
export interface Files {
  /** Throws when there is no such file. */
  download(fileId: string): Promise<Buffer>
  remove(fileId: string): Promise<void>
}
