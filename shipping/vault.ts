import { ConfigError, readConfig } from '../cloudfunctions/platform/config'
import { createVault, type Vault } from '../cloudfunctions/platform/crypto'
import { configureVendors } from '../cloudfunctions/vendors/registry'

/** What the functions prove themselves with, and are asked with; null: the settings are wrong, as the doctor says. */
export function vaultOf(variables: Readonly<Record<string, string>>): Pick<Vault, 'digest'> | null {
  try {
    return createVault(readConfig(variables, configureVendors(variables).problems).keys)
  } catch (error) {
    if (error instanceof ConfigError) return null
    throw error
  }
}
