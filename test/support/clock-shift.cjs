/** Preloaded with `--require`: this process lives so many milliseconds ahead. */
const aheadMs = Number(process.env.CLOCK_AHEAD_MS ?? 0)
const now = Date.now
Date.now = () => now() + aheadMs
