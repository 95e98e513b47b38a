import type { Change, Line, Step } from '../../../setup/plan'
import type { Deployment, WantedFunction } from '../deployment'
import { hashed } from '../secret'
import { type DeployedFunction, findFunction, placeOf, untilActive } from './functionState'

/** Code, settings and variables. What the cloud has and nobody here names is kept. */
export function functions(deployment: Deployment): Step {
  return {
    name: '云函数和变量 functions',
    async look() {
      const changes: Change[] = []
      for (const wanted of deployment.functions) changes.push(await changeOf(deployment, wanted))
      return changes
    },
  }
}

async function changeOf(deployment: Deployment, wanted: WantedFunction): Promise<Change> {
  const there = await findFunction(deployment, wanted.name)
  if (!there) return creation(deployment, wanted)
  if (there.status === 'CreateFailed') {
    const created = creation(deployment, wanted)
    const apply = async () => {
      await deployment.scf.call('DeleteFunction', placeOf(deployment, wanted.name))
      await created.apply?.()
    }
    return { ...created, mark: 'change', detail: 'CreateFailed→Active', apply }
  }
  return update(deployment, wanted, there)
}

/**
 * Which build it is stands in its description, written after the code: a deployment that died in between does the code
 * again. The platform takes letters, digits, blanks, commas and full stops there.
 */
const descriptionOf = ({ build }: Pick<Deployment, 'build'>): string =>
  `realname hub ${build.release.replace('+', ' ')}`

/** The build a function says it is; null: it says nothing of the kind. */
export function releaseIn({ description }: Pick<DeployedFunction, 'description'>): string | null {
  const [, version, sources] = /^realname hub (\S+) (\S+)$/.exec(description) ?? []
  return version && sources ? `${version}+${sources}` : null
}

const codeOf = ({ build }: Deployment, name: string) => ({
  ZipFile: Buffer.from(build.zipOf(name)).toString('base64'),
})

const environmentOf = (variables: Readonly<Record<string, string>>) => ({
  Environment: { Variables: Object.entries(variables).map(([Key, Value]) => ({ Key, Value })) },
})

function creation(deployment: Deployment, wanted: WantedFunction): Change {
  const { name, runtime, handler, timeout, memory } = wanted
  const { variables } = deployment
  const apply = async () => {
    await deployment.scf.call('CreateFunction', {
      ...placeOf(deployment, name),
      Code: codeOf(deployment, name),
      Description: descriptionOf(deployment),
      Handler: handler,
      Runtime: runtime,
      Timeout: timeout,
      MemorySize: memory,
      InstallDependency: 'FALSE',
      // As every tool of the platform sends them.
      Role: 'TCB_QcsRole',
      Stamp: 'MINI_QCBASE',
      ...environmentOf(variables),
    })
    await untilActive(deployment, name)
  }
  const parts = Object.entries(variables).map<Line>(([what, value]) => ({
    mark: 'create',
    what,
    detail: hashed(value),
  }))
  const detail = `${runtime} ${timeout}s ${memory}MB ${deployment.build.release}`
  return { mark: 'create', what: name, detail, parts, apply }
}

function update(deployment: Deployment, wanted: WantedFunction, there: DeployedFunction): Change {
  const { name, timeout, memory, handler } = wanted
  const description = descriptionOf(deployment)
  const isOldCode = there.description !== description || there.handler !== handler
  const settings = [
    ...changed('代码 code', there.description, description),
    ...changed('入口 handler', there.handler, handler),
    ...changed('超时 timeout', `${there.timeout}`, `${timeout}`),
    ...changed('内存 memory', `${there.memory}`, `${memory}`),
    ...changedVariables(there.variables, deployment.variables),
  ]
  const parts = [...settings, ...kept(wanted, there, deployment.variables)]
  if (settings.length === 0) return { mark: 'same', what: name, parts }
  const apply = async () => {
    await untilActive(deployment, name)
    if (isOldCode) {
      await deployment.scf.call('UpdateFunctionCode', {
        ...placeOf(deployment, name),
        Handler: handler,
        InstallDependency: 'FALSE',
        Code: codeOf(deployment, name),
      })
      await untilActive(deployment, name)
    }
    await deployment.scf.call('UpdateFunctionConfiguration', {
      ...placeOf(deployment, name),
      Description: description,
      Timeout: timeout,
      MemorySize: memory,
      // It replaces all of them: what is there comes along, read at this moment.
      ...environmentOf({
        ...(await findFunction(deployment, name))?.variables,
        ...deployment.variables,
      }),
    })
    await untilActive(deployment, name)
  }
  return { mark: 'change', what: name, parts, apply }
}

const changed = (what: string, from: string, to: string): Line[] =>
  from === to ? [] : [{ mark: 'change', what, detail: `${from || '(空 none)'}→${to}` }]

function changedVariables(
  there: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): Line[] {
  return Object.entries(wanted).flatMap<Line>(([what, value]) => {
    const before = there[what]
    if (before === value) return []
    if (before === undefined) return [{ mark: 'create', what, detail: hashed(value) }]
    return [{ mark: 'change', what, detail: `${hashed(before)}→${hashed(value)}` }]
  })
}

function kept(
  { runtime }: WantedFunction,
  there: DeployedFunction,
  variables: Readonly<Record<string, string>>,
): Line[] {
  const foreign = Object.keys(there.variables).filter(name => variables[name] === undefined)
  const lines = foreign.map<Line>(what => ({ mark: 'kept', what, detail: '只在云端,保留(kept)' }))
  if (there.runtime === runtime) return lines
  // Of a function that exists the platform does not change it.
  const detail = `${there.runtime},改不了;要换成 ${runtime} 只能在云控制台删掉函数再部署(delete and deploy again)`
  return [...lines, { mark: 'kept', what: 'runtime', detail }]
}
