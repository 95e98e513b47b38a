import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as v from 'valibot'

/** As `wx.getAccountInfoSync` calls them. */
const versions = ['develop', 'trial', 'release'] as const

const schema = v.strictObject({
  envId: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{2,62}$/)),
  appId: v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/)),
  region: v.optional(v.picklist(['ap-shanghai', 'ap-guangzhou', 'ap-beijing']), 'ap-shanghai'),
  /** Real people: deploying asks for the environment's name. */
  production: v.boolean(),
  /** Which versions of the mini-program use this environment. */
  versions: v.array(v.picklist(versions)),
  /** Own domain of the HTTP access, bound by a person; left out: the default one. */
  domain: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9.-]+\.[a-z]{2,}$/))), null),
  /** Whether a vendor lets in listed addresses only. */
  fixedEgress: v.optional(v.boolean(), false),
  /** What the plan that was bought allows; left out: usage is not judged. */
  plan: v.optional(
    v.strictObject({ readsPerDay: v.number(), writesPerDay: v.number(), callsPerMonth: v.number() }),
  ),
})

/** deploy/<name>.json. Holds no secret. */
export type ShippingEnvironment = v.InferOutput<typeof schema> & { name: string }

const folder = 'deploy'
const fileOf = (name: string): string => `${folder}/${name}.json`

export const hasEnvironment = (name: string): boolean => /^[a-z0-9-]+$/.test(name) && existsSync(fileOf(name))

/** Throws with the name of the field that is wrong. */
export function readEnvironment(name: string): ShippingEnvironment {
  const file = fileOf(name)
  if (!hasEnvironment(name)) throw new Error(`没有 ${file}(no such file):复制 deploy/example.json,改成自己的`)
  const { success, output, issues } = v.safeParse(schema, parsed(file))
  if (success) return { ...output, name }
  const path = issues.map(issue => v.getDotPath(issue) ?? '').join('、')
  throw new Error(`${file} 不对(wrong):${path || '不是 JSON'};对照 deploy/example.json 改正`)
}

/** The one that is named, or the only one there is; the example when there is none. */
export function chooseEnvironment(name: string | null): ShippingEnvironment {
  const names = environmentNames()
  const chosen = name ?? (names.length > 1 ? null : (names[0] ?? 'example'))
  if (chosen === null) throw new Error(`说明是哪个环境(say which one):${names.join('、')}`)
  return readEnvironment(chosen)
}

/** All of them but the example. */
function environmentNames(): string[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .map(file => file.slice(0, -'.json'.length))
    .filter(name => name !== 'example')
    .sort()
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
