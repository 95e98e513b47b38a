/** Waits for a place in the row of calls to one action; false when the wait would be too long. */
export type Pace = (action: string) => Promise<boolean>
