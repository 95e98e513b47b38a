import type { Deployment } from '../../deploy/deployment'
import type { Finding } from '../finding'

/** A check of what is deployed. Looks only. `now`: ms since the epoch. */
export type LiveCheck = (deployment: Deployment, now: number) => Promise<Finding[]>

export const setUpAgain = ({ environment }: Deployment): string => `npm run setup -- ${environment.name}`
export const deployAgain = ({ environment }: Deployment): string => `npm run deploy -- ${environment.name}`
