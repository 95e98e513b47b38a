import os from 'node:os'

/** What the benchmarks share. */

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which that part of them lies; NaN of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** Says on what it was measured, and how busy that was: a crowded machine spoils times, and ratios less. */
function sayMachine(): void {
  const [load] = os.loadavg()
  const processor = os.cpus()[0]?.model ?? 'unknown'
  console.log(`node ${process.version}, ${os.cpus().length} × ${processor}, load ${load?.toFixed(1)}`)
}

/** Runs a benchmark whose file was started by itself. */
export function runAlone(file: string, bench: () => Promise<void>): void {
  if (process.argv[1] !== file) return
  sayMachine()
  bench().catch(error => {
    console.error(error)
    process.exitCode = 1
  })
}
