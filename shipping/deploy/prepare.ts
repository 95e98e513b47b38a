import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findTarget } from '../../setup/target'
import type { Account } from '../account'
import { type Build, readBuild } from '../build'
import type { ShippingEnvironment } from '../environment'
import { wantedFunctions, wantedRules } from '../wantedFunctions'
import type { Deployment } from './deployment'
import type { Releases } from './releases'
import { findFunction } from './steps/functionState'
import { releaseIn } from './steps/functions'
import { createUploader } from './upload'

interface Given {
  environment: ShippingEnvironment
  account: Account
  variables: Readonly<Record<string, string>>
  releases: Releases
  /** To the build before. */
  back: boolean
}

/** Asks the account for the environment, and takes what was built, or what was kept. */
export async function prepare({
  environment,
  account,
  variables,
  releases,
  back,
}: Given): Promise<Deployment> {
  const target = await findTarget(account.tcb, environment.envId)
  const functions = wantedFunctions()
  const names = functions.map(({ name }) => name)
  const running = await findFunction({ scf: account.scf, target }, 'api')
  const build = back
    ? buildBefore(releases, running && releaseIn(running), names)
    : readBuild(path.resolve('dist'), names)
  const uploaded = releases.all().filter(({ isUploaded }) => isUploaded)
  const last = uploaded.sort((a, b) => (a.lastAt < b.lastAt ? -1 : 1)).at(-1)
  return {
    environment,
    target,
    functions,
    variables,
    build,
    scf: account.scf,
    wechat: account.wechat,
    rules: wantedRules(),
    uploader: createUploader({
      environment,
      build,
      key: account.credentials.uploadKey,
      uploaded: last?.miniProgram ?? null,
    }),
    fetchText: account.fetchText,
    certificateEnds: account.certificateEnds,
    wait: ms => sleep(ms),
  }
}

function buildBefore(releases: Releases, release: string | null, names: readonly string[]): Build {
  const before = releases.before(release)
  if (!before) throw new Error('没有更早的版本可以退回(nothing to go back to):这台机器上没有记录')
  return readBuild(releases.folderOf(before.release), names)
}
