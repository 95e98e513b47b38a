import { toDataURL } from 'qrcode'

/** A text as a QR code: `data:image/png;base64,…`. */
export type QrImage = (text: string) => Promise<string>

export const qrImage: QrImage = text => toDataURL(text, { margin: 2, width: 320 })
