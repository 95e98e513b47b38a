/** What anybody may call, and few do: read by the first call that needs it. */
export { openLink } from '../usecases/batch/sharedLink'
export { acceptMessages } from '../usecases/message/accept'
export { acceptLink } from '../usecases/message/acceptLink'
