import type { ConfigResult } from '../contract/config'
import type { MessageView } from '../contract/message'
import { type MessageTemplates, messageKinds } from '../domain/message/template'
import type { Deps } from './kit/deps'
import { hasMessages } from './kit/hasMessages'

/** What pages need to know of the set-up: vendors and modes that are on, the policy, support. Never a secret. */
export function getConfig({
  config,
  drivers,
  vendorNames,
}: Pick<Deps, 'config' | 'drivers' | 'vendorNames'>): ConfigResult {
  const jumps = [...drivers.values()].flatMap(driver => driver.jumps ?? [])
  const isDefault = ({ id }: { id: string }) => id === config.defaultVendor
  const offered = [...drivers.values()].sort(
    (one, other) => Number(isDefault(other)) - Number(isDefault(one)),
  )
  return {
    vendors: offered.map(({ id, note, capabilities, legacyInvitations }) => ({
      id,
      note,
      subjects: [...capabilities.subjects],
      personModes: [...capabilities.personModes],
      idTypes: [...capabilities.idTypes],
      licence: capabilities.licence && { ...capabilities.licence, types: [...capabilities.licence.types] },
      links: capabilities.handoffs.includes('webUrl'),
      contracts: capabilities.contracts,
      batch: capabilities.batch,
      outline: capabilities.outline,
      legacyInvitations: legacyInvitations !== undefined,
      ...(capabilities.page && { page: capabilities.page }),
      requires: {
        person: [...capabilities.requires.person],
        organization: [...capabilities.requires.organization],
      },
    })),
    vendorNames,
    policy: config.policy,
    jumps: {
      appIds: jumps.flatMap(({ appIds }) => appIds),
      plugins: jumps.flatMap(({ plugins }) => plugins),
      hosts: jumps.flatMap(({ hosts }) => hosts),
      redirects: [...config.redirectTargets],
    },
    support: config.supportPhone === null ? null : { phone: config.supportPhone },
    pollSeconds: config.pollSeconds,
    ...(hasMessages({ config }) && { messages: messagesOf(config.messages) }),
  }
}

const messagesOf = (templates: MessageTemplates): MessageView[] =>
  messageKinds.flatMap(kind => (templates[kind] ? [{ kind, template: templates[kind].id }] : []))
