/** Files users uploaded to cloud storage, by file id. */
export interface Files {
  /** At most so many bytes are taken. Throws FileTooLarge beyond that, and another error when there is no such file. */
  download(fileId: string, most: number): Promise<Buffer>
  remove(fileId: string): Promise<void>
  /** Stores a file of our own making and returns its id. */
  upload(path: string, content: Buffer): Promise<string>
  /** An address anybody can read it at for `seconds`. */
  address(fileId: string, seconds: number): Promise<string>
}

/** Whoever uploads decides how large a file is; how much of it we take into memory is for us to say. */
export class FileTooLarge extends Error {}
