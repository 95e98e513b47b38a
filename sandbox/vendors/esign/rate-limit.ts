/** Documented: 50 requests a second for each application. Counts real time: a moved clock admits nobody. */
export function createRateLimit(perSecond: number) {
  let recent: number[] = []
  return {
    perSecond,
    admits(): boolean {
      const now = performance.now()
      recent = recent.filter(at => now - at < 1000)
      if (recent.length >= perSecond) return false
      recent.push(now)
      return true
    },
    reset(): void {
      recent = []
    },
  }
}

export type RateLimit = ReturnType<typeof createRateLimit>
