/** Files users uploaded to cloud storage, by file id. */
export interface Files {
  /** Throws when there is no such file. */
  download(fileId: string): Promise<Buffer>
  remove(fileId: string): Promise<void>
  /** Stores a file of our own making and returns its id. */
  upload(path: string, content: Buffer): Promise<string>
  /** An address anybody can read it at for `seconds`. */
  address(fileId: string, seconds: number): Promise<string>
}
