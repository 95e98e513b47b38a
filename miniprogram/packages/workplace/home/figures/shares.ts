/** In whole percent; what is not none and not all never reads as if it were. */
export function shareText(part: number, whole: number): string {
  if (whole <= 0) return '–'
  const percent = (part / whole) * 100
  if (percent > 0 && percent < 1) return '<1%'
  if (percent > 99 && percent < 100) return '>99%'
  return `${Math.round(percent)}%`
}

/** A width or height for CSS, from 0% to 100%. */
export function lengthOf(part: number, whole: number): string {
  if (whole <= 0) return '0%'
  return `${Math.round(Math.min(1, Math.max(0, part / whole)) * 1000) / 10}%`
}

/** Where the axis ends: even, so that its middle is a whole number, and hardly above the highest value. */
export function axisTop(most: number): number {
  const tens = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  const steps = tens === 1 ? [2, 4, 6, 8, 10] : [1, 2, 4, 6, 8, 10]
  return (steps.find(step => step * tens >= most) ?? 10) * tens
}
