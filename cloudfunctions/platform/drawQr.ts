import { toDataURL } from 'qrcode'

export const drawQr = (text: string): Promise<string> => toDataURL(text, { margin: 2, width: 320 })
