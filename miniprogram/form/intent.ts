/** One wish to start: tried again after a lost answer, it carries the same key and consent, so that it counts once. */
export interface Intent {
  clientKey: string
  consentId: string | null
}

export interface Intents {
  /** The intent for this content: the one before while the content is the same, else a new one. */
  of(content: unknown): Intent
  /** The wish was fulfilled or given up; the next one is new. */
  forget(): void
}

export function createIntents(newKey: () => string): Intents {
  let current: { content: string; intent: Intent } | null = null
  return {
    of(content) {
      const text = JSON.stringify(content)
      if (current?.content !== text)
        current = { content: text, intent: { clientKey: newKey(), consentId: null } }
      return current.intent
    },
    forget() {
      current = null
    },
  }
}

/** Unique, not secret: 22 letters and digits or more. The service layer of WeChat has no `crypto`. */
export function randomKey(): string {
  const part = () => Math.random().toString(36).slice(2, 10).padEnd(8, '0')
  return `${Date.now().toString(36)}${part()}${part()}`
}

export const intents = createIntents(randomKey)
