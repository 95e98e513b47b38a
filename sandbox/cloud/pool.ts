import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { InvocationError } from './errors'
import { type Call, createInstance, type Instance } from './instance'
import type { FunctionLog } from './types'

/** The instances of one function: idle ones are reused, up to `size` run at once, the rest of the calls wait. */
export interface Pool {
  run(prepare: (instanceToken: string) => Call): Promise<string>
  reload(): void
  close(): Promise<void>
}

export interface PoolOptions {
  functionName: string
  functionsDir: string
  timeoutSeconds: number
  size: number
  /** The variables of a new instance, given the token by which the gateway will know it. */
  environment: (instanceToken: string) => Record<string, string>
  createToken: () => string
  onLog: (entry: FunctionLog) => void
}

interface Member {
  instance: Instance
  token: string
  /** After how many reloads it began; what began before the last one is not used again. */
  generation: number
}

/** A queue this long is a fault of the caller, not a load. */
const longestQueue = 1000
/** A bundle younger than this may still be on its way to the disk. */
const settlingMs = 100

export function createPool(options: PoolOptions): Pool {
  const entry = path.resolve(options.functionsDir, options.functionName, 'index.js')
  const idle: Member[] = []
  const busy = new Set<Member>()
  const waiting: (() => void)[] = []
  let running = 0
  let generation = 0
  let closed = false

  const run = async (prepare: (instanceToken: string) => Call): Promise<string> => {
    await admission()
    try {
      const member = await take()
      busy.add(member)
      try {
        return await member.instance.run(prepare(member.token))
      } finally {
        busy.delete(member)
        release(member)
      }
    } finally {
      leave()
    }
  }

  const admission = async () => {
    if (waiting.length >= longestQueue) throw new InvocationError('busy', 'too many calls are waiting')
    if (running >= options.size) return new Promise<void>(resolve => waiting.push(resolve))
    running += 1
  }

  /** The place goes straight to the next in line, so that nobody can slip in between. */
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  const take = async (): Promise<Member> => {
    if (closed) throw new InvocationError('busy', 'the local cloud is closing')
    const stamp = await stampOf(entry)
    dropStale(stamp)
    const member = idle.pop()
    if (member) return member
    if (stamp === undefined) {
      throw new InvocationError('threw', `${options.functionName} has no bundle; build the functions first`)
    }
    const token = options.createToken()
    const { functionName, timeoutSeconds, onLog } = options
    const env = options.environment(token)
    const instance = createInstance({ functionName, entry, stamp, env, timeoutSeconds, onLog })
    return { token, generation, instance }
  }

  const release = (member: Member) => {
    if (closed || member.generation !== generation) void member.instance.terminate()
    else if (!member.instance.isDead()) idle.push(member)
  }

  // While a build has removed the bundle and not yet written the new one, the old instances go on.
  const dropStale = (stamp: string | undefined) => {
    if (stamp === undefined) return
    for (const member of idle.splice(0)) {
      if (member.instance.isDead()) continue
      if (member.instance.stamp === stamp) idle.push(member)
      else void member.instance.terminate()
    }
  }

  const terminateIdle = () => Promise.all(idle.splice(0).map(each => each.instance.terminate()))

  return {
    run,
    reload: () => {
      generation += 1
      void terminateIdle()
    },
    close: async () => {
      closed = true
      await Promise.all([terminateIdle(), ...[...busy].map(each => each.instance.terminate())])
    },
  }
}

/** Identifies one build of the bundle; undefined when there is none. */
async function stampOf(entry: string): Promise<string | undefined> {
  const stat = fs.statSync(entry, { throwIfNoEntry: false })
  if (!stat) return undefined
  const age = Date.now() - stat.mtimeMs
  if (age >= 0 && age < settlingMs) {
    await delay(settlingMs - age)
    return stampOf(entry)
  }
  return `${stat.ino}:${stat.size}:${stat.mtimeMs}`
}
