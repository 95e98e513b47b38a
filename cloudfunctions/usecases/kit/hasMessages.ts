import type { Deps } from './deps'

/** Whether people are told anything in WeChat: where no template is set, it costs nothing. */
export const hasMessages = ({ config }: Pick<Deps, 'config'>): boolean =>
  Object.keys(config.messages).length > 0
