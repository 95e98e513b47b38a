/**
 * Lengths only the phone knows. `--rpx` is its width divided by 750; `--vh` a hundredth of the height of a page, which on
 * devices is what is left below the bars. style/phone.css sets both.
 */
export function rpxToCss(value: string): string {
  return value
    .replace(/(-?\d*\.?\d+)rpx\b/g, (_, amount: string) => `calc(${amount} * var(--rpx))`)
    .replace(/(-?\d*\.?\d+)vh\b/g, (_, amount: string) => `calc(${amount} * var(--vh))`)
}
