import type { Deps } from './deps'

/** null: the settings are wrong, and whatever does the work says so. */
export function unlessMisconfigured(dependencies: () => Deps): Deps | null {
  try {
    return dependencies()
  } catch {
    return null
  }
}
