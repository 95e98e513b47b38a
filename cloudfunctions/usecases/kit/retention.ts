import type { Deps } from './deps'

/** How long what was typed about people is kept after its end, ms. */
export const retention = ({ config }: Pick<Deps, 'config'>): number =>
  config.policy.retentionDays * 24 * 3600_000
