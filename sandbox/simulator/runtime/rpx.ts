/** `--rpx` is set by style/phone.css: the width of the phone divided by 750. */
export function rpxToCss(value: string): string {
  return value.replace(/(-?\d*\.?\d+)rpx\b/g, (_, amount: string) => `calc(${amount} * var(--rpx))`)
}
