/** A text as a QR code: `data:image/png;base64,…`. */
export type QrImage = (text: string) => Promise<string>

export const qrImage: QrImage = async text => {
  // Few calls draw one, and every cold start would load the library.
  const { drawQr } = await import('./drawQr')
  return drawQr(text)
}
