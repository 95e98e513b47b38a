import { type FileStore, typeOf } from './file-store'
import { imageInfo } from './image-info'
import { ApiFailure } from './registry'
import type { BootOptions, Downloaded } from './types'

/** Fetches what `wx` downloads from the network: from the domains of the list and nowhere else. */
export async function download(options: BootOptions, address: string): Promise<Downloaded> {
  const url = parsed(address)
  if (!url) throw new ApiFailure(`invalid url "${address}"`)
  const listed = options.downloadDomains?.some(domain => parsed(domain)?.origin === url.origin)
  if (!listed || !options.download) throw new ApiFailure('url not in domain list')
  return options.download(url.href)
}

/** Keeps it as a temporary file, named for what it is. */
export function keep(files: FileStore, address: string, content: Uint8Array): string {
  const ending = /\.(\w+)$/.exec(parsed(address)?.pathname ?? '')?.[1]
  const picture = imageInfo(content)?.type
  const name = ending ? `file.${ending}` : picture ? `file.${picture}` : 'file'
  return files.add(content, name, typeOf(name))
}

function parsed(address: string): URL | null {
  try {
    const url = new URL(address)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null
  } catch {
    return null
  }
}
