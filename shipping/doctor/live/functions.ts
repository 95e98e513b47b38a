import type { Deployment, WantedFunction } from '../../deploy/deployment'
import { type DeployedFunction, findFunction } from '../../deploy/steps/functionState'
import { releaseIn } from '../../deploy/steps/functions'
import { type Finding, when } from '../finding'
import { runtimes } from '../project'
import { deployAgain, type LiveCheck } from './liveCheck'

/** Each function by itself, then all of them against each other. */
export const functions: LiveCheck = async deployment => {
  const there = new Map<string, DeployedFunction>()
  const findings: Finding[] = []
  for (const wanted of deployment.functions) {
    const one = await findFunction(deployment, wanted.name)
    if (one) there.set(wanted.name, one)
    findings.push(...faultsOf(deployment, wanted, one))
  }
  return [...findings, ...differences(deployment, there)]
}

function faultsOf(
  deployment: Deployment,
  { name, timeout, memory, handler, timers }: WantedFunction,
  there: DeployedFunction | null,
): Finding[] {
  const mend = deployAgain(deployment)
  if (!there) return [{ code: 'FN_MISSING', wrong: `没有云函数 ${name}`, mend }]
  if (there.status !== 'Active')
    return [
      {
        code: 'FN_NOT_ACTIVE',
        wrong: `${name} 的状态是 ${there.status}`,
        mend: `等一会儿;还是这样就 ${mend}`,
      },
    ]
  const release = releaseIn(there)
  const wrongTimers = timers.filter(wanted => {
    const same = there.timers.filter(({ name: each }) => each === wanted.name)
    return same.length !== 1 || same[0]?.cron !== wanted.cron || !same[0].isEnabled
  })
  return [
    ...when(!runtimes.includes(there.runtime), {
      code: 'FN_RUNTIME',
      wrong: `${name} 的运行环境 ${there.runtime} 平台已不再维护`,
      mend: `在云控制台删掉 ${name},再 ${mend}`,
    }),
    ...when(there.timeout !== timeout, {
      code: 'FN_TIMEOUT',
      wrong: `${name} 的超时是 ${there.timeout} 秒,应为 ${timeout}`,
      mend,
    }),
    ...when(there.memory !== memory, {
      code: 'FN_MEMORY',
      wrong: `${name} 的内存是 ${there.memory} MB,应为 ${memory}`,
      mend,
    }),
    ...when(there.handler !== handler, {
      code: 'FN_HANDLER',
      wrong: `${name} 的入口是 ${there.handler},应为 ${handler}`,
      mend,
    }),
    ...when(release !== deployment.build.release, {
      code: 'FN_CODE_OLD',
      wrong: `${name} 部署的是 ${release ?? '不是由这里部署的代码'},本机是 ${deployment.build.release}`,
      mend,
    }),
    ...when(wrongTimers.length > 0, {
      code: 'TRIGGER',
      wrong: `${name} 的定时器缺了、停了或时间不对`,
      mend,
    }),
    ...when(deployment.environment.fixedEgress && !there.hasFixedEgress, {
      code: 'EIP',
      wrong: `${name} 没有固定出口 IP,要白名单的厂商会拒绝它`,
      mend: `在云控制台 ${name} 的函数配置里打开「固定出口 IP」,把得到的 IP 交给厂商`,
    }),
  ]
}

/** Names only, never values. */
function differences(deployment: Deployment, there: ReadonlyMap<string, DeployedFunction>): Finding[] {
  const names = new Set([...there.values()].flatMap(({ variables }) => Object.keys(variables)))
  const differing = [...names].filter(
    name => new Set([...there.values()].map(({ variables }) => variables[name] ?? null)).size > 1,
  )
  const ours = differing.filter(name => deployment.variables[name] !== undefined)
  const others = differing.filter(name => deployment.variables[name] === undefined)
  return [
    ...when(ours.length > 0, {
      code: 'FN_ENV_DIFFERS',
      wrong: `各函数的变量不一样:${ours.join('、')}`,
      mend: deployAgain(deployment),
    }),
    ...when(others.length > 0, {
      code: 'FN_ENV_FOREIGN',
      wrong: `只有一部分函数有、设置文件里没有的变量:${others.join('、')}`,
      mend: '在云控制台删掉它们,或写进设置文件再部署',
    }),
  ]
}
