/** The settings of the functions that the console changes: each vendor's row names which and to what. */
import { Refusal } from './answer'
import type { VendorLink } from './shapes'

export interface FunctionSettings {
  read(variable: string): string | undefined
  change(changes: Readonly<Record<string, string>>): void
}

/** What each switch of the vendor stands at. */
export function chosenOf({ switches = [] }: VendorLink, settings?: FunctionSettings): Record<string, string> {
  return Object.fromEntries(
    switches.map(({ variable, choices }) => [variable, settings?.read(variable) || choices[0]]),
  )
}

export function turn(
  vendor: VendorLink,
  { variable, value }: Record<string, unknown>,
  settings?: FunctionSettings,
): void {
  const found = vendor.switches?.find(one => one.variable === variable)
  const choice = found?.choices.find(one => one === value)
  if (!settings || !found || choice === undefined) {
    const known = (vendor.switches ?? []).map(one => `${one.variable}: ${one.choices.join(', ')}`)
    throw new Refusal(400, 'switchUnknown', `variable and value must be of ${known.join('; ') || 'nothing'}`)
  }
  settings.change({ [found.variable]: choice })
}
