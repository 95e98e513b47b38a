import type { Vault } from './crypto'

/** Which settings are there, by name, and a short hash of what they say: to compare functions, not to read them. */
export interface SettingsPrint {
  names: string[]
  hash: string
}

export function settingsPrint(
  env: Record<string, string | undefined>,
  isOurs: (name: string) => boolean,
  vault: Pick<Vault, 'digest'>,
): SettingsPrint {
  const names = Object.keys(env)
    .filter(name => env[name] && isOurs(name))
    .sort()
  const hash = vault.digest('settings', ...names.flatMap(name => [name, String(env[name])])).slice(0, 12)
  return { names, hash }
}
