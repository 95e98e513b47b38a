import { useEffect, useState } from 'react'

/** `4:05`; null once the time is over. */
export function countdownText(expiresAt: number, now: number): string | null {
  const seconds = Math.ceil((expiresAt - now) / 1000)
  if (seconds <= 0) return null
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** What is left, second by second, while it matters. */
export function useCountdown(expiresAt: number, running: boolean): string | null {
  const [now, setNow] = useState(Date.now)
  const over = expiresAt <= now
  useEffect(() => {
    if (!running || over) return undefined
    // The code came later than the page.
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [running, over])
  return countdownText(expiresAt, now)
}
