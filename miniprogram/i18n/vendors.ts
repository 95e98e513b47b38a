import { useCallback } from 'react'
import type { ConfigResult, VendorId, VendorView } from '../cloud/types'
import { useConfig } from '../cloud/use-config'
import { commonText } from './common'
import { defineTexts, language } from './define-texts'

const zh = {
  several: '认证机构',
  unknown: '认证机构',
}

const en: Record<keyof typeof zh, string> = {
  several: 'the provider you choose',
  unknown: 'the provider',
}

/** @public Looked at by test/texts.test.ts, as every dictionary is. */
export const vendorText = defineTexts({ zh, en })

/** As much of the settings as names need; null while they are not known. */
export type KnownNames = Pick<ConfigResult, 'vendorNames'> | null

/**
 * A provider by the name the server gives it. In general words while the settings are not known: a consent that names the
 * wrong one is none.
 */
export function vendorName(config: KnownNames, id: VendorId | null): string {
  return nameOf(config, id) ?? vendorText('unknown')
}

/** `契约锁、腾讯电子签`; in general words while none of them is known. */
export function vendorNames(config: KnownNames, ids: readonly VendorId[]): string {
  const names = ids.flatMap(id => nameOf(config, id) ?? [])
  return names.length === 0 ? vendorText('unknown') : names.join(commonText('and'))
}

/** The vendor by name, or in general words where the form leaves the choice. */
export function vendorToCome(config: KnownNames, offers: readonly Pick<VendorView, 'id'>[]): string {
  return offers.length > 1 ? vendorText('several') : vendorName(config, offers[0]?.id ?? null)
}

/** The vendors that are on; one that cannot be named is left out, for nobody could consent to it. */
export function knownVendors(config: ConfigResult | null): VendorView[] {
  return config?.vendors.filter(({ id }) => nameOf(config, id) !== null) ?? []
}

/** The same as `vendorName`, for components that have no settings at hand. */
export function useVendorName(): (id: VendorId) => string {
  const { config } = useConfig()
  return useCallback(id => vendorName(config, id), [config])
}

export function vendorNote({ note }: Pick<VendorView, 'note'>): string {
  return note[language()]
}

function nameOf(config: KnownNames, id: VendorId | null): string | null {
  if (!config || id === null) return null
  const found = Object.entries(config.vendorNames).find(([known]) => known === id)
  return found?.[1][language()] ?? null
}
